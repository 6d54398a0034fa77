import { isoTime } from "../catalog/words/dates.ts";
import { ModelForgeError, type Warning } from "../failure.ts";
import { directoryOf } from "../places/usual.ts";
import type { System } from "../system/ports.ts";
import { History } from "./history.ts";
import type { Scope } from "./places.ts";
import { saidDoubt } from "./problem.ts";
import { doubtAbout } from "./trust.ts";
import { unreadable } from "./unreadable.ts";
import { fileToWrite } from "./which-file.ts";
import { mostConfigBytes, readConfigFile } from "./read-file.ts";

export type WritingMachine = Pick<System, "files" | "codec" | "environment" | "clock">;

/** A file that was changed, or would be. */
export interface WrittenFile {
  file: string;
  before: string | null;
  after: string | null;
}

interface Writing {
  scope: Scope;
  /** For the history: what was asked for. */
  command: string;
  dryRun: boolean;
  /** Whether what cannot be understood may be replaced, too. */
  isAnyText?: boolean;
  signal?: AbortSignal | undefined;
}

const longestWaitMs = 10_000;
const pollMs = 25;

/**
 * Changes a file, one process after the other. It is read again once nobody else may change it; the new one is put in its
 * place whole. Nothing is done where the text stays the same.
 *
 * Throws `config.unreadable`, `file.unwritable`, `cache.busy`, `cancelled`.
 */
export async function writeConfig(
  machine: WritingMachine,
  how: Writing,
  change: (text: string | null, file: string) => string | null,
): Promise<{ written: WrittenFile | undefined; notes: Warning[] }> {
  const { files } = machine;
  const file = fileToWrite(machine, how.scope);
  const doubt = how.scope === "project" ? doubtAbout(file, files) : undefined;
  // written by us it would be believed, with all that somebody else put there
  if (doubt !== undefined) throw unreadable(file, saidDoubt(doubt));
  if (how.dryRun) return { written: changed(machine, file, how, change), notes: [] };
  files.makeDirectory(file.slice(0, file.lastIndexOf("/")));
  const lock = await waitForLock(machine, file, how.signal);
  try {
    const written = changed(machine, file, how, change);
    if (written === undefined) return { written, notes: [] };
    const at = isoTime(machine.clock.now());
    const isNoted = historyOf(machine).note({ at, command: how.command, ...written });
    if (written.after === null) files.removeFile(file);
    else files.replace(file, written.after);
    return { written, notes: isNoted ? [] : [notKept(file)] };
  } finally {
    await lock.release();
  }
}

/** The changes that were noted on this machine. */
export function historyOf(
  machine: Pick<WritingMachine, "environment" | "files" | "codec">,
): History {
  const { environment, files } = machine;
  return new History(directoryOf(environment, files, "state", "MODELFORGE_STATE_DIR"), machine);
}

function changed(
  machine: WritingMachine,
  file: string,
  how: Pick<Writing, "scope" | "isAnyText">,
  change: (text: string | null, file: string) => string | null,
): WrittenFile | undefined {
  const before =
    how.isAnyText === true
      ? textOf(machine, file)
      : (readConfigFile(file, how.scope, machine)?.text ?? null);
  const after = change(before, file);
  return after === before ? undefined : { file, before, after };
}

/** A file as it is, whatever it says. */
export function textOf(
  { files, codec }: Pick<WritingMachine, "files" | "codec">,
  file: string,
): string | null {
  const bytes = files.read(file, mostConfigBytes);
  return bytes === undefined ? null : codec.text(bytes);
}

async function waitForLock(machine: WritingMachine, file: string, signal?: AbortSignal) {
  const { clock, files } = machine;
  const end = clock.steady() + longestWaitMs;
  for (;;) {
    const lock = await files.lock(file);
    if (lock !== undefined) return lock;
    if (clock.steady() >= end) {
      throw new ModelForgeError("cache.busy", {
        message: `another process is changing ${file} and is not done yet`,
        hint: "try again in a moment",
        details: { path: file },
      });
    }
    await clock.wait(pollMs * (1 + clock.random()), signal);
  }
}

function notKept(file: string): Warning {
  return {
    code: "config.no-history",
    message: `the change of ${file} cannot be taken back: it was not noted, for there is no place for notes or the file holds what looks like a key`,
  };
}
