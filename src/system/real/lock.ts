import { lstatSync, mkdirSync, readdirSync, renameSync, utimesSync } from "node:fs";
import { dirname } from "node:path";
import type { Lock } from "../ports.ts";
import { makeDirectories } from "./directories.ts";
import { codeOf, orAbsent, systemError } from "./file-errors.ts";
import { readPlain } from "./plain-file.ts";
import { describeHolder, type Holder, isGone, readHolder } from "./lock-holder.ts";
import { uniqueName } from "./unique-name.ts";
import { removeDirectory, removeFile, writeNew } from "./write-file.ts";

/**
 * A directory that one process can make and nobody else can, with a note about the process in it:
 *
 *     refresh.lock/holder   {"name":"4711-3-x3k9q2","id":4711,"started":"8814","machine":"host boot namespace"}
 */
const holderFile = "holder";

// a holder touches its lock every second; one of which nothing is known and that has not for five is gone
const beatMs = 1_000;
const silentMs = 5_000;
// one that is known to run may be busy with a large catalog, or stopped for ever
const stuckMs = 60_000;
// each of them means that somebody else was faster
const mostTries = 20;

/** Undefined where somebody holds it. Throws the system's errors where no lock can be made at all. */
export function takeLock(path: string): Lock | undefined {
  const directory = `${path}.lock`;
  for (let tries = 0; tries < mostTries; tries += 1) {
    makeDirectories(dirname(directory));
    if (tryMake(directory)) return hold(directory);
    const seen = look(directory);
    if (seen !== undefined && !isStale(seen)) return undefined;
    if (seen !== undefined) removeLock(directory, seen);
  }
  return undefined;
}

interface Seen {
  changedMs: number;
  holder: Holder | undefined;
}

function tryMake(directory: string): boolean {
  try {
    mkdirSync(directory, 0o700);
    return true;
  } catch (error) {
    const code = codeOf(error);
    // the one above it was empty, and is gone again
    if (code !== "EEXIST" && code !== "ENOENT") throw error;
    return false;
  }
}

function look(directory: string): Seen | undefined {
  const stats = lstatSync(directory, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isDirectory()) throw systemError("EEXIST", "it is no directory");
  const note = orAbsent(directory, () => readPlain(`${directory}/${holderFile}`));
  return { changedMs: stats.mtimeMs, holder: note === undefined ? undefined : readHolder(note) };
}

function isStale({ changedMs, holder }: Seen): boolean {
  // a time ahead of this clock is as far away as one behind it
  const silence = Math.abs(Date.now() - changedMs);
  const gone = holder === undefined ? undefined : isGone(holder);
  if (gone === undefined) return silence > silentMs;
  return gone || silence > stuckMs;
}

function hold(directory: string): Lock {
  const holder = describeHolder();
  note(directory, holder);
  const beat = setInterval(() => touch(directory), beatMs);
  beat.unref();
  const release = (): void => {
    clearInterval(beat);
    process.off("exit", release);
    removeLock(directory, { changedMs: 0, holder });
  };
  process.on("exit", release);
  return { release: async () => release() };
}

function note(directory: string, holder: Holder): void {
  try {
    writeNew(`${directory}/${holderFile}`, JSON.stringify(holder));
  } catch (error) {
    // a full disk: nobody shall wait for a lock that says nothing
    removeFile(`${directory}/${holderFile}`);
    removeDirectory(directory);
    throw error;
  }
}

function touch(directory: string): void {
  try {
    const now = new Date();
    utimesSync(directory, now, now);
  } catch {
    // taken over after a long sleep of the machine: what is written is whole either way
  }
}

/** Takes the lock away from whoever was seen to hold it, and from nobody else: another may have been faster. */
function removeLock(directory: string, seen: Seen): void {
  const aside = `${directory}-${uniqueName()}`;
  try {
    renameSync(directory, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  const found = look(aside);
  const isTheSame =
    seen.holder === undefined
      ? found?.holder === undefined && found?.changedMs === seen.changedMs
      : found?.holder?.name === seen.holder.name;
  const isOurs = readdirSync(aside).every((name) => name === holderFile);
  if (isTheSame && isOurs) {
    removeFile(`${aside}/${holderFile}`);
    removeDirectory(aside);
    return;
  }
  giveBack(aside, directory);
  if (!isOurs) throw systemError("EEXIST", "something in it is not ModelForge's");
}

function giveBack(aside: string, directory: string): void {
  try {
    renameSync(aside, directory);
  } catch (error) {
    // a third was faster: two then do the same work, each writing it whole
    if (codeOf(error) !== "ENOTEMPTY" && codeOf(error) !== "EEXIST") throw error;
    removeFile(`${aside}/${holderFile}`);
    removeDirectory(aside);
  }
}
