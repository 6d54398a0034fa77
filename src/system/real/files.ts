import { lstatSync, readdirSync, renameSync, type Stats, statSync } from "node:fs";
import { resolve } from "node:path";
import type { FileInfo, Files } from "../ports.ts";
import { makeDirectories } from "./directories.ts";
import { noDirectory, orAbsent, writing } from "./file-errors.ts";
import { readGivenFile } from "./given-file.ts";
import { openFile } from "./open-file.ts";
import { readPlain } from "./plain-file.ts";
import { appendToFile, removeDirectory, removeFile, replaceFile, writeNew } from "./write-file.ts";

export const realFiles: Files = {
  read: (path, mostBytes) => orAbsent(path, () => readPlain(path, mostBytes)),
  readGiven: (path, mostBytes) => orAbsent(path, () => readGivenFile(path, mostBytes)),
  open: (path) => orAbsent(path, () => openFile(path)),
  info: (path) => orAbsent(path, () => infoOf(lstatSync(path))),
  target: (path) => orAbsent(path, () => infoOf(statSync(path))),
  list: (path) => orAbsent(path, () => readdirSync(path, "utf8").sort()),
  makeDirectory: (path) => writing(path, () => makeDirectories(path)),
  write: (path, bytes) => writing(path, () => writeNew(path, bytes)),
  replace: (path, bytes) => writing(path, () => replaceFile(path, bytes)),
  append: (path, text) => writing(path, () => appendToFile(path, text)),
  rename: (from, to) => writing(to, () => renameSync(from, to)),
  removeFile: (path) => writing(path, () => removeFile(path)),
  removeDirectory: (path) => writing(path, () => removeDirectory(path)),
  resolve: absolute,
  lock: async (path) => {
    const { takeLock } = await import("./lock.ts");
    const directory = `${path}.lock`;
    return writing(directory, () => takeLock(directory));
  },
};

function absolute(...parts: string[]): string {
  try {
    return resolve(...parts);
  } catch (cause) {
    throw noDirectory(parts, cause);
  }
}

function infoOf(stats: Stats): FileInfo {
  return {
    kind: kindOf(stats),
    bytes: stats.size,
    modifiedMs: stats.mtimeMs,
    changedMs: stats.ctimeMs,
    number: stats.ino,
    device: stats.dev,
    names: stats.nlink,
  };
}

function kindOf(stats: Stats): FileInfo["kind"] {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "directory";
  return stats.isSymbolicLink() ? "link" : "other";
}
