import { dateKey } from "../../words/dates.ts";
import type { Form, Member } from "./forms.ts";
import type { Mark } from "./marks.ts";
import { confidenceOf, type ReasonCode } from "./reasons.ts";
import { marksText, sortedText, stemOf } from "./spelling.ts";
import { stampFits } from "./stamps.ts";

/** What the clusters of a bucket are told apart by. */
export type Facets = Pick<Form, "sizes" | "stamps" | "marks">;

/** Forms found to be one model, and what their offers say of it. Grows by taking others in. */
export class Cluster {
  readonly forms: Form[];
  members: Member[];
  sizes: readonly string[];
  stamps: readonly string[];
  marks: readonly Mark[];
  readonly stem: string;
  #providers: Set<string> | undefined;
  #released: string | null | undefined;
  #facets: string | undefined;

  constructor(form: Form, members: readonly Member[] = form.members) {
    this.forms = [form];
    this.stem = form.stem;
    this.sizes = form.sizes;
    this.stamps = form.stamps;
    this.marks = form.marks;
    this.members = [...members];
  }

  /** What it is told apart by from others of its stem, as one text. */
  get facets(): string {
    this.#facets ??= facetsText(this);
    return this.#facets;
  }

  get isOfficial(): boolean {
    return this.forms.some(({ official }) => official.length > 0);
  }

  get key(): string {
    return this.forms[0]?.key ?? "";
  }

  get providers(): ReadonlySet<string> {
    this.#providers ??= new Set(this.members.map(({ model }) => model.provider));
    return this.#providers;
  }

  /** Providers that made what they sell here. */
  get makers(): string[] {
    return this.members.filter(({ isMakers }) => isMakers).map(({ model }) => model.provider);
  }

  /** The date that most offers name, the earliest of equals; resellers often name the day they listed it. */
  get released(): string | null {
    if (this.#released === undefined) {
      const named = mostNamed(this.members, "releaseDate");
      const [stamp] = this.stamps;
      // the date in an id is surer than the one beside it: mistral-large-2512 is listed with 2024-11-01
      const isSurer = stamp !== undefined && !stamp.startsWith("--");
      this.#released = isSurer && (named === null || !stampFits(stamp, named)) ? stamp : named;
    }
    return this.#released;
  }

  /** Some maker's alias is moved from release to release: gpt-4o. */
  get isMoving(): boolean {
    const updated = mostNamed(this.members, "lastUpdated");
    return updated !== null && this.released !== null && updated > this.released;
  }

  /** The middle one of the prices of input tokens; undefined where none is listed or all are free. */
  get inputPrice(): number | undefined {
    const prices = this.members
      .map(({ model }) => model.price?.input ?? 0)
      .filter((price) => price > 0)
      .sort((a, b) => a - b);
    return prices[Math.floor(prices.length / 2)];
  }

  /** Whether most offers do so. */
  mostly(test: (member: Member) => boolean): boolean {
    return this.members.filter(test).length * 2 > this.members.length;
  }

  /** Takes the other's offers in, each with the weaker of its own evidence and this one. */
  take(other: Cluster, reason: ReasonCode, variants: readonly string[] = []): void {
    // one by one: a list of any length is no list of arguments
    for (const form of other.forms) this.forms.push(form);
    for (const member of other.members) this.members.push(weaken(member, reason, variants));
    this.#forget();
  }

  /** Moves single offers over. */
  adopt(members: readonly Member[], from: Cluster, reason: ReasonCode): void {
    const leaving = new Set(members);
    from.members = from.members.filter((member) => !leaving.has(member));
    for (const member of members) this.members.push(weaken(member, reason, []));
    from.#forget();
    this.#forget();
  }

  rename(facets: Facets): void {
    this.sizes = facets.sizes;
    this.stamps = facets.stamps;
    this.marks = facets.marks;
    this.#facets = undefined;
    this.#forget();
  }

  replace(member: Member, by: Member): void {
    this.members[this.members.indexOf(member)] = by;
  }

  #forget(): void {
    this.#providers = undefined;
    this.#released = undefined;
  }
}

export function facetsText({ sizes, stamps, marks }: Facets): string {
  return `${sortedText(sizes)}|${sortedText(stamps)}|${marksText(marks)}`;
}

export function weaken(member: Member, reason: ReasonCode, variants: readonly string[]): Member {
  const isWeaker = confidenceOf(reason) < confidenceOf(member.reason);
  if (!isWeaker && variants.length === 0) return member;
  return {
    ...member,
    reason: isWeaker ? reason : member.reason,
    variants: [...member.variants, ...variants],
  };
}

/** Some form of either has the same words: they differ in sizes, dates and marks only. */
export function haveSameWords(a: Cluster, b: Cluster): boolean {
  const stems = new Set(a.forms.map(({ words }) => stemOf(words)));
  return b.forms.some(({ words }) => stems.has(stemOf(words)));
}

/** Which of two clusters gives its name to both: the official one, then the one with more sellers. */
export function isStronger(a: Cluster, b: Cluster): boolean {
  if (a.isOfficial !== b.isOfficial) return a.isOfficial;
  if (a.providers.size !== b.providers.size) return a.providers.size > b.providers.size;
  if (a.members.length !== b.members.length) return a.members.length > b.members.length;
  return a.key < b.key;
}

function mostNamed(members: readonly Member[], field: "releaseDate" | "lastUpdated") {
  const [only] = members;
  if (members.length === 1 && only !== undefined) return only.model[field];
  const counts = new Map<string, number>();
  for (let at = 0; at < members.length; at += 1) {
    const date = (members[at] as Member).model[field];
    if (date !== null) counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  let best: string | null = null;
  let most = 0;
  // a step of an iterator is an object, until V8 optimises it
  counts.forEach((count, date) => {
    if (count < most || (count === most && best !== null && !isEarlier(date, best))) return;
    best = date;
    most = count;
  });
  return best;
}

function isEarlier(a: string, b: string): boolean {
  return dateKey(a) === dateKey(b) ? a < b : dateKey(a) < dateKey(b);
}
