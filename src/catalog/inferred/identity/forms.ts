import type { ModelFacts } from "../../words/facts.ts";
import type { Makers } from "../maker.ts";
import type { ModelRow } from "../../words/model.ts";
import { compareText } from "../../words/ref.ts";
import { namesWrapper, wrappedVariant } from "../sellers/wrappers.ts";
import { type IdSpelling, readId } from "./host-syntax.ts";
import type { Mark } from "./marks.ts";
import { NameReader } from "./name-reader.ts";
import { Prefixes } from "./prefixes.ts";
import type { ReasonCode } from "./reasons.ts";
import { uploadsOf } from "./uploads.ts";
import { formKey, marksText, readSpelling, type Spelling, stemOf } from "./spelling.ts";

/** All ids that say the same: one stem, the same sizes, date and marks. */
export interface Form {
  key: string;
  stem: string;
  words: readonly string[];
  sizes: readonly string[];
  stamps: readonly string[];
  marks: readonly Mark[];
  members: Member[];
  /** What models.json lists so. */
  official: ModelFacts[];
}

/** A row, how its id is read, and the weakest evidence that brought it where it stands. */
export interface Member {
  row: number;
  model: ModelRow;
  form: Form;
  /** The id without what stands before its last slash, in lower case. */
  bareId: string;
  namespace: string;
  /** How it is served: `fp8`, `eu`. */
  variants: readonly string[];
  reason: ReasonCode;
  /** Its provider made it. */
  isMakers: boolean;
}

/** An id as all who write it mean it. */
interface Reading {
  id: IdSpelling;
  bareId: string;
  words: readonly string[];
  /** Undefined where it means something else at every host. */
  form: Form | undefined;
}

/** The catalog's ids by what they say. */
export class Forms {
  readonly byKey = new Map<string, Form>();
  readonly prefixes: Prefixes;
  readonly names: NameReader;
  readonly #written = new Set<string>();

  constructor(models: readonly ModelRow[], facts: readonly ModelFacts[], makers: Makers) {
    const ids = readEach(models);
    const official = facts.map((entry) => ({ entry, id: readId(entry.id) }));
    const uploads = uploadsOf(
      models,
      ids,
      official.map(({ id }) => id),
    );
    for (const [id, words] of uploads)
      ids.set(id, { ...(ids.get(id) as IdSpelling), words, namespace: "" });
    this.prefixes = new Prefixes(
      models,
      ids,
      new Set(official.map(({ id }) => stemOf(id.words))),
      facts.map(({ id }) => id.slice(0, Math.max(0, id.indexOf("/")))),
    );
    this.names = new NameReader(this.prefixes);
    for (const { entry, id } of official) this.#formOf(id, id.words, "").official.push(entry);
    const readings = new Map<string, Reading>();
    for (const [id, spelling] of ids) {
      const words = this.prefixes.strip(spelling.words);
      this.#written.add(words.join(" "));
      const form = isGeneric(spelling) ? undefined : this.#formOf(spelling, words, "");
      // an upload is named with whose it is: openpipe/qwen3-14b-instruct
      const bareId = bareIdOf(id, uploads.has(id));
      readings.set(id, { id: asWrapped(id, spelling), bareId, words, form });
    }
    models.forEach((model, row) => {
      this.#add(row, model, readings.get(model.id) as Reading, makers);
    });
  }

  /** Somebody writes these words in this order. */
  isWritten(words: readonly string[]): boolean {
    return this.#written.has(words.join(" "));
  }

  #add(row: number, model: ModelRow, reading: Reading, makers: Makers): void {
    const { id, bareId, words } = reading;
    const form = reading.form ?? this.#formOf(id, words, id.namespace || model.provider);
    const { variants, namespace } = id;
    const reason = reasonFor(id, words.length < id.words.length, form);
    const isMakers = makers.isMakers(model.provider, bareId, namespace);
    form.members.push({ row, model, form, bareId, namespace, variants, reason, isMakers });
  }

  #formOf(spelling: Spelling, words: readonly string[], owner: string): Form {
    const free = formKey(spelling, words);
    // a word like auto means something else at every host, unless models.json knows it
    const isOwned = owner !== "" && (this.byKey.get(free)?.official.length ?? 0) === 0;
    const stem = isOwned ? `${stemOf(words)} @${owner}` : stemOf(words);
    const key = isOwned ? `${stem}|||${marksText(spelling.marks)}` : free;
    const known = this.byKey.get(key);
    if (known !== undefined) {
      // the same order of words whoever comes first
      if (words.join(" ") < known.words.join(" ")) known.words = words;
      return known;
    }
    const { sizes, stamps } = spelling;
    const marks = spelling.marks.toSorted((a, b) => compareText(a.name, b.name));
    const form = { key, stem, words, sizes, stamps, marks, members: [], official: [] };
    this.byKey.set(key, form);
    return form;
  }
}

/** The same id is written by up to dozens of providers. */
function readEach(models: readonly ModelRow[]): Map<string, IdSpelling> {
  const ids = new Map<string, IdSpelling>();
  // and another id names the same model behind another maker's name
  const known = new Map<string, Spelling>();
  const read = (text: string): Spelling => {
    let spelling = known.get(text);
    if (spelling === undefined) {
      spelling = readSpelling(text);
      known.set(text, spelling);
    }
    return spelling;
  };
  for (const { id } of models) if (!ids.has(id)) ids.set(id, readId(id, read));
  return ids;
}

/** A single word without any number, as `auto`, `router`, `free`. */
function isGeneric({ words, sizes, stamps }: Spelling): boolean {
  return (
    words.length < 2 && sizes.length === 0 && stamps.length === 0 && !/\d/.test(words[0] ?? "")
  );
}

function reasonFor(id: IdSpelling, hadPrefix: boolean, form: Form): ReasonCode {
  if (id.variants.length > 0) return "plain-variant";
  if (hadPrefix) return "host-prefix";
  if (id.hadHostSyntax) return "host-syntax";
  return form.official.length > 0 ? "listed" : "same-id";
}

/** With the terms of a wrapper as a variant, and without the wrapper as who made it. */
function asWrapped(id: string, spelling: IdSpelling): IdSpelling {
  const wrapped = wrappedVariant(id);
  if (wrapped === undefined) return spelling;
  const namespace = namesWrapper(id) ? "" : spelling.namespace;
  return { ...spelling, namespace, variants: [...spelling.variants, wrapped] };
}

function bareIdOf(id: string, isUpload: boolean): string {
  const slash = id.lastIndexOf("/");
  return id.slice((isUpload ? id.lastIndexOf("/", slash - 1) : slash) + 1).toLowerCase();
}
