import { execFileSync } from "node:child_process";
import {
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
import { realFiles } from "../../src/system/real/files.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import type { Disk } from "./files.ts";

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
