import { isoTime } from "../catalog/words/dates.ts";
import { ModelForgeError, retold, type Warning } from "../failure.ts";
import { waitForLock } from "../places/wait-for-lock.ts";
import type { Lock, System } from "../system/ports.ts";
import { historyOf } from "./history.ts";
import type { FileChange } from "./noted-changes.ts";
import { isSameText, type KeptText } from "./kept-text.ts";
import { formatVersion } from "./keys.ts";
import { readPlainJson } from "./plain-json.ts";
import { putInPlace, refuseReadOnly } from "./put-in-place.ts";
import { unsaid } from "./unreadable.ts";

export type WritingMachine = Pick<System, "files" | "codec" | "environment" | "clock">;

export interface Turn {
  /** For the history: what was asked for. */
  command: string;
  dryRun: boolean;
  signal?: AbortSignal | undefined;
}

/** What came of it: no file where all was so already. */
export interface Written {
  written: FileChange[];
  notes: Warning[];
}

interface Plan {
  /** Worked out when nobody else can note a change any more. */
  files(): readonly string[];
  /** Worked out when nobody else can change these files any more. */
  make(): FileChange[];
}

/**
 * Does all of a change or nothing of it, while nobody else changes the configuration. A history that cannot be written
 * hinders no change, which is then said to be for good.
 */
export async function inTurn(
  machine: WritingMachine,
  how: Turn,
  { files, make }: Plan,
): Promise<Written> {
  const changed = (): FileChange[] => {
    const changes = make().filter(({ before, after }) => !isSameText(before, after));
    for (const { file, before } of changes) checkVersion(file, before);
    return changes;
  };
  if (how.dryRun) {
    const written = changed();
    // who only asks is told now, and not when half of it is done
    for (const { file } of written) refuseReadOnly(machine.files, file);
    return { written, notes: [] };
  }
  const history = historyOf(machine);
  const locks: Lock[] = [];
  const wait = async (path: string): Promise<void> => {
    locks.push(await waitForLock(machine, path, how.signal));
  };
  const readyHistory = async (): Promise<string | undefined> => {
    const path = history.makeReady();
    if (path === undefined) return noPlace;
    await wait(path);
    return undefined;
  };
  try {
    const unkept = await reasonOf(readyHistory);
    // two that change the same files wait for each other in one order
    for (const file of files().toSorted()) {
      try {
        machine.files.makeDirectory(file.slice(0, file.lastIndexOf("/")));
        await wait(file);
      } catch (error) {
        throw ofConfiguration(error);
      }
    }
    const written = changed();
    if (written.length === 0) return { written, notes: [] };
    const at = isoTime(machine.clock.now());
    const why =
      unkept ?? (await reasonOf(() => history.note({ at, command: how.command, files: written })));
    try {
      putInPlace(machine.files, written);
    } catch (error) {
      throw ofConfiguration(error);
    }
    if (why === undefined) await reasonOf(() => history.noteDone());
    return { written, notes: why === undefined ? [] : [notKept(written, why)] };
  } finally {
    for (const lock of locks.toReversed()) await lock.release();
  }
}

const noPlace = "there is no place for notes";

/** Why something with the history did not work; undefined where it did. */
async function reasonOf(act: () => unknown): Promise<string | undefined> {
  try {
    const said = await act();
    return typeof said === "string" ? said : undefined;
  } catch (error) {
    if (error instanceof ModelForgeError && error.code.startsWith("file.")) return error.message;
    throw error;
  }
}

/** What a newer version put there would be lost on this one's way of writing it. Throws `config.unreadable`. */
function checkVersion(file: string, text: KeptText): void {
  if (typeof text === "string" && isNewer(text)) throw unsaid(file, "newer");
}

/** Whether a newer version wrote it, or says that it did. */
export function isNewer(text: string): boolean {
  try {
    const { version } = readPlainJson(text) as { version?: unknown };
    return typeof version === "number" && version > formatVersion;
  } catch {
    // what nobody can read may be replaced by what somebody could
    return false;
  }
}

/** The hint of a file that cannot be written names the directory of the cache, for most are there. */
export function ofConfiguration(error: unknown): unknown {
  if (!(error instanceof ModelForgeError) || error.code !== "file.unwritable") return error;
  const hint = error.hint?.replace("MODELFORGE_CACHE_DIR", "MODELFORGE_CONFIG_DIR");
  return retold(error, hint === undefined ? {} : { hint });
}

function notKept(written: readonly FileChange[], why: string): Warning {
  const files = written.map(({ file }) => file).join(" and ");
  return {
    code: "config.no-history",
    message: `the change of ${files} cannot be taken back, for it was not noted: ${why}`,
  };
}
