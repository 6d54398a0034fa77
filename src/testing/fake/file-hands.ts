import { posix } from "node:path";
import type { FileInfo } from "../../system/ports.ts";
import { systemError } from "../../system/real/file-codes.ts";
import type { Disk, Entry, Place } from "./disk.ts";
import type { ArmedFault, FileFault, FileFaults } from "./file-faults.ts";
import type { OpenHands } from "./file-reading.ts";

/** What a test does to the disk, as another program would. No fault meets it. */
export interface FileHands extends OpenHands {
  /** Writes a file, with the directories above it; one that is there keeps its names. */
  put(path: string, content: string | Uint8Array): void;
  /** What a file holds as text, links followed; undefined where there is none. */
  text(path: string): string | undefined;
  /** The paths of all that is no directory, at and below a path, sorted. */
  paths(below?: string): string[];
  /** Makes a symbolic link. */
  link(path: string, target: string): void;
  /** Gives a file a second name. */
  hardLink(path: string, existing: string): void;
  /** Makes something that is neither file, directory nor link. */
  pipe(path: string): void;
  /** Dates the content of what stands there. */
  date(path: string, modifiedMs: number): void;
  /** Says whose it is, and whether others may write it. */
  giveTo(path: string, owner: FileInfo["owner"], isOpen?: boolean): void;
  /** Takes the right to write it from its own user. */
  makeReadOnly(path: string): void;
  /** Lets others read it. */
  share(path: string): void;
  /** Removes what stands there and all below it. */
  remove(path: string): void;
  /** Something will go wrong. */
  arm(fault: FileFault): ArmedFault;
  /** How many bytes can still be written before the disk is full. */
  fillUp(freeBytes: number): void;
  /** Whether nothing may be changed at and below a path. */
  protect(path: string, isProtected?: boolean): void;
}

export function createFileHands(
  disk: Disk,
  absolute: (path: string) => string,
  faults: FileFaults,
): Omit<FileHands, keyof OpenHands> {
  const full = (path: string): string => posix.normalize(absolute(path)).replace(/(?<=.)\/$/, "");

  const find = (path: string, follow: boolean): Place | undefined => {
    try {
      return disk.find(full(path), follow);
    } catch {
      // nothing on the way to it, or links in a circle
      return undefined;
    }
  };
  /** A place of which the directories above it are made. */
  const placeOf = (path: string, follow: boolean): Place => {
    const at = full(path);
    const parts = posix.dirname(at).split("/").filter(Boolean);
    for (let count = 1; count <= parts.length; count += 1) {
      const above = disk.find(`/${parts.slice(0, count).join("/")}`, true);
      if (above.entry === undefined) disk.enter(above, disk.make("directory"));
    }
    return disk.find(at, follow);
  };
  const enter = (path: string, entry: Entry): void => {
    const place = placeOf(path, false);
    if (place.entry !== undefined) throw systemError("EEXIST", `${path} is there already`);
    disk.enter(place, entry);
  };
  const below = (path: string, entry: Entry): string[] =>
    entry.kind === "directory"
      ? [...entry.entries].flatMap(([name, one]) => below(posix.join(path, name), one))
      : [path];
  const remove = (found: Place): void => {
    for (const [name, entry] of found.entry?.entries ?? []) {
      remove({ directory: found.entry as Entry, name, entry });
    }
    disk.leave(found);
  };

  return {
    put: (path, content) => {
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const place = placeOf(path, true);
      const file = place.entry ?? disk.make("file");
      if (file.kind !== "file") throw systemError("EEXIST", `${path} is no file`);
      if (place.entry === undefined) disk.enter(place, file);
      disk.free += file.bytes.length;
      file.bytes = new Uint8Array();
      disk.extend(file, bytes);
    },
    text: (path) => {
      const entry = find(path, true)?.entry;
      return entry?.kind === "file" ? new TextDecoder().decode(entry.bytes) : undefined;
    },
    paths: (path = "/") => {
      const entry = find(path, false)?.entry;
      return entry === undefined ? [] : below(full(path), entry).sort();
    },
    link: (path, target) => enter(path, disk.make("link", target)),
    hardLink: (path, existing) => enter(path, disk.get(full(existing), false)),
    pipe: (path) => enter(path, disk.make("other")),
    date: (path, modifiedMs) => disk.date(disk.get(full(path), false), modifiedMs),
    giveTo: (path, owner, isOpen = false) =>
      void Object.assign(disk.get(full(path), false), { owner, isOpen }),
    makeReadOnly: (path) => {
      disk.get(full(path), false).isReadOnly = true;
    },
    share: (path) => {
      disk.get(full(path), false).isShared = true;
    },
    remove: (path) => {
      const found = find(path, false);
      if (found?.entry !== undefined) remove(found);
    },
    arm: faults.arm,
    fillUp: (freeBytes) => {
      disk.free = freeBytes;
    },
    protect: (path, isProtected = true) => {
      if (isProtected) disk.readOnly.add(full(path));
      else disk.readOnly.delete(full(path));
    },
  };
}
