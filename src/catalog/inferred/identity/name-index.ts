import type { Cluster } from "./cluster.ts";
import type { Form, Forms, Member } from "./forms.ts";
import { type NameSpelling, withoutMaker } from "./name-reader.ts";
import { type NamedVersion, namedVersion } from "./named-version.ts";
import { hasMark, marksText } from "./spelling.ts";
import { stampFits } from "./stamps.ts";

export interface Meaning {
  cluster: Cluster;
  /** Nothing was left out of the name. */
  isExact: boolean;
}

/** Which cluster a name means. */
export class NameIndex {
  readonly #forms: Forms;
  readonly #clusterOf: Map<string, Cluster>;
  readonly #clusters: Set<Cluster>;
  readonly #letters = new Map<string, string>();
  readonly #lettersOfNames = new Map<string, string>();
  /** Letters and digits of an id → its form, or null where several are written so. */
  readonly #formOfLetters = new Map<string, Form | null>();
  readonly #words = new Map<Cluster, ReadonlySet<string>>();
  readonly #formsOfStem = new Map<string, Form[]>();
  /** Until a cluster gives way to another. */
  readonly #meant = new Map<string, Meaning | undefined>();

  constructor(forms: Forms, clusterOf: Map<string, Cluster>) {
    this.#forms = forms;
    this.#clusterOf = clusterOf;
    const clusters = [...new Set(clusterOf.values())];
    this.#clusters = new Set(clusters.sort((a, b) => (a.key < b.key ? -1 : 1)));
    for (const form of forms.byKey.values()) {
      add(this.#formsOfStem, form.stem, form);
      for (const { bareId, variants } of form.members) {
        if (variants.length === 0) this.#noteLetters(bareId, form);
      }
    }
  }

  /** In an order that does not depend on the rows. */
  get clusters(): Cluster[] {
    return [...this.#clusters];
  }

  /** What has taken this cluster in, or itself. */
  heirOf(cluster: Cluster): Cluster {
    return this.#clusterOf.get(cluster.key) ?? cluster;
  }

  redirect(from: Cluster, to: Cluster): void {
    this.#clusters.delete(from);
    for (const { key } of from.forms) this.#clusterOf.set(key, to);
    this.#words.delete(to);
    this.#meant.clear();
  }

  /** GPT-5.4 Mini says no more than gpt-5.4-mini, but more than gpt-54-mini. */
  saysTheSame(name: string, id: string): boolean {
    return this.#lettersOfName(name) === this.#lettersOf(id);
  }

  #noteLetters(bareId: string, form: Form): void {
    const letters = this.#lettersOf(bareId);
    const known = this.#formOfLetters.get(letters);
    if (known === undefined) this.#formOfLetters.set(letters, form);
    else if (known !== form) this.#formOfLetters.set(letters, null);
  }

  #lettersOf(text: string): string {
    const known = this.#letters.get(text);
    if (known !== undefined) return known;
    const written = letters(text);
    this.#letters.set(text, written);
    return written;
  }

  #lettersOfName(name: string): string {
    const known = this.#lettersOfNames.get(name);
    if (known !== undefined) return known;
    const letters = this.#lettersOf(withoutMaker(name));
    this.#lettersOfNames.set(name, letters);
    return letters;
  }

  /** The one cluster that a name means; undefined where it means none or could mean several. */
  meant(name: string): Meaning | undefined {
    // many offers have the same name
    if (this.#meant.has(name)) return this.#meant.get(name);
    const meaning = this.#meaningOf(name);
    this.#meant.set(name, meaning);
    return meaning;
  }

  #meaningOf(name: string): Meaning | undefined {
    // Custom Tools is written customtools
    const written = this.#formOfLetters.get(this.#lettersOfName(name));
    if (written != null) return { cluster: this.#clusterOfForm(written), isExact: true };
    for (const spelling of this.#forms.names.read(name)) {
      const cluster = this.#clusterOf.get(spelling.key);
      if (cluster !== undefined) return { cluster, isExact: true };
      const [only, ...others] = this.#compatible(spelling);
      if (only !== undefined && others.length === 0) return { cluster: only, isExact: false };
    }
    return undefined;
  }

  /** The version that the name of an offer adds to its id. */
  namedVersion(member: Member): NamedVersion | undefined {
    if (this.saysTheSame(member.model.name, member.bareId)) return undefined;
    return namedVersion(member, this.#forms.names);
  }

  wordsOfName(name: string): readonly string[] {
    return this.#forms.names.read(name)[0]?.words ?? [];
  }

  clustersOfStem(stem: string): Cluster[] {
    const forms = this.#formsOfStem.get(stem) ?? [];
    return [...new Set(forms.map((form) => this.#clusterOfForm(form)))];
  }

  #clusterOfForm({ key }: Form): Cluster {
    return this.#clusterOf.get(key) as Cluster;
  }

  /** Every cluster that a name in full could mean. */
  allMeant(name: string): Cluster[] {
    const [spelling] = this.#forms.names.read(name);
    return spelling === undefined ? [] : this.#compatible(spelling);
  }

  /** A name may leave out sizes, dates and instruct, but nothing else. */
  #compatible(spelling: NameSpelling): Cluster[] {
    const forms = (this.#formsOfStem.get(spelling.stem) ?? []).filter(
      (form) =>
        spelling.sizes.every((size) => form.sizes.includes(size)) &&
        spelling.stamps.every((stamp) => form.stamps.includes(stamp)) &&
        otherMarks(spelling) === otherMarks(form),
    );
    return [...new Set(forms.map((form) => this.#clusterOfForm(form)))];
  }

  /** Nothing that an id says of its model is missing in the cluster it may belong to. */
  fits(form: Form, home: Cluster): boolean {
    const words = this.#wordsOf(home);
    const lost = this.#forms.prefixes.withoutNames(form.words).filter((word) => !words.has(word));
    if (lost.some((word) => isTelling(word, home))) return false;
    if (form.sizes.length > 0 && home.sizes.length > 0) {
      if (!form.sizes.every((size) => home.sizes.includes(size))) return false;
    }
    const marks = new Set(home.forms.flatMap((one) => one.marks.map(({ name }) => name)));
    const isFast = home.forms.some((one) => hasMark(one.marks, "speed"));
    for (const { name, kind } of form.marks) {
      // highspeed and lightning are two words for one thing
      if (kind !== "tuned" && !marks.has(name) && !(kind === "speed" && isFast)) return false;
    }
    return form.stamps.every((stamp) => stampFitsCluster(stamp, home));
  }

  #wordsOf(home: Cluster): ReadonlySet<string> {
    const known = this.#words.get(home) ?? this.#readWordsOf(home);
    this.#words.set(home, known);
    return known;
  }

  #readWordsOf(home: Cluster): Set<string> {
    const words = new Set(home.forms.flatMap((form) => form.words));
    for (const name of makersNames(home)) {
      for (const spelling of this.#forms.names.read(name)) {
        for (const word of spelling.words) words.add(word);
      }
    }
    // gpt-54: hosts whose ids hold no dot
    return new Set([...words, ...[...words].map((word) => word.replaceAll(".", ""))]);
  }
}

/** Open weights are served for chat whether or not the id says so: deepseek-chat-v3-0324. */
function isTelling(word: string, home: Cluster): boolean {
  return word !== "chat" || !home.mostly(({ model }) => model.openWeights === true);
}

export function stampFitsCluster(stamp: string, home: Cluster): boolean {
  if (home.forms.some(({ stamps }) => stamps.length > 0)) {
    return home.forms.some(({ stamps }) => stamps.includes(stamp));
  }
  return home.released !== null && stampFits(stamp, home.released);
}

/** What models.json calls it, and what its maker does. */
export function makersNames(cluster: Cluster): string[] {
  const names = cluster.forms.flatMap(({ official }) => official.map(({ name }) => name));
  for (const { isMakers, variants, model } of cluster.members) {
    if (isMakers && variants.length === 0) names.push(model.name);
  }
  return [...new Set(names)].sort();
}

function otherMarks({ marks }: Pick<Form, "marks">): string {
  return marksText(marks.filter(({ kind }) => kind !== "tuned"));
}

function add(map: Map<string, Form[]>, key: string, form: Form): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [form]);
  else list.push(form);
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("+", "plus")
    .replaceAll(/[^a-z0-9.]+/g, "");
}
