import type { Replacing } from "../../system/ports.ts";
import { posix } from "node:path";
import { standsThere } from "../../system/real/file-errors.ts";
import { linked, notAFile, systemError } from "../../system/real/file-codes.ts";
import type { Disk, Entry, Place } from "./disk.ts";
import type { Step } from "./files.ts";

/** What changes something on the disk. Throws the system's errors. */
export interface FileChanges {
  makeDirectory(full: string): boolean;
  write(path: string, bytes: Uint8Array | string): void;
  replace(path: string, bytes: Uint8Array | string, how?: Replacing): void;
  writeGiven(path: string, bytes: Uint8Array | string, isReplaced: boolean): void;
  append(path: string, text: string): void;
  rename(from: string, to: string): void;
  removeFile(path: string): void;
  removeDirectory(path: string): boolean;
}

// no path is this deep, and a loop has to end
const deepest = 256;
const refuse = (code: string): never => {
  throw systemError(code, "something stands there");
};
/** How a path ends that leads to a directory without naming it. */
const unnamed: ReadonlySet<string> = new Set(["", ".", ".."]);
const absent: ReadonlySet<unknown> = new Set(["ENOENT", "ENOTDIR"]);

export function createFileChanges(disk: Disk, step: Step, uniqueName: () => string): FileChanges {
  const isDirectory = (path: string, otherwise: string): boolean => {
    const entry = unlessAbsent(() => disk.find(path, true).entry);
    if (entry === undefined || entry.kind === "directory") return entry !== undefined;
    throw systemError(otherwise, "it is no directory");
  };
  /** A place of which something is to be changed. */
  const placeOf = (full: string): Place => {
    disk.checkWritable(posix.normalize(full));
    return disk.find(full.replace(/(?<=.)\/+$/, ""), false);
  };
  const fill = (file: Entry, bytes: Uint8Array, mostBytes: number): void => {
    if (!disk.extend(file, bytes.subarray(0, mostBytes))) {
      throw systemError("ENOSPC", "the disk is full");
    }
  };

  const write = (path: string, bytes: Uint8Array | string): void =>
    step("write", path, (full, mostBytes) => {
      const place = placeOf(full);
      if (place.entry !== undefined) refuse("EEXIST");
      const file = disk.make("file");
      disk.enter(place, file);
      fill(file, bytesOf(bytes), mostBytes);
    });
  const rename = (from: string, to: string): void =>
    step("rename", to, (full) => {
      const [source, target] = [placeOf(from), placeOf(full)];
      if ([source.name, target.name].some((name) => unnamed.has(name))) refuse("EBUSY");
      if (source.entry === undefined) throw systemError("ENOENT", "there is nothing");
      if (source.entry === target.entry) return;
      checkMove(source.entry, target);
      if (target.entry !== undefined) disk.leave(target);
      disk.enter(target, source.entry);
      disk.leave(source);
    });
  const removeFile = (path: string): void =>
    step("removeFile", path, (full) => {
      const place = unlessAbsent(() => placeOf(full));
      if (place?.entry === undefined) return;
      if (place.entry.kind === "directory") throw systemError("EISDIR", "it is a directory");
      disk.leave(place);
    });
  /** False where it is there already: `a/.`, once `a` is made. */
  const makeOne = (path: string): boolean =>
    step("makeDirectory", path, (full) => {
      const place = placeOf(full);
      if (place.entry !== undefined) return !isDirectory(full, "EEXIST") && refuse("EEXIST");
      disk.enter(place, disk.make("directory"));
      return true;
    });

  return {
    write,
    rename,
    removeFile,
    makeDirectory: (full) => {
      if (isDirectory(full, "EEXIST")) return false;
      const missing = [full];
      for (let at = posix.dirname(full); !isDirectory(at, "ENOTDIR"); at = posix.dirname(at)) {
        if (missing.length === deepest || at === posix.dirname(at)) {
          throw systemError("ENOENT", "no directory above it can be made");
        }
        missing.push(at);
      }
      let isNew = false;
      for (const one of missing.toReversed()) isNew = makeOne(one);
      return isNew;
    },
    replace: (path, bytes, { rights } = {}) =>
      step("replace", path, (full) => {
        const { entry } = placeOf(full);
        if (entry !== undefined) refuseForeign(entry);
        const beside = `${full}.${uniqueName()}.tmp`;
        try {
          write(beside, bytes);
          if (rights === "kept" && entry !== undefined) {
            const { isOpen, isReadOnly, isShared } = entry;
            const made = disk.find(beside, false).entry as Entry;
            Object.assign(made, { isOpen, isReadOnly, isShared });
          }
          rename(beside, full);
        } catch (error) {
          const left = disk.find(beside, false);
          if (left.entry !== undefined) removeFile(beside);
          throw error;
        }
      }),
    writeGiven: (path, bytes, isReplaced) =>
      step("writeGiven", path, (full, mostBytes) => {
        disk.checkWritable(posix.normalize(full));
        const place = disk.find(full, true);
        const { entry } = place;
        if (entry?.kind === "directory") throw systemError("EISDIR", "it is a directory");
        // a pipe or a device takes it
        if (entry?.kind === "other") return;
        if (disk.find(full, false).entry !== undefined && !isReplaced) throw standsThere(path);
        const file = disk.make("file");
        fill(file, bytesOf(bytes), mostBytes);
        if (entry !== undefined) disk.leave(place);
        disk.enter(place, file);
      }),
    append: (path, text) =>
      step("append", path, (full, mostBytes) => {
        const place = placeOf(full);
        const file = place.entry ?? disk.make("file");
        if (place.entry === undefined) disk.enter(place, file);
        else refuseForeign(file);
        fill(file, bytesOf(text), mostBytes);
      }),
    removeDirectory: (path) =>
      step("removeDirectory", path, (full) => {
        const place = unlessAbsent(() => placeOf(full));
        // what is no directory is no directory that is left
        if (place?.entry?.kind !== "directory") return true;
        if (place.name === ".") refuse("EINVAL");
        if (place.entry.entries.size > 0 || place.name === "..") return false;
        disk.leave(place);
        return true;
      }),
  };
}

function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

function unlessAbsent<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (absent.has((error as { code?: unknown }).code)) return undefined;
    throw error;
  }
}

/** What we made is a plain file with one name. */
function refuseForeign({ kind, names }: Entry): void {
  if (kind === "link") throw systemError("ELOOP", "it is a link");
  if (kind === "directory") throw systemError("EISDIR", "it is a directory");
  if (kind === "other") throw systemError(notAFile, "it is no file");
  if (names > 1) throw systemError(linked, "it has a second name");
}

function checkMove(moved: Entry, { directory, entry }: Place): void {
  const isDirectory = moved.kind === "directory";
  if (isDirectory && holds(moved, directory)) throw systemError("EINVAL", "it would hold itself");
  if (entry === undefined) return;
  if (entry.kind !== "directory" && isDirectory) throw systemError("ENOTDIR", "it is a file");
  if (entry.kind !== "directory") return;
  if (!isDirectory) throw systemError("EISDIR", "it is a directory");
  if (entry.entries.size > 0) throw systemError("ENOTEMPTY", "it is not empty");
}

function holds(above: Entry, below: Entry): boolean {
  return above === below || [...above.entries.values()].some((one) => holds(one, below));
}
