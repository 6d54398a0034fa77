import { compareText } from "../catalog/words/ref.ts";
import { ModelForgeError } from "../failure.ts";
import { changesDirectory, changesFile } from "../places/changes-layout.ts";
import { doubtAbout } from "../places/doubt.ts";
import { directoryOf } from "../places/usual.ts";
import type { ReadingFiles, System } from "../system/ports.ts";
import { aliasPattern, reservedAliases } from "./aliases.ts";
import { changesAmong } from "./changes-among.ts";
import type { Configuration } from "./configuration.ts";
import { allKeys } from "./keys.ts";
import { type Leaf, nameOf } from "./layers.ts";
import { changesAt } from "./noted-changes.ts";
import type { Scope } from "./places.ts";

/** One's own names that can be typed; none where the files cannot be read. */
export function aliasesIn(configuration: Pick<Configuration, "leaves">): string[] {
  const names = leavesIn(configuration).flatMap(({ path: [section, name = ""] }) =>
    section === "aliases" && aliasPattern.test(name) ? [name] : [],
  );
  return [...new Set(names)];
}

/** Names that can be given to a model: those that are there, and those that stand for something everywhere. */
export function aliasNames(configuration: Pick<Configuration, "leaves">): string[] {
  return [...new Set([...aliasesIn(configuration), ...reservedAliases])];
}

/** The refs of models that were added, or of which something is said. */
export function modelsIn(configuration: Pick<Configuration, "leaves">): string[] {
  const refs = leavesIn(configuration).flatMap(({ path: [section, provider, models, id] }) =>
    section === "providers" && models === "models" ? [`${provider}/${id}`] : [],
  );
  return [...new Set(refs)].toSorted(compareText);
}

const ofAlias = "aliases.*.";

/** What can be set: every setting of the table, and of aliases all that goes with one, of others with a name in it what is there. */
export function settingsIn(configuration: Pick<Configuration, "leaves">): string[] {
  const fixed = allKeys.map(({ key }) => key).filter((key) => !key.includes("*"));
  const parts = allKeys.flatMap(({ key }) =>
    key.startsWith(ofAlias) ? key.slice(ofAlias.length) : [],
  );
  const ofAliases = aliasNames(configuration).flatMap((name) =>
    parts.map((part) => nameOf(["aliases", name, part])),
  );
  const named = leavesIn(configuration).map(({ path }) => nameOf(path));
  // quotation marks are not for shells to complete
  return [...new Set([...fixed, ...named, ...ofAliases])].filter((name) => /^[\w./-]+$/.test(name));
}

/** A change of the configuration, by the number that it is called by. */
export interface NumberedChange {
  number: number;
  command: string;
}

/** The changes that can be shown or taken back, newest first; none where that cannot be read, or others could write it. */
export function numberedChanges(
  machine: Pick<System, "codec" | "environment"> & { files: ReadingFiles },
  scope?: Scope,
): NumberedChange[] {
  const { environment, files } = machine;
  try {
    const state = directoryOf(environment, files, "state", "MODELFORGE_STATE_DIR");
    const path = `${state}/${changesDirectory}/${changesFile}`;
    if (state === undefined || doubtAbout(path, files) !== undefined) return [];
    const changes = changesAmong(changesAt(path, machine), machine, scope);
    return changes.map(({ command }, at) => ({ number: at + 1, command }));
  } catch (error) {
    if (error instanceof ModelForgeError) return [];
    throw error;
  }
}

function leavesIn(configuration: Pick<Configuration, "leaves">): readonly Leaf[] {
  try {
    return configuration.leaves;
  } catch (error) {
    if (error instanceof ModelForgeError) return [];
    throw error;
  }
}
