import type { System } from "../system/ports.ts";
import type { FileChange } from "./noted-changes.ts";
import type { Scope } from "./places.ts";
import { remedies } from "./doubt-remedies.ts";
import { saidDoubt } from "./problem.ts";
import { readConfigFile } from "./read-file.ts";
import { doubtAbout } from "../places/doubt.ts";
import { inTurn, type Turn, type WritingMachine, type Written } from "./turn.ts";
import { unreadable } from "./unreadable.ts";
import { fileToWrite } from "./which-file.ts";

/**
 * Changes a file, one process after the other. It is read again once nobody else may change it; the new one is put in its
 * place whole. Nothing is done where the text stays the same.
 *
 * Throws `config.unreadable`, `file.unwritable`, `file.busy`, `cancelled`.
 */
export async function writeConfig(
  machine: WritingMachine,
  how: Turn & { scope: Scope },
  change: (text: string | null, file: string) => string | null,
): Promise<Written> {
  const file = fileToWrite(machine, how.scope);
  return inTurn(machine, how, {
    files: () => [file],
    make: (): FileChange[] => {
      if (how.scope === "project") checkBelieved(file, machine.files);
      const before = readConfigFile(file, how.scope, machine)?.text ?? null;
      return [{ file, before, after: change(before, file) }];
    },
  });
}

/** Written by us a project's file would be believed, with all that somebody else put there. Throws `config.unreadable`. */
export function checkBelieved(file: string, files: Pick<System["files"], "info">): void {
  const doubt = doubtAbout(file, files);
  if (doubt === undefined) return;
  const { path, why } = doubt;
  throw unreadable(file, saidDoubt(why), { hint: remedies[why](path) });
}
