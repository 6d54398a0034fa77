import { ModelForgeError } from "../failure.ts";
import type { System } from "../system/ports.ts";
import { contentOf, isSameText, type KeptText, keptText, shownText } from "./kept-text.ts";
import { newConfigText } from "./edit.ts";
import { withPlace } from "./place-of-fault.ts";
import type { Scope } from "./places.ts";
import { type ConfigFile, mostConfigBytes, readConfigFile } from "./read-file.ts";
import { holdsKeyAt } from "./secret-places.ts";
import { placeOfSecret, secretsInText } from "./secret-text.ts";
import { refuseNewSecret } from "./secrets.ts";
import {
  inTurn,
  isNewer,
  ofConfiguration,
  type Turn,
  type WritingMachine,
  type Written,
} from "./turn.ts";
import { unsaid } from "./unreadable.ts";
import { fileToWrite } from "./which-file.ts";
import { checkBelieved } from "./write.ts";

/** A copy of a file that somebody is at work on, beside it. */
export interface EditedCopy {
  file: string;
  copy: string;
  scope: Scope;
  /** What the file held when the copy was made. */
  before: KeptText;
}

type CopyingMachine = WritingMachine & Pick<System, "process">;

/** Copies a file as it is, be it broken or not there yet. Throws `file.unreadable`, `file.unwritable`. */
export function copyToEdit(machine: CopyingMachine, scope: Scope): EditedCopy {
  const { files, codec, process } = machine;
  const file = fileToWrite(machine, scope);
  if (scope === "project") checkBelieved(file, files);
  const before = keptText(files.read(file, mostConfigBytes), codec);
  if (typeof before === "string" && isNewer(before)) throw unsaid(file, "newer");
  const copy = file.replace(/(?:\.json)?$/, `.edited-${process.uniqueName()}.json`);
  try {
    files.makeDirectory(file.slice(0, file.lastIndexOf("/")));
    files.write(copy, before === null ? newConfigText() : contentOf(before));
  } catch (error) {
    files.removeFile(copy);
    throw ofConfiguration(error);
  }
  return { file, copy, scope, before };
}

/**
 * Puts the copy in the place of its file, if it is a configuration and the file is still as it was; the copy goes then.
 * Else it stays. `known`: keys that are at hand. Throws `config.unreadable`, with line and column, `usage.bad-value` for a
 * key that was not there before, `file.unwritable` where both have changed.
 */
export async function takeOver(
  machine: CopyingMachine,
  edited: EditedCopy,
  { known, ...how }: Pick<Turn, "dryRun" | "signal"> & { known: readonly string[] },
): Promise<Written> {
  const { file, copy, scope, before } = edited;
  const edit = fileIn(machine, copy, scope);
  const { text: after } = edit;
  if (isNewer(after)) throw unsaid(copy, "ahead");
  refuseNewSecret(shownText(before), after, known);
  const old = new Set(secretsInText(shownText(before)).map(({ secret }) => secret));
  const added = secretsInText(after).find(({ secret }) => !old.has(secret));
  if (added !== undefined) throw holdsKeyAt(placeOfSecret(added));
  const isUnchanged = before === null ? after === newConfigText() : isSameText(before, after);
  const written = isUnchanged
    ? { written: [], notes: [] }
    : await inTurn(
        machine,
        { ...how, command: "config edit" },
        { files: () => [file], make: () => [{ file, before: stillSo(machine, edited), after }] },
      );
  machine.files.removeFile(copy);
  return written;
}

function fileIn(machine: CopyingMachine, copy: string, scope: Scope): ConfigFile {
  try {
    const read = readConfigFile(copy, scope, machine);
    if (read !== undefined) return read;
  } catch (error) {
    throw withPlace(error, machine);
  }
  throw new ModelForgeError("file.not-found", {
    message: `${copy} is gone: the editor took it away`,
    hint: "modelforge config edit makes another",
    details: { path: copy },
  });
}

function stillSo({ files, codec }: CopyingMachine, { file, copy, before }: EditedCopy): KeptText {
  const now = keptText(files.read(file, mostConfigBytes), codec);
  if (isSameText(now, before)) return now;
  throw new ModelForgeError("file.unwritable", {
    message: `${file} has changed meanwhile, and is left as it is; what you wrote is in ${copy}`,
    hint: "compare the two, and put what you want of it into the file",
    details: { path: file, copy },
  });
}
