import { readId } from "../inferred/identity/host-syntax.ts";
import { takeMark } from "../inferred/identity/marks.ts";
import { stemOf } from "../inferred/identity/spelling.ts";
import { stampFits } from "../inferred/identity/stamps.ts";
import { readWords, type Word } from "../inferred/identity/words.ts";
import type { ModelGroup } from "../prepared/group.ts";
import type { Place } from "../prepared/lines.ts";
import { lettersOfId, type SpelledEntry } from "../prepared/spellings.ts";
import type { CatalogView } from "../view.ts";
import { makersRow } from "./rows-of-group.ts";
import { comesAndGoes, type Distance, distanceBetween, type Facets } from "./spelling-distance.ts";

interface Near extends Distance {
  /** Only some of the words of the name are its own. */
  isPart: boolean;
}

/** A model that a name may mean. */
export interface Meant extends Near {
  group: ModelGroup;
  /** When it was released, `2025-08-07`; empty where that is not known. */
  released: string;
}

/** Nobody writes more words around a name. */
const mostCut = 3;
/** For every word that is in no name of the model: before it, and behind it. */
const costOfWord = { before: 10, behind: 15 } as const;
/** What differs is no more than what holds the parts together. */
const costOfLetters = 0.2;
/** Its maker writes it otherwise, where that of another writes it so. */
const costOfOthers = 0.1;

/**
 * The models that a name may mean whose spelling no row has, the likeliest first. One that is sure may be taken for what
 * was typed; the others are suggestions.
 */
export function groupsMeant(view: CatalogView, typed: string): Meant[] {
  const found = new Found(view, typed);
  byWords(view, typed, found);
  byId(view, typed, found);
  if (!found.isWhole) byLetters(view, typed, found);
  return found.sorted();
}

/** Its id itself, however its parts are held together: nearer than the same words with more or fewer marks. */
function byId(view: CatalogView, typed: string, found: Found): void {
  for (const place of view.named("letters", lettersOfId(segmentOf(typed))))
    found.add(place, { cost: costOfLetters, isSure: true, isPart: false });
}

/** What stands behind the last slash, without a way of serving it. */
function segmentOf(typed: string): string {
  return typed.slice(typed.lastIndexOf("/") + 1).replace(/:[a-z]+$/i, "");
}

/** The same words in any order, without what stands before or behind them. */
function byWords(view: CatalogView, typed: string, found: Found): void {
  const { words, sizes, stamps, marks } = readId(typed);
  const facets = { sizes, stamps, marks: marks.map(({ name }) => name) };
  for (let cut = 0; cut <= mostCut && cut < words.length; cut += 1) {
    const isNamed = areNames(view, words.slice(0, cut));
    for (let end = words.length; end > cut && words.length - end <= mostCut; end -= 1) {
      // another version is found by a search
      if (/\d/.test(words[end] ?? "")) break;
      const entries = view.named("stem", stemOf(words.slice(cut, end)));
      const isSure = isNamed && end === words.length;
      const extra =
        (isNamed ? 0 : cut * costOfWord.before) + (words.length - end) * costOfWord.behind;
      found.addAll(entries, facets, { cost: extra, isSure, isPart: extra > 0 });
      // kimi-k2 is no k2 that somebody called Kimi sells
      if (entries.length > 0 && isSure) return;
      if (entries.length > 0) break;
    }
  }
}

/** The same letters and digits, whatever is between them. */
function byLetters(view: CatalogView, typed: string, found: Found): void {
  const all = readWords(segmentOf(typed));
  for (let cut = 0; cut <= mostCut && cut < all.length; cut += 1) {
    const isNamed = areNames(
      view,
      all.slice(0, cut).map(({ text }) => text),
    );
    if (!isNamed) continue;
    for (let end = all.length; end > cut; end = withoutLast(all, end)) {
      const places = view.named("letters", lettersOf(all.slice(cut, end)));
      const cost = 1 + all.length - end;
      for (const place of places) found.add(place, { cost, isSure: true, isPart: false });
      if (places.length > 0) return;
    }
  }
}

function lettersOf(words: readonly Word[]): string {
  return lettersOfId(words.map(({ text }) => text).join(""));
}

/** How many words are left without a date or a mark at the end that comes and goes; none where it is neither. */
function withoutLast(words: readonly Word[], end: number): number {
  const mark = takeMark(words, end - 1)?.mark.name;
  const isLoose = words[end - 1]?.kind === "stamp" || (mark !== undefined && comesAndGoes(mark));
  return isLoose ? end - 1 : 0;
}

/** Whoever sells models, or is named before ids: `azure`, `vertex ai`. */
function areNames(view: CatalogView, words: readonly string[]): boolean {
  const isName = (word: string): boolean => view.named("somebody", word).length > 0;
  if (words.length === 0 || isName(words.join(""))) return true;
  return words.some(isName) && words.every((word) => isName(word) || /^\p{L}{2}$/u.test(word));
}

/** Collects what a name may mean, each model once at its nearest. */
class Found {
  readonly #view: CatalogView;
  readonly #typed: string;
  readonly #byPlace = new Map<number, Near & { place: Place }>();

  constructor(view: CatalogView, typed: string) {
    this.#view = view;
    this.#typed = typed;
  }

  /** Something has all the words of the name, and no others. */
  get isWhole(): boolean {
    return [...this.#byPlace.values()].some(({ isPart }) => !isPart);
  }

  add(place: Place, distance: Near): void {
    const known = this.#byPlace.get(place[0]);
    if (known !== undefined && known.cost <= distance.cost) return;
    this.#byPlace.set(place[0], { ...distance, place });
  }

  addAll(entries: readonly SpelledEntry[], typed: Facets, extra: Near): void {
    for (const entry of entries) {
      const { cost, isSure } = distanceBetween(typed, entry);
      const fits = this.#fits(entry, typed, entries) && !isSoldApart(entry, typed, entries);
      this.add(entry.group, {
        // another release's date, another model's mark: the same line, but not what was typed
        cost: cost + extra.cost + (fits ? 0 : 15),
        isSure: isSure && extra.isSure && fits,
        isPart: extra.isPart,
      });
    }
  }

  /** A date that the name of a model lacks is its own, or could be no other release's. */
  #fits({ stamps, group }: SpelledEntry, typed: Facets, entries: readonly SpelledEntry[]): boolean {
    const [stamp] = typed.stamps;
    if (stamp === undefined || stamps.length > 0) return true;
    if (!entries.some((other) => other.stamps.length > 0)) return true;
    const { released } = this.#read(group);
    return released !== "" && stampFits(stamp, released);
  }

  #read(place: Place): Pick<Meant, "group" | "released"> {
    const group = this.#view.groupAt(place);
    const first = group.members.find(({ row }) => row === group.reference) ?? group.members[0];
    const model = first === undefined ? undefined : this.#view.modelAt(first.row, first.place);
    return { group, released: model?.releaseDate ?? "" };
  }

  /**
   * The nearest first; of equals the one whose own row is written so, whatever others call theirs, then the newest, then
   * the one with more sellers. Where two are equally near, neither is sure.
   */
  sorted(): Meant[] {
    const all = [...this.#byPlace.values()].map(({ place, ...near }) => ({
      ...near,
      ...this.#read(place),
    }));
    raiseOthers(this.#view, all, this.#typed);
    all.sort(
      (a, b) =>
        a.cost - b.cost ||
        Number(a.released < b.released) - Number(a.released > b.released) ||
        b.group.members.length - a.group.members.length,
    );
    const [first, second] = all;
    return all.map((one) => ({
      ...one,
      isSure: one.isSure && one === first && (second === undefined || second.cost > first.cost),
    }));
  }
}

/** Of equally near ones those are farther that are written so by others than the maker of the first. */
function raiseOthers(view: CatalogView, all: readonly Meant[], typed: string): void {
  const least = Math.min(...all.map(({ cost }) => cost));
  const tied = all.filter(({ cost }) => cost === least);
  if (tied.length < 2) return;
  const weights = tied.map(({ group }) => whoSpells(view, group, typed));
  const most = Math.max(...weights);
  tied.forEach((one, at) => {
    if ((weights[at] as number) < most) one.cost += costOfOthers;
  });
}

/** Who writes it so: its maker, 2; where its maker does not sell it most others, 1; else some, who may mistake it. */
function whoSpells(view: CatalogView, group: ModelGroup, typed: string): number {
  const own = makersRow(view, group, typed);
  const isSpelled = stemOf(readId(own?.ref ?? group.key).words) === stemOf(readId(typed).words);
  if (!isSpelled) return 0;
  return own === undefined ? 1 : 2;
}

/** A mark that was typed is missing here, and stands where the same words name a model of their own. */
function isSoldApart({ marks }: SpelledEntry, typed: Facets, entries: readonly SpelledEntry[]) {
  const left = typed.marks.filter((mark) => !marks.includes(mark));
  return entries.some((other) => left.some((mark) => other.marks.includes(mark)));
}
