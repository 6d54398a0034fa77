import {
  shapesOf,
  type WireDocument,
  type WireRow,
  wireRowsOf,
} from "../../src/testing/catalog-shapes.ts";
import { namedRows, soldByMany, wellKnownMakers } from "./named-rows.ts";

const mostOfOneGroup = 11;
const newestOfOneMaker = 8;

/** Of a whole catalog, the rows to keep: those that are named, whole groups, makers' newest, and one of every shape. */
export function chooseRows(document: WireDocument): Set<string> {
  const rows = wireRowsOf(document);
  const kept = new Set(namedRows.filter((ref) => rows.some((row) => row.ref === ref)));
  for (const pattern of soldByMany) {
    const group = rows.filter(({ model }) => pattern.test(String(model.id)));
    for (const { ref } of spread(group, mostOfOneGroup)) kept.add(ref);
  }
  for (const maker of wellKnownMakers) {
    const own = rows.filter(({ provider }) => provider === maker).sort(byRelease);
    for (const { ref } of own.slice(0, newestOfOneMaker)) kept.add(ref);
  }
  // the rarest first: a row of a rare shape mostly has several common ones
  const shapes = [...shapesOf(document)].sort(([, a], [, b]) => a.length - b.length);
  for (const [, holders] of shapes) {
    if (!holders.some((ref) => kept.has(ref))) kept.add(holders[0] as string);
  }
  return withTheirFellows(document, kept);
}

/** What a row is to others it is in the company of those others only. */
function withTheirFellows(document: WireDocument, kept: Set<string>): Set<string> {
  const all = shapesOf(document);
  const missing = (): string[] => {
    const shown = shapesOf(trimmed(document, kept));
    return [...all.keys()].filter((shape) => !shown.has(shape));
  };
  const rows = wireRowsOf(document);
  for (const shape of missing()) {
    const id = rows.find(({ ref }) => ref === all.get(shape)?.[0])?.model.id;
    const isFellow = ({ ref, model }: WireRow): boolean =>
      String(model.id).toLowerCase() === String(id).toLowerCase() || ref === id;
    for (const { ref } of rows.filter(isFellow)) kept.add(ref);
  }
  const left = missing();
  if (left.length > 0) throw new Error(`no row kept of ${left.join("; ")}`);
  return kept;
}

/** The same document with these rows alone, and without providers that have none of them. */
export function trimmed(document: WireDocument, kept: ReadonlySet<string>): WireDocument {
  const providers = Object.entries(document).map(([provider, { models, ...rest }]) => {
    const some = Object.entries(models).filter(([id]) => kept.has(`${provider}/${id}`));
    return [provider, { ...rest, models: Object.fromEntries(some) }] as const;
  });
  return Object.fromEntries(providers.filter(([, { models }]) => Object.keys(models).length > 0));
}

/** So many of a list, the first and then at even distances. */
function spread<One>(list: readonly One[], most: number): One[] {
  const step = Math.max(1, list.length / most);
  return Array.from(
    { length: Math.min(most, list.length) },
    (_, at) => list[Math.floor(at * step)] as One,
  );
}

function byRelease(a: WireRow, b: WireRow): number {
  const [one, other] = [String(a.model.release_date), String(b.model.release_date)];
  return one === other ? (a.ref < b.ref ? -1 : 1) : one < other ? 1 : -1;
}
