import { capabilities, modalities, toMask } from "../capability.ts";
import { dateKey } from "../dates.ts";
import type { ModelInfo } from "../model.ts";
import { compareText } from "../ref.ts";
import { decodeContainer, encodeContainer } from "./container.ts";
import type { Place } from "./lines.ts";

/** Every row's values for filters and sorting, one array per value; position is the row, rows are in ref order. */
export interface Columns {
  rowCount: number;
  /** Names behind the numbers in `provider`, `family` and `status`. */
  providers: string[];
  families: string[];
  statuses: string[];
  provider: Uint32Array;
  /** 0: none; else one more than the position in `families`. */
  family: Uint32Array;
  /** 0: none; else one more than the position in `statuses`. */
  status: Uint8Array;
  capabilities: Uint16Array;
  inputModalities: Uint8Array;
  outputModalities: Uint8Array;
  /** USD per 1,000,000 tokens, NaN for unknown. */
  inputPrice: Float64Array;
  outputPrice: Float64Array;
  /** Tokens, 0 for unknown. */
  context: Float64Array;
  output: Float64Array;
  /** `dateKey`, 0 for unknown. */
  released: Uint32Array;
  knowledge: Uint32Array;
  /** Position among all rows sorted by name. */
  nameRank: Uint32Array;
  /** 1 where the provider made the model it sells here. */
  ownRow: Uint8Array;
  /** Where the row lies in models.jsonl. */
  offset: Float64Array;
  length: Uint32Array;
}

interface Meta {
  providers: string[];
  families: string[];
  statuses: string[];
}

export function encodeColumns(
  models: readonly ModelInfo[],
  places: readonly Place[],
  ownRows: Uint8Array,
): Uint8Array {
  const providers = [...new Set(models.map((model) => model.provider))];
  const families = sortedNames(models.map((model) => model.family));
  const statuses = sortedNames(models.map((model) => model.status)).slice(0, 254);
  const providerNumber = new Map(providers.map((name, position) => [name, position]));
  const familyNumber = new Map(families.map((name, position) => [name, position + 1]));
  const price = (value: number | null | undefined): number => value ?? Number.NaN;
  return encodeContainer({ providers, families, statuses } satisfies Meta, {
    provider: Uint32Array.from(models, (model) => providerNumber.get(model.provider) ?? 0),
    family: Uint32Array.from(models, (model) => familyNumber.get(model.family ?? "") ?? 0),
    status: Uint8Array.from(models, ({ status }) => statuses.indexOf(status ?? "") + 1),
    capabilities: Uint16Array.from(models, (model) => toMask(capabilities, model.capabilities)),
    inputModalities: Uint8Array.from(models, (model) => toMask(modalities, model.modalities.input)),
    outputModalities: Uint8Array.from(models, (model) =>
      toMask(modalities, model.modalities.output),
    ),
    inputPrice: Float64Array.from(models, (model) => price(model.price?.input)),
    outputPrice: Float64Array.from(models, (model) => price(model.price?.output)),
    context: Float64Array.from(models, (model) => model.limits.context ?? 0),
    output: Float64Array.from(models, (model) => model.limits.output ?? 0),
    released: Uint32Array.from(models, (model) => dateKey(model.releaseDate)),
    knowledge: Uint32Array.from(models, (model) => dateKey(model.knowledge)),
    nameRank: rankNames(models),
    ownRow: ownRows,
    offset: Float64Array.from(places, ([offset]) => offset),
    length: Uint32Array.from(places, ([, length]) => length),
  });
}

export function decodeColumns(bytes: Uint8Array): Columns {
  const { meta, u8, u16, u32, f64 } = decodeContainer<Meta>(bytes);
  const provider = u32("provider");
  return {
    ...meta,
    rowCount: provider.length,
    provider,
    family: u32("family"),
    status: u8("status"),
    capabilities: u16("capabilities"),
    inputModalities: u8("inputModalities"),
    outputModalities: u8("outputModalities"),
    inputPrice: f64("inputPrice"),
    outputPrice: f64("outputPrice"),
    context: f64("context"),
    output: f64("output"),
    released: u32("released"),
    knowledge: u32("knowledge"),
    nameRank: u32("nameRank"),
    ownRow: u8("ownRow"),
    offset: f64("offset"),
    length: u32("length"),
  };
}

function sortedNames(names: (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))].sort(compareText);
}

function rankNames(models: readonly ModelInfo[]): Uint32Array {
  const keys = models.map((model) => model.name.toLowerCase());
  const order = models.map((_, row) => row);
  order.sort((a, b) => compareText(keys[a] as string, keys[b] as string) || a - b);
  const ranks = new Uint32Array(models.length);
  let rank = 0;
  order.forEach((row, position) => {
    // equal names share a rank, so that ties still break by ref in both directions
    if (position > 0 && keys[row] !== keys[order[position - 1] as number]) rank = position;
    ranks[row] = rank;
  });
  return ranks;
}
