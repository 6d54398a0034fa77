import { execFileSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { Files } from "../../src/system/ports.ts";
import { realFiles } from "../../src/system/real/files.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { failureOf } from "../../src/testing/failures.ts";

/** Files, a place of one's own among them, and what another program may do there. */
export interface Disk {
  files: Files;
  /** An empty directory. */
  home: string;
  put(path: string, content: string): void;
  text(path: string): string | undefined;
  link(path: string, target: string): void;
  hardLink(path: string, existing: string): void;
  pipe(path: string): void;
  makeReadOnly(path: string): void;
  share(path: string): void;
  remove(path: string): void;
  date(path: string, modifiedMs: number): void;
}

/** The code of a failure, and the system's word for it. */
export const reasonOf = (act: () => unknown): unknown[] => {
  const { code, details } = failureOf(act);
  return [code, details.reason];
};

/** What is no plain file of one name. */
export const odd: [
  what: string,
  make: (disk: Disk, path: string) => void,
  read: string,
  write: string,
][] = [
  ["a directory", ({ files }, path) => files.makeDirectory(path), "EISDIR", "EISDIR"],
  ["a pipe", ({ pipe }, path) => pipe(path), "ENOTFILE", "ENOTFILE"],
  ["a link to a file", linkToFile, "ELINK", "ELOOP"],
  ["a link to nowhere", ({ link }, path) => link(path, "/nowhere/at/all"), "ELINK", "ELOOP"],
  ["a link to itself", ({ link }, path) => link(path, path), "ELINK", "ELOOP"],
];

export function linkToFile({ put, link }: Disk, path: string): void {
  put(`${path}-target`, "target");
  link(path, `${path}-target`);
}

/** This machine's disk, a directory of its own for each. */
export function realDisk(): () => Disk {
  const place = mkdtempSync(join(tmpdir(), "modelforge-contract-"));
  let made = 0;
  afterAll(() => rmSync(place, { recursive: true, force: true }));
  return () => {
    made += 1;
    const home = join(place, String(made));
    mkdirSync(home);
    return {
      files: realFiles,
      home,
      put: (path, content) => {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, content);
      },
      text: (path) => (realFiles.target(path) ? readFileSync(path, "utf8") : undefined),
      link: (path, target) => symlinkSync(target, path),
      hardLink: (path, existing) => linkSync(existing, path),
      pipe: (path) => void execFileSync("mkfifo", [path]),
      makeReadOnly: (path) => chmodSync(path, 0o400),
      share: (path) => chmodSync(path, 0o644),
      remove: (path) => rmSync(path, { recursive: true }),
      date: (path, ms) => utimesSync(path, ms / 1_000, ms / 1_000),
    };
  };
}

export function fakeDisk(): Disk {
  const { files } = createFakeSystem();
  files.makeDirectory("/home/you/here");
  return { ...files, files, home: "/home/you/here" };
}
