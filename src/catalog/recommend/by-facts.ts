import { roles } from "../inferred/sellers/role-names.ts";
import type { Columns } from "../prepared/columns.ts";
import { byCost, type Models, type Place, type Wanted } from "./models.ts";

/** What is known of a model that holds no conversation, whoever sells it. */
export interface FactsAtHand {
  /** `dateKey`; 0 for unknown. */
  released: number;
  /** Numbers in a vector; 0 for unknown. */
  dimensions: number;
  /** Tokens; 0 for unknown. */
  context: number;
  isSoldByMaker: boolean;
}

// a text of less than a page cannot be put into one vector
const leastContext = 2_000;
// upstream lists the length of a vector as the output limit, and hosts list other things there
const fewestDimensions = 64;
const mostDimensions = 4_096;
const makersOther = roles.indexOf("makers-other");

/** By position in `groups`. */
export function factsOf(columns: Columns, groups: ArrayLike<number>): FactsAtHand[] {
  const rowsOf = new Map(Array.from(groups, (group): [number, number[]] => [group, []]));
  columns.group.forEach((group, row) => rowsOf.get(group)?.push(row));
  return [...rowsOf.values()].map((rows) => {
    const own = rows.filter((row) => (columns.role[row] as number) >= makersOther);
    const listed = (column: Uint32Array, among: readonly number[]): number[] =>
      among
        .map((row) => column[row] as number)
        .filter((value) => value > 0)
        .sort((a, b) => a - b);
    const telling = own.length > 0 ? own : rows;
    const dates = listed(columns.released, telling);
    const contexts = listed(columns.context, telling);
    const vectors = listed(columns.output, rows).filter(
      (size) => size >= fewestDimensions && size <= mostDimensions,
    );
    return {
      // the first of a year stands where nobody knew the day; others list when they began to sell it
      released: dates.find((date) => date % 10_000 !== 101) ?? dates[0] ?? 0,
      dimensions: vectors.at(-1) ?? 0,
      context: contexts[(contexts.length - 1) >> 1] ?? 0,
      isSoldByMaker: own.length > 0,
    };
  });
}

/** Newer ones first, in bands; in a band by dimensions and context. What holds less than a page stands behind all. */
export function embeddingsInOrder(
  models: Models,
  facts: readonly FactsAtHand[],
  which: readonly number[],
  width: number,
  { before }: Wanted,
): Place[] {
  const better = (one: FactsAtHand, other: FactsAtHand): number =>
    other.dimensions - one.dimensions || other.context - one.context;
  const isRoomy = (model: number): boolean => (facts[model]?.context ?? 0) >= leastContext;
  const order = { models, facts, width, better };
  const roomy = byAge(order, which.filter(isRoomy), before);
  const others = which.filter((model) => !isRoomy(model));
  return [...roomy, ...byAge(order, others, roomy.at(-1)?.band ?? before)];
}

/** Newer ones first, in bands; in a band those that their maker sells, then by date. */
export function imagesInOrder(
  models: Models,
  facts: readonly FactsAtHand[],
  which: readonly number[],
  width: number,
  { before }: Wanted,
): Place[] {
  const better = (one: FactsAtHand, other: FactsAtHand): number =>
    Number(other.isSoldByMaker) - Number(one.isSoldByMaker) || other.released - one.released;
  return byAge({ models, facts, width, better }, which, before);
}

interface Order {
  models: Models;
  facts: readonly FactsAtHand[];
  width: number;
  better(one: FactsAtHand, other: FactsAtHand): number;
}

const daysAboutEqual = 270;

/** Those that came within nine months before the newest that is left are about as new. */
function byAge(
  { models, facts, width, better }: Order,
  which: readonly number[],
  before: number,
): Place[] {
  const of = (model: number): FactsAtHand => facts[model] as FactsAtHand;
  const behind = (one: number, other: number): number =>
    byCost(models, one, other) || (models.groups[one] as number) - (models.groups[other] as number);
  // cost alone: nothing else counts
  const inBand = (one: number, other: number): number =>
    (width === Number.POSITIVE_INFINITY ? 0 : better(of(one), of(other))) || behind(one, other);
  models.settle(which);
  let left = which.toSorted(
    (one, other) => of(other).released - of(one).released || behind(one, other),
  );
  const places: Place[] = [];
  for (let band = before + 1; left.length > 0; band += 1) {
    const first = left[0] as number;
    const newest = of(first).released;
    const isAsNew = (model: number): boolean => {
      const { released } = of(model);
      if (released === newest) return true;
      return dayNumber(newest) - dayNumber(released) < daysAboutEqual * width;
    };
    const equal = left.filter(isAsNew).sort(inBand);
    for (const model of equal) places.push({ model, band, openedBy: first });
    left = left.filter((model) => !isAsNew(model));
  }
  return places;
}

/** Days, near enough: 20260724 → 2026 × 365.25 + 7 × 30.44 + 24. */
function dayNumber(date: number): number {
  const year = Math.floor(date / 10_000);
  return year * 365.25 + (Math.floor(date / 100) % 100) * 30.44 + (date % 100);
}
