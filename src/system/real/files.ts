import { renameSync } from "node:fs";
import type { Files } from "../ports.ts";
import { makeDirectories } from "./directories.ts";
import { orAbsent, reading, writing } from "./file-errors.ts";
import { readGivenFile } from "./given-file.ts";
import { readingFiles } from "./reading-files.ts";
import { checkGiven } from "./check-given.ts";
import { writeGivenFile } from "./write-given.ts";
import { removeDirectory, removeFile, replaceFile, writeNew } from "./write-file.ts";

export const realFiles: Files = {
  ...readingFiles,
  readGiven: (path, mostBytes) => orAbsent(path, () => readGivenFile(path, mostBytes)),
  makeDirectory: (path) => writing(path, () => makeDirectories(path)),
  write: (path, bytes) => writing(path, () => writeNew(path, bytes)),
  replace: (path, bytes, how) => writing(path, () => replaceFile(path, bytes, how)),
  checkGiven,
  writeGiven: writeGivenFile,
  rename: (from, to) => writing(to, () => renameSync(from, to)),
  removeFile: (path) => writing(path, () => removeFile(path)),
  removeDirectory: (path) => writing(path, () => removeDirectory(path)),
  lock: async (path) => {
    const { takeLock } = await import("./lock.ts");
    const directory = `${path}.lock`;
    return writing(directory, () => takeLock(directory));
  },
  isLocked: async (path) => {
    const { isLockHeld } = await import("./lock.ts");
    const directory = `${path}.lock`;
    return reading(directory, () => isLockHeld(directory));
  },
};
