import type { Change } from "./history.ts";
import { projectFile, userFile } from "./places.ts";
import { fileToWrite } from "./which-file.ts";
import { historyOf, textOf, type WritingMachine } from "./write.ts";
import { ModelForgeError } from "../failure.ts";

/** What was changed by hand, after the last change that was noted. */
const byHand = "by hand";

type LookingMachine = Pick<WritingMachine, "environment" | "files" | "codec">;

/** The changes of the user's file and of this project's, newest first; what was done by hand since the last is one, too. */
export function changesHere(machine: LookingMachine): Change[] {
  const here = filesHere(machine);
  const noted = historyOf(machine).changes();
  const ofHere = noted.filter(({ file }) => here.includes(file));
  const newer = here.flatMap((file): Change[] => {
    const last = ofHere.find((one) => one.file === file);
    const now = last && nowIn(machine, file);
    if (last === undefined || now === undefined || now === last.after) return [];
    const at = last.at;
    return [{ at, command: byHand, file, before: last.after, after: now }];
  });
  return [...newer, ...ofHere];
}

function filesHere(machine: LookingMachine): string[] {
  const { environment, files } = machine;
  const own = userFile(environment, files) === undefined ? [] : (["user"] as const);
  const project = projectFile(environment, files).isThere ? (["project"] as const) : [];
  return [...own, ...project].map((scope) => fileToWrite(machine, scope));
}

/** Undefined where it cannot be looked at. */
function nowIn(machine: LookingMachine, file: string): string | null | undefined {
  try {
    return textOf(machine, file);
  } catch (error) {
    if (error instanceof ModelForgeError) return undefined;
    throw error;
  }
}
