import type { ModelRow } from "../words/model.ts";
import type { Part, PreparedPart } from "./parts.ts";

/** Rows, by the path of a value that each of them lacks because the source's is not understood. */
export type NotUnderstood = ReadonlyMap<string, number[]>;

export function notUnderstoodIn(models: readonly ModelRow[]): NotUnderstood {
  const rows = new Map<string, number[]>();
  models.forEach(({ notUnderstood = [] }, row) => {
    for (const value of notUnderstood) {
      const known = rows.get(value);
      if (known === undefined) rows.set(value, [row]);
      else known.push(row);
    }
  });
  return rows;
}

/** Undefined where there is nothing to write: nobody asks for it then. */
export function encodeNotUnderstood(models: readonly ModelRow[]): PreparedPart | undefined {
  const rows = notUnderstoodIn(models);
  if (rows.size === 0) return undefined;
  return { bytes: new TextEncoder().encode(JSON.stringify([...rows])), root: [] };
}

export function readNotUnderstood(part: Part): NotUnderstood {
  const text = part.text(part.whole());
  return new Map(text === "" ? [] : (JSON.parse(text) as [string, number[]][]));
}
