import type { GroupNames } from "../inferred/identity/spelled.ts";
import type { ModelRow } from "../words/model.ts";
import type { Place } from "./lines.ts";
import type { LookupWriter } from "./lookup.ts";

/** One way of writing that shares its words with others, and what is written so. */
export interface SpelledEntry {
  sizes: readonly string[];
  stamps: readonly string[];
  /** Names of its marks. */
  marks: readonly string[];
  /** Its group in groups.jsonl. */
  group: Place;
}

/** Letters and digits alone: `GLM-4.6` and `glm46` are the same. */
export function lettersOfId(id: string): string {
  return id
    .toLowerCase()
    .replaceAll("+", "plus")
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** A release's date behind an id, as most write it. */
const dateAtEnd = /[-@](?:20\d{6}|20\d\d-\d\d-\d\d)(?=$|-v\d)/;

/** By what a model is found that is not typed as any row has it: the words of its ids, and their letters. */
export function addSpellings(
  lookup: LookupWriter,
  names: GroupNames,
  /** Of the groups, in JSON. */
  places: readonly string[],
): void {
  for (const { stem, sizes, stamps, marks, group } of names.spelled) {
    const said = JSON.stringify({ sizes, stamps, marks: marks.map(({ name }) => name) });
    lookup.addText("stem", stem, `${said.slice(0, -1)},"group":${places[group]}}`);
  }
  const seen = new Set<string>();
  for (const { bareId, group } of names.bareIds) {
    for (const id of [bareId, bareId.replace(dateAtEnd, "")]) {
      const letters = lettersOfId(id);
      const key = `${group} ${letters}`;
      if (letters === "" || seen.has(key)) continue;
      seen.add(key);
      lookup.addText("letters", letters, places[group] as string);
    }
  }
}

/** Whoever sells models or is named before their ids: what stands before a name may be left out. */
export function addSomebodies(lookup: LookupWriter, models: readonly { model: ModelRow }[]): void {
  const ids = new Set(models.map(({ model }) => model.id));
  const paths = [...ids].flatMap((id) => id.toLowerCase().split("/").slice(0, -1));
  const somebodies = new Set(models.map(({ model }) => model.provider.toLowerCase()).concat(paths));
  const names = [...somebodies].flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+/u)]);
  for (const name of new Set(names.map(lettersOfId))) {
    if (name.length >= shortestName) lookup.addText("somebody", name, "1");
  }
}

// shorter parts of names could be parts of anything
const shortestName = 3;
