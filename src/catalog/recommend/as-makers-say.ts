import { roles } from "../inferred/sellers/role-names.ts";
import type { Columns } from "../prepared/columns.ts";
import type { ModelFilter } from "../query/filter-fields.ts";
import { capabilities, toMask } from "../words/capability.ts";

const makersOther = roles.indexOf("makers-other");
const maker = roles.indexOf("maker");

// of the rest a host may know better: what it adds to a model, or leaves out
const media = ["vision", "audio", "video", "pdf"] as const;
const ofMedia = toMask(capabilities, media);

const dated = ["releasedAfter", "releasedBefore", "knowledgeAfter"] as const;
const ofModalities = ["inputModality", "outputModality"] as const;

/** Whether a filter goes by anything of which makers have the last word: most do not. */
export function makersMayDiffer(filter: ModelFilter): boolean {
  const { capability = [], without = [] } = filter;
  return (
    [...dated, ...ofModalities].some((name) => filter[name] !== undefined) ||
    [...capability, ...without].some((one) => media.some((medium) => medium === one))
  );
}

/**
 * The columns with what a model is, rather than what one seller lists of it: its dates are what its maker's row says, and it
 * takes and gives no more than that. Where the maker does not sell it, most of its sellers stand for the maker. Worked
 * out when it is read.
 */
export function asMakersSay(columns: Columns): Columns {
  const own = ownWords(columns);
  return Object.create(columns, {
    released: once(() => dates(columns, own, columns.released)),
    knowledge: once(() => dates(columns, own, columns.knowledge)),
    inputModalities: once(() => mediaOf(columns, own, columns.inputModalities)),
    outputModalities: once(() => mediaOf(columns, own, columns.outputModalities)),
    capabilities: once(() => mediaOf(columns, own, columns.capabilities, ofMedia)),
  }) as Columns;
}

function once<Value>(work: () => Value): PropertyDescriptor {
  let known: Value | undefined;
  return { get: () => (known ??= work()) };
}

/** By group, the row of its maker plus one. */
function ownWords({ group, role, rowCount }: Columns): () => Uint32Array {
  let known: Uint32Array | undefined;
  const find = (): Uint32Array => {
    const found = new Uint32Array(rowCount);
    for (let row = 0; row < rowCount; row += 1) {
      if (role[row] === maker) found[group[row] as number] = row + 1;
    }
    return found;
  };
  return () => (known ??= find());
}

/** A date that is not listed at all stays unknown. */
function dates(
  { group, role, rowCount }: Columns,
  own: () => Uint32Array,
  column: Uint32Array,
): Uint32Array {
  const makersRow = own();
  const makersOf = (of: number): number => column[(makersRow[of] as number) - 1] ?? 0;
  // by group, how many rows list each date
  const listed = new Map<number, Map<number, number>>();
  for (let row = 0; row < rowCount; row += 1) {
    const of = group[row] as number;
    const date = column[row] as number;
    if (!isPlausible(date) || isPlausible(makersOf(of))) continue;
    const counts = listed.get(of) ?? new Map<number, number>();
    listed.set(of, counts.set(date, (counts.get(date) ?? 0) + 1));
  }
  return column.map((date, row) => {
    if ((role[row] as number) >= makersOther) return date;
    const of = group[row] as number;
    const makers = makersOf(of);
    return isPlausible(makers) ? makers : (most(listed.get(of)) ?? date);
  });
}

// upstream writes the first of a year where nobody knew the day
function isPlausible(date: number): boolean {
  return date !== 0 && date % 10_000 !== 101;
}

/** Of several the earliest: others write when they began to sell it. */
function most(counts: ReadonlyMap<number, number> | undefined): number | undefined {
  let best: number | undefined;
  let times = 0;
  for (const [date, count] of counts ?? []) {
    if (count < times || (count === times && best !== undefined && date > best)) continue;
    best = date;
    times = count;
  }
  return best;
}

/** Where the maker lists nothing it contradicts nothing. */
function mediaOf<Bits extends Uint8Array | Uint16Array>(
  { group, role, rowCount, inputModalities }: Columns,
  own: () => Uint32Array,
  column: Bits,
  about = 0xff,
): Bits {
  const makersRow = own();
  const sizes = new Uint32Array(rowCount);
  const listed = new Map<number, number[]>();
  for (let row = 0; row < rowCount; row += 1) {
    const of = group[row] as number;
    if (makersRow[of] !== 0) continue;
    sizes[of] = (sizes[of] as number) + 1;
    const counts = listed.get(of) ?? [];
    listed.set(of, counts);
    for (let bits = (column[row] as number) & about; bits !== 0; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits);
      counts[bit] = (counts[bit] ?? 0) + 1;
    }
  }
  const borneOut = (of: number): number => {
    const makers = (makersRow[of] as number) - 1;
    if (makers >= 0) return inputModalities[makers] === 0 ? ~0 : (column[makers] as number);
    let bits = 0;
    listed.get(of)?.forEach((count, bit) => {
      if (count * 2 >= (sizes[of] as number)) bits |= 1 << bit;
    });
    return bits;
  };
  return column.map((bits, row) =>
    (role[row] as number) >= makersOther ? bits : bits & (borneOut(group[row] as number) | ~about),
  ) as Bits;
}
