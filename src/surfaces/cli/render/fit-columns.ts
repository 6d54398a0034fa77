/** What is to be known of a column to find room for it. */
export interface Fitted {
  /** Columns its widest cell takes, or its title. */
  natural: number;
  /** Absent: it never goes, as long as there is any room. */
  importance: number | undefined;
  /** Refs can be cut in the middle, words at their end, numbers not at all. */
  cuts: "ref" | "words" | "never";
  /** The question is about it: others go first. */
  isAsked?: boolean;
  /** So many of its columns show what was asked for. */
  least?: number;
}

// a ref of so many columns can still be told from its like
const readableRef = 36;
const leastRef = 16;
const fewWords = 16;
const leastWords = 8;
// columns that say less than these are not worth a ref that is cut
const worthCutting = 5;

/** How wide each column is; those that go have no width. */
export function fitColumns(columns: readonly Fitted[], width: number, gap: number): Widths {
  const widths: Widths = columns.map(({ natural }) => natural);
  const total = (): number =>
    widths.reduce<number>((sum, one) => (one === undefined ? sum : sum + one + gap), -gap);
  const narrow = (ref: number, words: number, keepsLeast = true): void => {
    columns.forEach(({ natural, cuts, least = 0 }, at) => {
      if (widths[at] === undefined || cuts === "never") return;
      const ofWords = keepsLeast ? Math.max(words, least) : words;
      widths[at] = Math.min(natural, cuts === "ref" ? ref : ofWords);
    });
  };
  // the least important first, from the right
  const droppable = columns
    .flatMap(({ importance }, at) =>
      importance === undefined || at === 0 ? [] : [{ importance, at }],
    )
    .sort((a, b) => a.importance - b.importance || b.at - a.at);
  const drop = (isMeant: (importance: number) => boolean): void => {
    for (const { importance, at } of droppable) {
      if (total() <= width) return;
      if (isMeant(importance)) widths[at] = undefined;
    }
  };
  // a narrow one may have gone with a wide one that says more, which left room for it
  const putBack = (leastImportance: number, mostWords: number): void => {
    for (const { importance, at } of droppable.toReversed()) {
      const { natural = 0, cuts } = columns[at] ?? {};
      if (widths[at] !== undefined || importance < leastImportance) continue;
      widths[at] = cuts === "words" ? Math.min(natural, mostWords) : natural;
      if (total() > width) widths[at] = undefined;
    }
  };
  drop((importance) => importance < worthCutting);
  if (total() > width) {
    narrow(readableRef, fewWords);
    drop(() => true);
    putBack(worthCutting, fewWords);
  }
  if (total() > width) narrow(readableRef, leastWords);
  if (total() > width) narrow(leastRef, leastWords);
  const dropFromRight = (isMeant: (column: Fitted) => boolean): void => {
    for (let at = columns.length - 1; at > 0 && total() > width; at -= 1)
      if (isMeant(columns[at] as Fitted)) widths[at] = undefined;
  };
  // a price that nobody asked about, before anything that somebody did
  if (columns.some(({ isAsked }) => isAsked === true))
    dropFromRight(({ isAsked }) => isAsked !== true);
  if (total() > width) narrow(leastRef, leastWords, false);
  dropFromRight(() => true);
  const [first = 0] = widths;
  widths[0] = Math.max(1, first - Math.max(0, total() - width));
  let spare = width - total();
  const widen = (most: (column: Fitted) => number): void => {
    columns.forEach((column, at) => {
      const narrowed = widths[at];
      if (narrowed === undefined) return;
      const more = Math.max(0, Math.min(spare, most(column) - narrowed));
      widths[at] = narrowed + more;
      spare -= more;
    });
  };
  // a few more signs help words more than a ref that can be read
  widen(({ natural, cuts }) => (cuts === "ref" ? Math.min(natural, readableRef) : 0));
  widen(({ natural, cuts }) => (cuts === "words" ? Math.min(natural, fewWords) : 0));
  widen(({ natural }) => natural);
  const isWhole = columns.every(({ natural }, at) => (widths[at] ?? natural) === natural);
  if (isWhole) putBack(0, Infinity);
  return widths;
}

export type Widths = (number | undefined)[];
