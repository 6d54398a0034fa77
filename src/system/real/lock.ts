import { closeSync, mkdirSync, openSync, renameSync, utimesSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { Lock } from "../ports.ts";
import { makeDirectories } from "./directories.ts";
import { codeOf } from "./file-codes.ts";
import { describeHolder, type Holder, isGone } from "./lock-holder.ts";
import {
  firstNote,
  isForeign,
  isLast,
  type LockSeen,
  lookAtLock,
  removeNotes,
} from "./lock-notes.ts";
import { steadyMs } from "./steady.ts";
import { removeDirectory, removeFile } from "./write-file.ts";

// a holder touches its lock every second; one of which nothing is known and that has not for five is gone
const beatMs = 1_000;
const silentMs = 5_000;
// one that is known to run may be busy with a large catalog, or stopped for ever
const stuckMs = 60_000;
// by a clock that was set or a machine that slept everybody is silent, until the next beat
const watchMs = 2_500;
// each of them means that somebody else was faster
const mostTries = 20;

/** A directory that one process at a time holds. Undefined where another does. Throws the system's errors. */
export function takeLock(directory: string): Lock | undefined {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const seen = tryMake(directory) ? justMade : lookAtLock(directory);
    if (seen === undefined) continue;
    if (seen !== justMade && isHeld(directory, seen)) return undefined;
    const holder = describeHolder();
    try {
      if (claim(directory, seen.next, holder)) return hold(directory, seen.next, holder);
    } catch (error) {
      // an empty one that another user left makes room; nothing but its owner writes into it
      if (!isAnothers(error) || seen === justMade || !removeDirectory(directory)) throw error;
    }
  }
  return undefined;
}

function isAnothers(error: unknown): boolean {
  const code = codeOf(error);
  return code === "EACCES" || code === "EPERM";
}

const justMade: LockSeen = { changedMs: 0, last: undefined, next: firstNote, isEmpty: true };

function tryMake(directory: string): boolean {
  try {
    makeDirectories(dirname(directory));
  } catch (error) {
    // a clean-up has just removed an empty one on the way
    if (codeOf(error) !== "ENOENT") throw error;
  }
  try {
    mkdirSync(directory, 0o700);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code !== "EEXIST" && code !== "ENOENT") throw error;
    return false;
  }
}

/** Whether somebody holds it, without taking it. Throws the system's errors. */
export function isLockHeld(directory: string): boolean {
  const seen = lookAtLock(directory);
  return seen !== undefined && isHeld(directory, seen);
}

function isHeld(directory: string, { last, changedMs, isEmpty }: LockSeen): boolean {
  // somebody's files keep the directory from going, and nobody from holding it
  if (last === "foreign" || (last === undefined && !isEmpty)) return false;
  // a time ahead of this clock is as far away as one behind it
  const silence = Math.abs(Date.now() - changedMs);
  const gone = typeof last === "object" ? isGone(last) : undefined;
  // version 0.1.0 left no note, and whoever was killed at once an empty one
  if (gone === undefined) return silence <= silentMs;
  if (gone) return false;
  return silence <= stuckMs || mayBeat(directory, changedMs);
}

const watched = new Map<string, { changedMs: number; sinceMs: number }>();

/** Whether a holder that is alive has had too little time for a beat since it was first looked at. */
function mayBeat(directory: string, changedMs: number): boolean {
  const now = steadyMs();
  const known = watched.get(directory);
  if (known?.changedMs === changedMs) return now - known.sinceMs < watchMs;
  watched.set(directory, { changedMs, sinceMs: now });
  return true;
}

/** Writes the note that makes the holder; false where somebody else was faster. */
function claim(directory: string, name: string, holder: Holder): boolean {
  const path = `${directory}/${name}`;
  try {
    writeNote(path, holder);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST" || code === "ENOENT") return false;
    // a full disk: nobody shall wait for a lock that says nothing
    removeDirectory(directory);
    throw error;
  }
  if (isLast(directory, holder)) return true;
  // what was looked at is another's by now, and nobody follows this note
  removeFile(path);
  removeDirectory(directory);
  return false;
}

function writeNote(path: string, holder: Holder): void {
  const descriptor = openSync(path, "wx", 0o600);
  try {
    writeSync(descriptor, JSON.stringify(holder));
  } catch (error) {
    removeFile(path);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function hold(directory: string, name: string, holder: Holder): Lock {
  makeFirst(directory, name);
  const beat = setInterval(() => touch(directory, holder), beatMs);
  beat.unref();
  const release = (): void => {
    clearInterval(beat);
    try {
      if (isLast(directory, holder)) removeNotes(directory, holder);
      held.delete(release);
    } catch {
      // out of descriptors, say: nobody shall wait for a process that has long done
      setTimeout(release, beatMs).unref();
    }
  };
  held.add(release);
  return { release: async () => release() };
}

/** Of this process: one listener for all of them, however many sources a program reads. */
const held = new Set<() => void>();
process.on("exit", () => {
  for (const release of held) release();
});

/** The notes before it have nothing to say any more; without this, each killed holder would add one. */
function makeFirst(directory: string, name: string): void {
  if (name === firstNote || isForeign(`${directory}/${firstNote}`)) return;
  try {
    renameSync(`${directory}/${name}`, `${directory}/${firstNote}`);
  } catch {
    // it holds where it is, too
  }
}

function touch(directory: string, holder: Holder): void {
  try {
    const now = new Date();
    if (isLast(directory, holder)) utimesSync(directory, now, now);
  } catch {
    // taken over after a long sleep of the machine: what is written is whole either way
  }
}
