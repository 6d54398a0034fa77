import type { Identities } from "../inferred/identity/identities.ts";
import { makerNameOf } from "../inferred/maker-name.ts";
import { onlyMakers, soldUnderOwnNames } from "../inferred/only-makers.ts";
import { reasonCodes } from "../inferred/identity/reasons.ts";
import type { ModelFacts } from "../words/facts.ts";
import type { ModelRow } from "../words/model.ts";
import { type SoldRow, sellersAmong } from "../words/sellers.ts";
import type { InferredColumns } from "./encode-columns.ts";
import type { LineWriter } from "./line-writer.ts";
import type { Places } from "./lines.ts";
import type { RowTexts } from "./row-texts.ts";

/**
 * Writes a line, a `ModelGroup`, for every group of rows that are the same underlying model; gives the place of each.
 */
export function placeGroups(
  { names, places }: RowTexts,
  identities: Identities,
  marks: Uint8Array,
  lines: LineWriter,
): Places {
  const variants = identities.variants.map((variant) => JSON.stringify(variant || null));
  const reasons = reasonCodes.map((reason) => JSON.stringify(reason));
  const members = identities.keys.map(() => "");
  names.forEach((name, row) => {
    const group = identities.group[row] as number;
    const before = members[group] as string;
    const comma = before === "" ? "" : ",";
    const variant = variants[identities.variant[row] as number] as string;
    const reason = reasons[identities.reason[row] as number] as string;
    // most have none
    const marked = marks[row] === 0 ? "" : `,"marks":${marks[row]}`;
    members[group] =
      `${before}${comma}{${name},"place":${places[row]},"variant":${variant},"reason":${reason}${marked}}`;
  });
  return lines.addTexts(members, (own, group) => {
    const row = (identities.referenceRow[group] as number) - 1;
    const reference = row < 0 ? null : row;
    const key = JSON.stringify(identities.keys[group]);
    return `{"key":${key},"reference":${reference},"members":[${own}]}`;
  });
}

/** Writes a line, `Sellers`, for every group; gives the place of each. */
export function placeSellers(
  models: readonly ModelRow[],
  { group, keys }: Identities,
  marks: Uint8Array,
  lines: LineWriter,
): Places {
  const sold = keys.map((): SoldRow[] => []);
  models.forEach((model, row) =>
    sold[group[row] as number]?.push({ model, marks: marks[row] as number }),
  );
  return lines.addAll(sold.map(sellersAmong));
}

// two bytes a row, of which 0 is nobody; models.dev knows some two hundred
const mostMakers = 65_535;

/** What a row has because of its group. */
export function groupColumns(
  models: readonly ModelRow[],
  facts: readonly ModelFacts[],
  identities: Identities,
): Pick<InferredColumns, "group" | "makers" | "maker"> {
  const makerNames = makersOf(models, facts, identities);
  const makers = [...new Set(makerNames.filter((name) => name !== null))].sort();
  makers.length = Math.min(makers.length, mostMakers);
  const numbers = new Map(makers.map((name, position) => [name, position + 1]));
  const columns = {
    group: identities.group,
    makers,
    maker: new Uint16Array(models.length),
  };
  identities.group.forEach((group, row) => {
    columns.maker[row] = numbers.get(makerNames[group] ?? "") ?? 0;
  });
  return columns;
}

/** By group. Whoever is known to make other models makes what it sells under a name of its own, too. */
function makersOf(
  models: readonly ModelRow[],
  facts: readonly ModelFacts[],
  identities: Identities,
): (string | null)[] {
  const names = identities.keys.map((key, group) =>
    makerNameOf(key, models[(identities.referenceRow[group] as number) - 1]),
  );
  const known = new Set(onlyMakers(models, facts, identities));
  for (const name of names) if (name !== null) known.add(name);
  for (const [group, row] of soldUnderOwnNames(models, facts, identities, known))
    names[group] = models[row]?.provider ?? null;
  return names;
}
