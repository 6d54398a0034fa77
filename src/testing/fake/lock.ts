import { posix } from "node:path";
import type { Lock } from "../../system/ports.ts";
import { systemError } from "../../system/real/file-codes.ts";
import type { Disk, Entry } from "./disk.ts";
import type { FileChanges } from "./file-changes.ts";
import type { FileUser } from "./files.ts";

// a lock that says nothing of its holder is believed for so long
const silentMs = 5_000;
const note = "holder";

/**
 * Takes a lock as the real machine does: a directory with a note of who holds it. Of a process of this machine it is
 * known whether it runs; a lock of anybody else holds as long as it is young.
 */
export function createLocking(
  disk: Disk,
  user: FileUser,
  changes: FileChanges,
): (full: string) => Lock | undefined {
  return (full) => {
    changes.makeDirectory(posix.dirname(full));
    disk.checkWritable(full);
    const place = disk.find(full, false);
    if (place.entry !== undefined && isHeld(place.entry, user)) return undefined;
    const directory = place.entry ?? disk.make("directory");
    if (place.entry === undefined) disk.enter(place, directory);
    const name = user.uniqueName();
    const left = directory.entries.get(note);
    if (left !== undefined) disk.leave({ directory, name: note, entry: left });
    const file = disk.make("file");
    disk.enter({ directory, name: note, entry: undefined }, file);
    if (!disk.extend(file, new TextEncoder().encode(JSON.stringify({ name, id: user.id })))) {
      disk.leave({ directory, name: note, entry: file });
      changes.removeDirectory(full);
      throw systemError("ENOSPC", "the disk is full");
    }
    const release = async (): Promise<void> => {
      // what somebody else made anew is not ours to remove
      if (user.isKilled() || directory.entries.get(note) !== file) return;
      disk.leave({ directory, name: note, entry: file });
      const now = disk.find(full, false);
      if (now.entry === directory && directory.entries.size === 0) disk.leave(now);
    };
    return { release };
  };
}

export function isLockHeld(disk: Disk, user: FileUser, full: string): boolean {
  const { entry } = disk.find(full, false);
  return entry !== undefined && isHeld(entry, user);
}

function isHeld(lock: Entry, user: FileUser): boolean {
  if (lock.kind !== "directory") throw systemError("EEXIST", "it is no directory");
  const held = lock.entries.get(note);
  const id = held === undefined ? undefined : holderIn(held);
  if (id !== undefined) return user.isRunning(id);
  // somebody's files keep the directory from going, and nobody from holding it
  if (held === undefined && lock.entries.size > 0) return false;
  return Math.abs(user.now() - lock.modifiedMs) <= silentMs;
}

function holderIn({ bytes }: Entry): number | undefined {
  try {
    const { id } = JSON.parse(new TextDecoder().decode(bytes)) as { id?: unknown };
    return typeof id === "number" ? id : undefined;
  } catch {
    // cut off: its age decides
    return undefined;
  }
}
