import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import type { FileInfo, Files } from "../ports.ts";
import { appendToFile } from "./append-to-file.ts";
import { orAbsent, writing } from "./file-errors.ts";
import { noDirectory } from "./file-failures.ts";
import { isDirectory, isFile, isLink } from "./kind-of-file.ts";
import { openFile } from "./open-file.ts";
import { readPlain } from "./plain-file.ts";

/** What a warm answer does with files: it reads, and notes one letter. */
export const readingFiles: Pick<
  Files,
  "read" | "open" | "info" | "target" | "follow" | "list" | "append" | "resolve"
> = {
  read: (path, mostBytes) => orAbsent(path, () => readPlain(path, mostBytes)),
  open: (path) => orAbsent(path, () => openFile(path)),
  info: (path) => orAbsent(path, () => infoOf(lstatSync(path, noError))),
  target: (path) => orAbsent(path, () => infoOf(statSync(path))),
  follow: (path) => orAbsent(path, () => realpathSync.native(path)),
  list: (path) => orAbsent(path, () => readdirSync(path, "utf8").sort()),
  append: (path, text) => writing(path, () => appendToFile(path, text)),
  resolve: absolute,
};

function absolute(...parts: string[]): string {
  try {
    return resolve(...parts);
  } catch (cause) {
    throw noDirectory(parts, cause);
  }
}

// most of what is looked for is not there, and an error takes ten times as long
const noError = { throwIfNoEntry: false } as const;

function infoOf(stats: Stats): FileInfo;
function infoOf(stats: Stats | undefined): FileInfo | undefined;
function infoOf(stats: Stats | undefined): FileInfo | undefined {
  if (stats === undefined) return undefined;
  return {
    kind: kindOf(stats),
    bytes: stats.size,
    modifiedMs: stats.mtimeMs,
    changedMs: stats.ctimeMs,
    number: stats.ino,
    device: stats.dev,
    names: stats.nlink,
    owner: ownerOf(stats),
    isOpen: self !== undefined && (stats.mode & writableByOthers) !== 0,
    isReadOnly: (stats.mode & writableByOwner) === 0,
    isShared: self !== undefined && (stats.mode & ofOthers) !== 0,
  };
}

// Windows has no such numbers
const self = process.geteuid?.();
const writableByOthers = 0o002;
const writableByOwner = 0o200;
const ofOthers = 0o077;

function ownerOf({ uid }: Stats): FileInfo["owner"] {
  if (self === undefined || uid === self) return "self";
  return uid === 0 ? "root" : "another";
}

function kindOf(stats: Stats): FileInfo["kind"] {
  if (isFile(stats)) return "file";
  if (isDirectory(stats)) return "directory";
  return isLink(stats) ? "link" : "other";
}
