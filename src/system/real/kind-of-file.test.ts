import { spawnSync } from "node:child_process";
import { lstatSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isDevice, isDirectory, isFile, isLink } from "./kind-of-file.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "modelforge-kinds-"));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

describe("the kind of what stands at a path", () => {
  it("is told as the system tells it: of a file, a directory, a link, a device and a pipe", () => {
    const path = (name: string): string => join(directory, name);
    writeFileSync(path("file"), "");
    symlinkSync("nowhere", path("link"));
    const hasPipe = spawnSync("mkfifo", [path("pipe")]).status === 0;
    const paths = [path("file"), directory, path("link"), "/dev/null"];
    for (const one of hasPipe ? [...paths, path("pipe")] : paths) {
      const stats = lstatSync(one);
      expect([one, isFile(stats), isDirectory(stats), isLink(stats), isDevice(stats)]).toEqual([
        one,
        stats.isFile(),
        stats.isDirectory(),
        stats.isSymbolicLink(),
        stats.isCharacterDevice(),
      ]);
    }
    expect(isFile(lstatSync(path("file")))).toBe(true);
    expect(isLink(lstatSync(path("link")))).toBe(true);
  });
});
