import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { ModelForgeError } from "../../failure.ts";
import type { FileInfo, Files, OpenFile } from "../ports.ts";

const ownerOnlyFile = 0o600;
const ownerOnlyDirectory = 0o700;
let replaced = 0;

export const realFiles: Files = {
  read: (path) => orAbsent(path, () => readFileSync(path)),
  open: (path) => orAbsent(path, () => openFile(path)),
  info: (path) => orAbsent(path, () => infoOf(statSync(path))),
  list: (path) => orAbsent(path, () => readdirSync(path, "utf8").sort()),
  makeDirectory: (path) =>
    writing(path, () => void mkdirSync(path, { recursive: true, mode: ownerOnlyDirectory })),
  write: (path, bytes) =>
    writing(path, () => writeFileSync(path, bytes, { mode: ownerOnlyFile, flag: "wx" })),
  replace: (path, bytes) =>
    writing(path, () => {
      replaced += 1;
      const beside = `${path}.${process.pid}-${replaced}.tmp`;
      try {
        writeFileSync(beside, bytes, { mode: ownerOnlyFile, flag: "wx" });
        renameSync(beside, path);
      } catch (error) {
        rmSync(beside, { force: true });
        throw error;
      }
    }),
  append: (path, text) =>
    writing(path, () => {
      const { O_APPEND, O_CREAT, O_WRONLY, O_NOFOLLOW } = constants;
      // Windows has no O_NOFOLLOW
      const flags = O_APPEND | O_CREAT | O_WRONLY | (O_NOFOLLOW ?? 0);
      const descriptor = openSync(path, flags, ownerOnlyFile);
      try {
        writeSync(descriptor, text);
      } finally {
        closeSync(descriptor);
      }
    }),
  rename: (from, to) => writing(to, () => renameSync(from, to)),
  remove: (path) => writing(path, () => rmSync(path, { recursive: true, force: true })),
  resolve: (...parts) => resolve(...parts),
  lock: async (path) => {
    writing(path, () => mkdirSync(dirname(path), { recursive: true, mode: ownerOnlyDirectory }));
    const { takeLock } = await import("./lock.ts");
    return takeLock(path);
  },
};

function openFile(path: string): OpenFile {
  const descriptor = openSync(path, "r");
  const { size } = fstatSync(descriptor);
  const readInto = (bytes: Uint8Array, offset: number): number => {
    let filled = 0;
    while (filled < bytes.length) {
      const got = reading(path, () =>
        readSync(descriptor, bytes, filled, bytes.length - filled, offset + filled),
      );
      if (got === 0) break;
      filled += got;
    }
    return filled;
  };
  return {
    size,
    readInto,
    read: (offset, length) => {
      // its own memory, so that typed arrays over it are aligned
      const bytes = Buffer.allocUnsafeSlow(length);
      return bytes.subarray(0, readInto(bytes, offset));
    },
    close: () => closeSync(descriptor),
  };
}

function infoOf(stats: Stats): FileInfo {
  const kind = stats.isFile() ? "file" : stats.isDirectory() ? "directory" : "other";
  return { kind, bytes: stats.size, modifiedMs: stats.mtimeMs };
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function orAbsent<T>(path: string, read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw unreadable(path, error);
  }
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): ModelForgeError {
  return new ModelForgeError("file.unreadable", {
    message: `cannot read ${path} (${codeOf(cause) ?? String(cause)})`,
    hint: "check that it is a file and that you may read it",
    details: { path, reason: codeOf(cause) },
    cause,
  });
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "your disk quota is used up",
  EROFS: "the file system is read-only",
  // Node's word for a directory that cannot be made, whatever the cause
  ENOENT: "its directory cannot be made (read-only?)",
  ENOTDIR: "something on its path is no directory",
  EEXIST: "something else stands in its place",
  EACCES: "you may not write there",
  EPERM: "you may not write there",
};

function writing<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (cause) {
    const code = codeOf(cause) ?? "";
    throw new ModelForgeError("file.unwritable", {
      message: `cannot write ${path}: ${reasons[code] ?? (code === "" ? String(cause) : code)}`,
      hint: "free some space or set MODELFORGE_CACHE_DIR to a directory you can write to",
      details: { path, reason: code },
      cause,
    });
  }
}
