import { execFileSync } from "node:child_process";
import {
  closeSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { failureOf } from "../../testing/failures.ts";
import { realFiles } from "./files.ts";

const home = mkdtempSync(join(tmpdir(), "modelforge-files-"));
let made = 0;

afterAll(() => rmSync(home, { recursive: true, force: true }));

function fresh(): string {
  made += 1;
  return join(home, String(made));
}

/** Makes something that is no plain file of one name; gives its path. */
const odd: [name: string, make: (path: string) => void, reason: string][] = [
  ["a directory", (path) => mkdirSync(path), "EISDIR"],
  ["a pipe", (path) => void execFileSync("mkfifo", [path]), "ENOTFILE"],
  ["a link to a device", (path) => symlinkSync("/dev/zero", path), "ELINK"],
  ["a link to a file", (path) => symlinkSync(import.meta.filename, path), "ELINK"],
  ["a link to nowhere", (path) => symlinkSync("/nowhere/at/all", path), "ELINK"],
  ["a link to itself", (path) => symlinkSync(path, path), "ELINK"],
];

describe("reading a file of ours", () => {
  it.each(odd)("refuses %s at once, and says what it is", (_, make, reason) => {
    const path = fresh();
    make(path);
    for (const read of [() => realFiles.read(path), () => realFiles.open(path)]) {
      const failure = failureOf(read);
      expect([failure.code, failure.details]).toEqual(["file.unreadable", { path, reason }]);
    }
  });

  it("takes what is absent for absent, a file on the way too", () => {
    const path = fresh();
    writeFileSync(path, "x");
    for (const none of [`${path}-none`, `${path}/below`]) {
      expect(realFiles.read(none)).toBeUndefined();
      expect(realFiles.open(none)).toBeUndefined();
      expect(realFiles.info(none)).toBeUndefined();
      expect(realFiles.list(none)).toBeUndefined();
    }
  });

  it("tells a circle of links above it from a link in its place", () => {
    const loop = fresh();
    symlinkSync(loop, loop);
    expect(failureOf(() => realFiles.read(`${loop}/file`)).details.reason).toBe("ELOOP");
  });

  it("reads no more than the limit into memory", () => {
    const path = fresh();
    writeFileSync(path, "12345");
    expect(realFiles.read(path, 5)).toHaveLength(5);
    expect(failureOf(() => realFiles.read(path, 4)).details.reason).toBe("ETOOLARGE");
    truncateSync(path, 50_000_000_000);
    expect(failureOf(() => realFiles.read(path)).details.reason).toBe("ETOOLARGE");
  });

  it("closes an opened file once, however often it is asked to", () => {
    const path = fresh();
    writeFileSync(path, "12345");
    const file = realFiles.open(path);
    expect(Buffer.from(file?.read(1, 3) ?? []).toString()).toBe("234");
    file?.close();
    // whoever gets the same descriptor next keeps it
    const other = openSync(path, "r");
    file?.close();
    expect(readFileSync(other, "utf8")).toBe("12345");
    closeSync(other);
  });
});

describe("writing a file of ours", () => {
  it.each(odd)("replaces, extends and overwrites nothing that is %s", (_, make) => {
    const path = fresh();
    make(path);
    for (const write of [
      () => realFiles.replace(path, "new"),
      () => realFiles.append(path, "new"),
      () => realFiles.write(path, "new"),
    ]) {
      expect(failureOf(write).code).toBe("file.unwritable");
    }
    expect(readdirSync(home).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("touches no file that has a second name", () => {
    const path = fresh();
    writeFileSync(path, "old");
    linkSync(path, `${path}-second`);
    for (const write of [() => realFiles.replace(path, "new"), () => realFiles.append(path, "!")]) {
      expect(failureOf(write).details.reason).toBe("ELINKED");
    }
    expect(readFileSync(`${path}-second`, "utf8")).toBe("old");
  });

  it("removes a link, never what it leads to, and a directory only where it is empty", () => {
    const path = fresh();
    mkdirSync(path);
    writeFileSync(join(path, "file"), "x");
    symlinkSync(path, `${path}-link`);
    realFiles.removeFile(`${path}-link`);
    expect(realFiles.removeDirectory(path)).toBe(false);
    realFiles.removeFile(join(path, "file"));
    expect(realFiles.removeDirectory(path)).toBe(true);
    expect(realFiles.removeDirectory(path)).toBe(true);
  });
});

describe("making a directory", () => {
  it("makes those above it, and says whether it was missing", () => {
    const path = join(fresh(), "a/b/c");
    expect([realFiles.makeDirectory(path), realFiles.makeDirectory(path)]).toEqual([true, false]);
  });

  it.each([
    ["/proc/modelforge/a/b", "ENOENT"],
    ["/sys/modelforge/a", /^E(ACCES|PERM|ROFS|NOENT)$/],
    ["/dev/null/a", "ENOTDIR"],
    ["/dev/full", "EEXIST"],
    [`/tmp/${"a/".repeat(3_000)}`, "ENAMETOOLONG"],
    [`/tmp/${"a/".repeat(300)}`, "ENOENT"],
  ])("ends where none can be: %.30s", (path, reason) => {
    const failure = failureOf(() => realFiles.makeDirectory(path));
    expect([failure.code, failure.details.reason]).toEqual([
      "file.unwritable",
      expect.stringMatching(reason),
    ]);
  });

  it("makes none through a link to nowhere", () => {
    const path = fresh();
    symlinkSync(`${path}-target`, path);
    expect(failureOf(() => realFiles.makeDirectory(join(path, "a"))).code).toBe("file.unwritable");
    expect(realFiles.info(`${path}-target`)).toBeUndefined();
  });
});
