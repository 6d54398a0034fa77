import { posix } from "node:path";
import type { FileInfo, Files } from "../../system/ports.ts";
import { systemError } from "../../system/real/file-codes.ts";
import { givenWriting, orAbsent, writing } from "../../system/real/file-errors.ts";
import type { Disk, Entry } from "./disk.ts";
import { type FileChanges, createFileChanges } from "./file-changes.ts";
import { createFileFaults, type FileOperation, ProcessKilled } from "./file-faults.ts";
import { createFileHands, type FileHands } from "./file-hands.ts";
import { createFileReading } from "./file-reading.ts";
import { createLocking, isLockHeld } from "./lock.ts";

/** The files of a fake machine. Everything is in memory; paths are those of Linux. */
export interface FakeFiles extends Files, FileHands {}

/** What files have to know of the process that uses them. */
export interface FileUser {
  id: number;
  isKilled(): boolean;
  kill(): void;
  /** Whether another process of this machine runs. */
  isRunning(id: number): boolean;
  uniqueName(): string;
  currentDirectory(): string;
  now(): number;
}

export function createFakeFiles(disk: Disk, user: FileUser): FakeFiles {
  const faults = createFileFaults(() => user.kill());
  const absolute = (path: string): string =>
    path.startsWith("/") || path === "" ? path : `${user.currentDirectory()}/${path}`;

  const step: Step = (operation, path, act) => {
    if (user.isKilled()) throw new ProcessKilled();
    const full = absolute(path);
    const met = faults.meet(operation, full);
    const result = act(full, met.mostBytes);
    met.end();
    return result;
  };
  /** A process that was killed does nothing more, and catches nothing. */
  const unlessKilled = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      if (user.isKilled()) throw new ProcessKilled();
      throw error;
    }
  };
  const look = <T>(operation: FileOperation, path: string, act: (full: string) => T) =>
    unlessKilled(() => orAbsent(path, () => step(operation, path, act)));
  const change = <T>(path: string, act: () => T): T => unlessKilled(() => writing(path, act));

  const changes: FileChanges = createFileChanges(disk, step, () => user.uniqueName());
  const reading = createFileReading(disk, step, unlessKilled);
  const takeLock = createLocking(disk, user, changes);
  return {
    ...reading.hands,
    ...createFileHands(disk, absolute, faults),
    read: (path, mostBytes) => look("read", path, (full) => reading.read(full, mostBytes)),
    readGiven: (path, mostBytes) =>
      look("readGiven", path, (full) => reading.readGiven(path, full, mostBytes)),
    open: (path) => look("open", path, (full) => reading.open(path, full)),
    info: (path) => look("info", path, (full) => infoOf(disk.get(full, false))),
    target: (path) => look("target", path, (full) => infoOf(disk.get(full, true))),
    follow: (path) =>
      look("follow", path, (full) => {
        const { entry, steps } = disk.find(full, true);
        if (entry === undefined) throw systemError("ENOENT", "there is nothing");
        return `/${steps.join("/")}`;
      }),
    list: (path) => look("list", path, (full) => namesIn(disk.get(full, true))),
    makeDirectory: (path) => change(path, () => changes.makeDirectory(absolute(path))),
    write: (path, bytes) => change(path, () => changes.write(path, bytes)),
    replace: (path, bytes, how) => change(path, () => changes.replace(path, bytes, how)),
    checkGiven: () => undefined,
    writeGiven: (path, bytes, isReplaced) =>
      unlessKilled(() =>
        givenWriting(
          path,
          () => changes.writeGiven(path, bytes, isReplaced),
          (directory) =>
            orAbsent(directory, () => disk.get(absolute(directory), true)) !== undefined,
        ),
      ),
    append: (path, text) => change(path, () => changes.append(path, text)),
    rename: (from, to) => change(to, () => changes.rename(absolute(from), to)),
    removeFile: (path) => change(path, () => changes.removeFile(path)),
    removeDirectory: (path) => change(path, () => changes.removeDirectory(path)),
    resolve: (...parts) => posix.resolve(user.currentDirectory(), ...parts),
    lock: async (path) => {
      const directory = `${path}.lock`;
      return change(directory, () => step("lock", directory, (full) => takeLock(full)));
    },
    isLocked: async (path) => {
      const directory = `${path}.lock`;
      const held = look("info", directory, (full) => isLockHeld(disk, user, full));
      return held === true;
    },
  };
}

/** Does one thing that others can see, or that faults can meet. */
export type Step = <T>(
  operation: FileOperation,
  path: string,
  act: (full: string, mostBytes: number) => T,
) => T;

function namesIn(entry: Entry): string[] {
  if (entry.kind !== "directory") throw systemError("ENOTDIR", "it is no directory");
  return [...entry.entries.keys()].sort();
}

// what most file systems say
const directoryBytes = 4_096;

function infoOf(entry: Entry): FileInfo {
  const { kind, bytes, entries, target, modifiedMs, changedMs, number, names } = entry;
  const { owner, isOpen, isReadOnly, isShared } = entry;
  const below = [...entries.values()].filter((one) => one.kind === "directory").length;
  const sizes = {
    file: bytes.length,
    directory: directoryBytes,
    link: new TextEncoder().encode(target).length,
    other: 0,
  };
  return {
    kind,
    bytes: sizes[kind],
    modifiedMs,
    changedMs,
    number,
    // all of it is one disk
    device: 1,
    // a directory is named by its own `.` and by `..` of each below it
    names: kind === "directory" ? 2 + below : names,
    owner,
    isOpen,
    isReadOnly,
    isShared: isShared || isOpen,
  };
}
