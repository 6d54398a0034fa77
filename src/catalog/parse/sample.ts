import { decodeText } from "../words/utf8.ts";
import { Notebook } from "./findings.ts";
import { isForeignRow } from "./foreign-row.ts";
import { parseModel } from "./model.ts";
import { numbersPerModel, type Outline } from "./outline.ts";
import { readJson } from "./read-json.ts";
import type { WireRecord } from "./values.ts";

// as many as tell a catalog that is foreign by half from one that is not, all but once in some thousand catalogs
const mostRows = 16;
// of them may be so, where few rows of a catalog are
const mostUnusual = 1 / 8;

/**
 * Whether the rows of a catalog are those of models.dev, by some from its beginning to its end: where more than a few are
 * not understood, all of them have to be read to know what the catalog is.
 */
export function areUsualRows(bytes: Uint8Array, { models }: Outline, now: number): boolean {
  const notebook = new Notebook(now);
  const count = models.length / numbersPerModel;
  const looked = Math.min(count, mostRows);
  let unusual = 0;
  for (let at = 0; at < looked; at += 1) {
    const row = Math.floor((at * count) / looked) * numbersPerModel;
    const wire = readJson(
      decodeText(bytes.subarray(models[row + 2], models[row + 3])),
    ) as WireRecord;
    const model = parseModel("", "", wire, notebook);
    if (model.notUnderstood !== undefined || isForeignRow(wire, model)) unusual += 1;
  }
  return unusual < looked * mostUnusual && notebook.unknownInMost(looked).length === 0;
}
