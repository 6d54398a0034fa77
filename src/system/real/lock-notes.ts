import { lstatSync, readdirSync } from "node:fs";
import { isNoteName, isRemnantOfNote, longestNote } from "../lock-note.ts";
import { codeOf, systemError } from "./file-codes.ts";
import { type Holder, readHolder } from "./lock-holder.ts";
import { readPlain } from "./plain-file.ts";
import { removeDirectory, removeFile } from "./write-file.ts";

/**
 * Who holds a lock stands in notes in its directory. Who takes over adds a note that names the one before, so that of
 * several who find a holder dead one alone succeeds, and whoever looked too long ago follows nobody:
 *
 *     refresh.lock/holder                  {"name":"4711-3-x3k9q2","id":4711,"started":"8814","machine":"…"}
 *     refresh.lock/after-4711-3-x3k9q2     {"name":"4712-1-p0w7ry",…}
 */
export const firstNote = "holder";

/** `illegible`: cut off by a kill, or another user's. `foreign`: nothing that ModelForge writes. */
type Note = Holder | "illegible" | "foreign";

export interface LockSeen {
  /** Last change of the directory: holders touch it every second. */
  changedMs: number;
  /** The last note; undefined where there is none. */
  last: Note | undefined;
  /** Name of the note that would follow it. */
  next: string;
  isEmpty: boolean;
}

/** Undefined where there is no lock. Throws where something else stands in its place. */
export function lookAtLock(directory: string): LockSeen | undefined {
  const stats = lstatSync(directory, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isDirectory()) throw systemError("EEXIST", "it is no directory");
  const names = namesIn(directory);
  if (names === undefined) return undefined;
  let last: Note | undefined;
  let next = firstNote;
  const unread = new Set(names);
  while (names.includes(next)) {
    // what somebody else wrote there could lead in a circle
    const note = unread.delete(next) ? readNote(`${directory}/${next}`) : "foreign";
    if (note === undefined) break;
    next = typeof note === "string" ? `${next}-unknown` : noteAfter(note);
    last = note;
  }
  return { changedMs: stats.mtimeMs, last, next, isEmpty: names.length === 0 };
}

/** Whether nobody has taken over from this holder. */
export function isLast(directory: string, { name }: Holder): boolean {
  const last = lookAtLock(directory)?.last;
  return typeof last === "object" && last.name === name;
}

function noteAfter({ name }: Holder): string {
  return `after-${name}`;
}

export function isForeign(path: string): boolean {
  return readNote(path) === "foreign";
}

/** Removes the notes up to the one of this holder, and the directory if nothing else is in it. */
export function removeNotes(directory: string, holder: Holder): void {
  const notes = (namesIn(directory) ?? []).filter(
    (name) =>
      isNoteName.test(name) && name !== noteAfter(holder) && !isForeign(`${directory}/${name}`),
  );
  for (const name of notes) removeFile(`${directory}/${name}`);
  removeDirectory(directory);
}

function namesIn(directory: string): string[] | undefined {
  try {
    return readdirSync(directory, "utf8");
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT") return undefined;
    // another user's: its age is all that can be known
    if (code === "EACCES") return [];
    throw error;
  }
}

/** Undefined where it is gone. */
function readNote(path: string): Note | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  if (!stats.isFile() || stats.nlink > 1 || stats.size > longestNote) return "foreign";
  try {
    const bytes = readPlain(path);
    return readHolder(bytes) ?? (isRemnantOfNote(bytes) ? "illegible" : "foreign");
  } catch (error) {
    return codeOf(error) === "ENOENT" ? undefined : "illegible";
  }
}
