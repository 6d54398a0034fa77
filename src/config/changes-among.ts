import { isoTime } from "../catalog/words/dates.ts";
import { ModelForgeError } from "../failure.ts";
import type { ReadingFiles, System } from "../system/ports.ts";
import { whereItIs } from "./configuration.ts";
import { isSameText, type KeptText, keptText } from "./kept-text.ts";
import type { Change } from "./noted-changes.ts";
import { projectFile, type Scope, userFile } from "./places.ts";
import { mostConfigBytes } from "./read-file.ts";

type LookingMachine = Pick<System, "codec" | "environment"> & { files: ReadingFiles };

/** What was changed without this program. */
const byHand = "by hand";

/** Of all that were noted those of the user's file and of this project's, newest first; what was done by hand between and since is one, too. */
export function changesAmong(
  noted: readonly Change[],
  machine: LookingMachine,
  scope?: Scope,
): Change[] {
  const here = filesHere(machine, scope);
  const next = new Map<string, { state: KeptText | undefined; at: string | null }>();
  const found: Change[] = [];
  for (const change of noted) {
    const files = change.files.filter(({ file }) => here.has(file));
    if (files.length === 0) continue;
    for (const { file, after } of files) {
      const { state, at } = next.get(file) ?? stateOf(machine, file);
      if (state !== undefined && !isSameText(state, after))
        found.push({ at, command: byHand, files: [{ file, before: after, after: state }] });
      next.set(file, { state: files.find((one) => one.file === file)?.before, at: null });
    }
    found.push({ ...change, files });
  }
  return found;
}

/** Also those that a project's file may have stood in once. */
function filesHere({ environment, files }: LookingMachine, scope?: Scope): ReadonlySet<string> {
  const own = scope === "project" ? undefined : userFile(environment, files);
  const where = own === undefined ? [] : [whereItIs(own, files) ?? own];
  return new Set([...where, ...projectFile(environment, files).candidates]);
}

/** A state that cannot be looked at is undefined. */
function stateOf({ files, codec }: LookingMachine, file: string) {
  try {
    const at = files.info(file)?.modifiedMs;
    const state = keptText(files.read(file, mostConfigBytes), codec);
    return { state, at: at === undefined ? null : isoTime(at) };
  } catch (error) {
    if (error instanceof ModelForgeError) return { state: undefined, at: null };
    throw error;
  }
}
