import type { CatalogNames } from "../../../catalog/prepared/names.ts";
import { clean } from "../../../catalog/words/clean.ts";
import { beginningWith, namesFor } from "./catalog-words.ts";
import { isGroup, type Place } from "./place.ts";
import type { CompletionTable, Values } from "./table.ts";

/** A word to offer. One that ends in `/` or `=` goes on without a blank. */
export interface Candidate {
  word: string;
  about?: string;
}

/** Asks the shell for the names of files, which it knows best. */
const fileNames = ":files";

/** What a name may come from, each read where it is asked for. */
export interface NamesAtHand {
  catalog(): CatalogNames | undefined;
  aliases(): readonly string[];
  /** The same, and names that can be given. */
  aliasNames(): readonly string[];
  settings(): readonly string[];
  changes(): readonly { number: number; command: string }[];
}

export function candidatesFor(
  place: Place,
  table: CompletionTable,
  names: NamesAtHand,
): Candidate[] {
  if (place.kind === "command") {
    return commandsIn(place.before, table).filter(({ word }) => word.startsWith(place.beginning));
  }
  const { beginning } = place;
  if (place.kind === "flag") {
    return place.flags
      .filter(({ name }) => name.startsWith(beginning))
      .map(({ name, about }) => ({ word: name, about }));
  }
  const { values, kept, provider } = place;
  // whoever typed what no word holds goes on alone: a line feed would be two words to the shell
  if (clean(kept) !== kept) return [];
  if (values === "file") return [{ word: fileNames }];
  if (values === "change")
    return names
      .changes()
      .map(({ number, command }) => ({ word: String(number), about: command }))
      .filter(({ word }) => word.startsWith(beginning));
  return wordsFor(values, beginning, provider, names).map((word) => ({ word: kept + word }));
}

function commandsIn(before: readonly string[], table: CompletionTable): Candidate[] {
  const [group] = before;
  if (group !== undefined) {
    if (before.length > 1 || !isGroup(group, table)) return [];
    return table.commands
      .filter(({ path }) => path.startsWith(`${group} `))
      .map(({ path, summary }) => ({ word: path.slice(group.length + 1), about: summary }));
  }
  const named = table.commands.flatMap(({ path, aliases, summary }) =>
    [path, ...aliases]
      .filter((name) => !name.includes(" "))
      .map((word) => ({ word, about: summary })),
  );
  return [...named, { word: "help", about: "show help" }];
}

function wordsFor(
  values: Exclude<Values, "file" | "change">,
  beginning: string,
  provider: string | undefined,
  names: NamesAtHand,
): string[] {
  if (values === null) return [];
  if (typeof values !== "string") return beginningWith(values, beginning);
  if (values === "setting") return beginningWith(names.settings(), beginning);
  if (values === "alias") return beginningWith(names.aliasNames(), beginning);
  const takesAlias = values === "model" && provider === undefined;
  const aliases = takesAlias ? beginningWith(names.aliases(), beginning) : [];
  const catalog = names.catalog();
  if (catalog === undefined) return aliases;
  return [...aliases, ...namesFor(values, beginning, provider, catalog)];
}
