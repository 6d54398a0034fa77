import type { System } from "../system/ports.ts";
import { changesAmong } from "./changes-among.ts";
import { historyOf } from "./history.ts";
import type { KeptText } from "./kept-text.ts";
import type { Change, FileChange } from "./noted-changes.ts";
import type { Scope } from "./places.ts";

/** The changes of the user's file and of this project's, newest first; what was done by hand between and since is one, too. */
export function changesHere(
  machine: Pick<System, "files" | "codec" | "environment">,
  scope?: Scope,
): Change[] {
  return changesAmong(historyOf(machine).changes(), machine, scope);
}

/** By file, what it was before the oldest of the changes. */
export function statesBefore(changes: readonly Change[]): Map<string, KeptText> {
  const all = changes.flatMap(({ files }): FileChange[] => files);
  return new Map(all.map(({ file, before }) => [file, before]));
}
