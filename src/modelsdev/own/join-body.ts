import type { ParsedCatalog } from "../../catalog/parse/catalog.ts";
import type { WireRecord } from "../../catalog/parse/values.ts";
import type { ModelRow } from "../../catalog/words/model.ts";
import type { Price } from "../../catalog/words/price.ts";
import { joinRef, meantAmong, providerKey, refKey } from "../../catalog/words/ref.ts";
import type { CatalogBody } from "../body.ts";
import { type Mark, marked, unmarked } from "./marks.ts";
import { saidAbilities } from "./said-abilities.ts";
import { limitNames, ownLimits, ownPrices, type OwnRow, priceNames } from "./own-row.ts";
import { isForEveryLength, saidOtherwise } from "./said-otherwise.ts";

interface Row {
  model: ModelRow;
  wire: WireRecord;
}

/**
 * A catalog with what a configuration says of models, written as models.dev writes one. A row that the catalog lacks is
 * added, with nothing known of it but what is said; of one that it has, what is said takes the place of what it says.
 * Prices of one's own for what goes in and out hold for every length; with one of them alone, those of long contexts are
 * not known.
 */
export function joinBody(
  catalog: Pick<ParsedCatalog, "providers" | "models">,
  own: readonly OwnRow[],
  facts: Uint8Array | undefined,
): CatalogBody {
  const rows = new Map(catalog.models.map((row) => [row.model.ref, row]));
  const alike = grouped(catalog.models, ({ model }) => refKey(model.ref));
  const idOf = new Map(catalog.providers.map(({ provider: { id } }) => [providerKey(id), id]));
  const wires = new Map(catalog.providers.map(({ provider, wire }) => [provider.id, wire]));
  const written = new Map(catalog.models.map(({ model, wire }) => [model.ref, unmarked(wire)]));
  for (const one of own) {
    const among = (alike.get(refKey(one.ref)) ?? []).map(({ model }) => model);
    const known = rows.get(meantAmong(among, one.ref)?.ref ?? "");
    const provider = idOf.get(providerKey(one.provider)) ?? one.provider;
    if (known === undefined && one.isOverride === true) continue;
    const row = known ?? newRow({ ...one, provider, ref: joinRef(provider, one.id) });
    const said = saidOtherwise(one, row.model);
    if (known === undefined) rows.set(row.model.ref, row);
    else if (said.length === 0) continue;
    const mark = known === undefined ? ofOwn(one) : { configured: said };
    written.set(row.model.ref, marked(withSaid(row, one), mark));
    if (!wires.has(row.model.provider)) wires.set(row.model.provider, newProvider(one));
  }
  const modelsOf = grouped(rows.values(), ({ model }) => model.provider);
  const document = [...wires].map(([id, wire]): [string, WireRecord] => {
    const models = (modelsOf.get(id) ?? []).map(({ model }): [string, unknown] => [
      model.id,
      written.get(model.ref),
    ]);
    return [id, { ...wire, models: Object.fromEntries(models) }];
  });
  const text = JSON.stringify(Object.fromEntries(document));
  return {
    catalog: new TextEncoder().encode(text),
    facts,
    etag: undefined,
    factsEtag: undefined,
  };
}

function grouped<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** What it can do is known where it is said alone. */
function ofOwn({ capabilities = {} }: OwnRow): Mark {
  const able = Object.keys(capabilities).map((one) => `capabilities.${one}`);
  return { origin: "config", ...(able.length === 0 ? {} : { configured: able }) };
}

function newRow({ ref, provider, id }: OwnRow): Row {
  const limits = { context: null, input: null, output: null };
  const able = { capabilities: [], modalities: { input: [], output: [] } };
  const model = { ref, provider, id, name: id, status: null, ...able, limits, price: null };
  // nothing else is asked of it here
  return { model: model as unknown as ModelRow, wire: { id, name: id } };
}

function newProvider({ provider, baseUrl, env = [] }: OwnRow): WireRecord {
  return { id: provider, name: provider, env, ...(baseUrl === undefined ? {} : { api: baseUrl }) };
}

function withSaid(
  { model, wire }: Row,
  { name, status, capabilities, limits, price }: OwnRow,
): WireRecord {
  const { limit, cost, currency, ...rest } = wire;
  return {
    ...rest,
    ...(status === undefined ? {} : { status, deprecated: undefined, deprecation_date: undefined }),
    ...(capabilities === undefined ? {} : saidAbilities({ model, wire }, capabilities)),
    ...(name === undefined ? {} : { name }),
    ...(limits === undefined ? { limit } : { limit: joinedLimits(model, limits) }),
    ...(price === undefined ? { cost, currency } : { cost: joinedPrice(model.price, price) }),
  };
}

function joinedLimits(
  { limits: known }: Pick<ModelRow, "limits">,
  said: NonNullable<OwnRow["limits"]>,
): WireRecord {
  return Object.fromEntries(limitNames.map((one) => [ownLimits[one], said[one] ?? known[one]]));
}

/** What the catalog's prices are in may not be understood: of a price that is unknown nothing stays. */
function joinedPrice(known: Price | null, said: NonNullable<OwnRow["price"]>): WireRecord {
  const { reasoning = null, inputAudio = null, outputAudio = null } = known ?? {};
  return {
    ...Object.fromEntries(
      priceNames.map((one) => [ownPrices[one], said[one] ?? known?.[one] ?? null]),
    ),
    reasoning,
    input_audio: inputAudio,
    output_audio: outputAudio,
    ...(isForEveryLength(said) ? {} : { tiers: joinedTiers(known, said) }),
  };
}

function joinedTiers(known: Price | null, said: NonNullable<OwnRow["price"]>): WireRecord[] {
  return (known?.tiers ?? []).map(({ aboveTokens, ...tier }) => ({
    tier: { type: "context", size: aboveTokens },
    ...Object.fromEntries(
      priceNames.map((one) => {
        // whoever repeats what the catalog says of short contexts says nothing of long ones
        const isRepeated = said[one] === undefined || said[one] === known?.[one];
        return [ownPrices[one], isRepeated ? tier[one] : null];
      }),
    ),
    reasoning: tier.reasoning,
    input_audio: tier.inputAudio,
    output_audio: tier.outputAudio,
  }));
}
