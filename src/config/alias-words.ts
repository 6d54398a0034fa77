import { shellWord } from "../catalog/words/shell-word.ts";
import type { AliasParts, NamedPart } from "./alias-parts.ts";
import { type Finding, finding } from "./finding.ts";
import { placeOf } from "./findings.ts";
import type { Leaf } from "./layers.ts";
import type { ConfigFile } from "./read-file.ts";
import { shownName } from "./secrets.ts";

/** What is said of each thing that is wrong with names of one's own: most files have none of it. */

type Files = readonly ConfigFile[];

export function noName({ alias, leaves }: AliasParts, files: Files): Finding {
  const message = `no alias can be called ${shownName(alias)}: small letters, digits, dots, _ and -, at most 64`;
  return finding("config.bad-alias", placeOfFirst(leaves, files), message);
}

export function noModel({ alias, leaves }: AliasParts, files: Files): Finding {
  const message = `the alias ${shownName(alias)} stands for no model`;
  const fix = `modelforge config alias ${shellWord(shownName(alias))} <ref>`;
  return finding("config.empty-alias", placeOfFirst(leaves, files), message, fix);
}

/** An alias stands for a model, and so does what is taken in its place. */
export function ofAnother(
  alias: string,
  part: NamedPart,
  named: ReadonlyMap<string, readonly string[]>,
  files: Files,
): Finding {
  const { name, index } = part;
  const at = placeInList(part, files);
  const says = index === undefined ? "stands for" : "falls back to";
  const circle = wayBack(alias, name, named);
  const remedy = index === undefined ? "<ref>" : "--fallback <ref>";
  const fix = `modelforge config alias ${shellWord(shownName(alias))} ${remedy}`;
  if (circle !== undefined) {
    const way = [alias, ...circle].map(shownName).join(" > ");
    const message = `${shownName(alias)} ${says} ${name === alias ? "itself" : shownName(name)}: a circle, ${way}`;
    return finding("config.alias-circle", at, message, fix);
  }
  const message = `${shownName(alias)} ${says} ${shownName(name)}, which is an alias, too`;
  return finding("config.alias-of-alias", at, message, fix);
}

/** The names from one alias to another, both among them; undefined where no way leads there. */
function wayBack(
  to: string,
  from: string,
  named: ReadonlyMap<string, readonly string[]>,
  seen: Set<string> = new Set(),
): string[] | undefined {
  if (from === to) return [from];
  if (seen.has(from)) return undefined;
  // what leads nowhere from here leads nowhere from elsewhere
  seen.add(from);
  for (const next of named.get(from) ?? []) {
    const way = wayBack(to, next, named, seen);
    if (way !== undefined) return [from, ...way];
  }
  return undefined;
}

export function idleFallback(part: NamedPart, files: Files): Finding {
  const alias = shownName(part.leaf.path[1] ?? "");
  const message = `${shownName(part.name)} is taken before already: as a fallback of ${alias} it does nothing`;
  return finding("config.idle-fallback", placeInList(part, files), message);
}

function placeOfFirst(leaves: AliasParts["leaves"], files: Files) {
  const [first] = Object.values(leaves);
  return first === undefined ? {} : placeOf(first, files);
}

/** Where one of a list stands, or what is no list. */
export function placeInList(
  { leaf, index }: { leaf: Leaf; index?: number | undefined },
  files: Files,
) {
  return placeOf(
    index === undefined ? leaf : { ...leaf, path: [...leaf.path, String(index)] },
    files,
  );
}
