import * as fc from "fast-check";
import type { Field } from "../catalog/words/field.ts";
import type { UnitName } from "../catalog/words/units.ts";

type Fields = Readonly<Record<string, Field>>;

/** Names a catalog has, by what a field can know; and texts for fields that know nothing. */
export interface NamesAtHand {
  provider: readonly string[];
  family: readonly string[];
  model: readonly string[];
  text: readonly string[];
  /** For fields whose names are others than what completes them. */
  ofField: Readonly<Record<string, readonly string[]>>;
}

const numbers: Readonly<Record<UnitName, readonly number[]>> = {
  tokens: [0, 1, 8_192, 32_768, 128_000, 200_001, 1_048_576],
  bytes: [0, 1_000, 50_000_000],
  count: [1, 2, 7, 100],
  rate: [0.5, 1, 7, 1_000],
  usd: [0, 0.1, 0.493, 1.25, 3, 1_000],
  share: [0, 0.25, 0.5, 1],
};
const dates = ["2024-12-31", "2025-08", "2025-08-07", "2026-03", "2026-03-01"];

/** Inputs made of fields: what is needed, and some of the rest; of a kind and in the range that each says. */
export function anyInput(
  fields: Fields,
  names: NamesAtHand,
): fc.Arbitrary<Record<string, unknown>> {
  const all = Object.entries(fields);
  const needed = all.flatMap(([name, { isNeeded }]) => (isNeeded === true ? [name] : []));
  const values = Object.fromEntries(
    all.map(([name, field]) => [name, anyValue(name, field, names)]),
  );
  const chosen = fc.subarray(
    all.map(([name]) => name),
    { maxLength: Math.min(5, all.length) },
  );
  return fc.tuple(chosen, fc.record(values)).map(([some, every]) => {
    const kept = all.filter(([name]) => needed.includes(name) || some.includes(name));
    const given = new Map(Object.entries(every));
    return Object.fromEntries(kept.map(([name, field]) => [name, within(given, name, field)]));
  });
}

/** A part is never more than what it is a part of. */
function within(given: Map<string, unknown>, name: string, { partOf }: Field): unknown {
  const value = given.get(name);
  return partOf === undefined ? value : Math.min(Number(value), Number(given.get(partOf)));
}

function anyValue(name: string, { kind }: Field, names: NamesAtHand): fc.Arbitrary<unknown> {
  const own = new Map(Object.entries(names.ofField)).get(name);
  const known = (words: readonly string[] | "provider" | "family" | "model" | undefined) =>
    own ?? (typeof words === "string" ? names[words] : (words ?? names.text));
  switch (kind.type) {
    case "flag":
      return fc.boolean();
    case "number":
      return fc.constantFrom(...numbers[kind.unit]);
    case "date":
      return fc.constantFrom(...dates);
    case "text":
      return fc.constantFrom(...known(kind.known));
    case "word":
      return fc.constantFrom(...kind.known);
    case "texts":
      return listOf(known(kind.known));
    default:
      return anyInput(kind.fields, names);
  }
}

/** Nothing where nothing is known that would do. */
function listOf(words: readonly string[]): fc.Arbitrary<string[]> {
  if (words.length === 0) return fc.constant([]);
  return fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 });
}
