import { execFileSync } from "node:child_process";
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lockWith, newLock, newPlace } from "../../testing/held-locks.ts";
import { realFiles } from "./files.ts";
import { describeHolder } from "./lock-holder.ts";
import { takeLock } from "./lock.ts";

describe("what is not ModelForge's", () => {
  const foreign: [name: string, put: (path: string) => void][] = [
    ["a pipe", (path) => execFileSync("mkfifo", [path])],
    ["a link", (path) => symlinkSync("/etc/hostname", path)],
    ["a link that leads nowhere", (path) => symlinkSync("/nowhere/at/all", path)],
    ["a directory", (path) => mkdirSync(path)],
    [
      "a file of two names",
      (path) => {
        const other = join(path, "../../mine");
        writeFileSync(other, "mine");
        linkSync(other, path);
      },
    ],
    ["a file of words", (path) => writeFileSync(path, "my notes")],
    ["a file of a name and more", (path) => writeFileSync(path, '{"name":"1-1-a","mine":true}')],
    ["a long file", (path) => writeFileSync(path, "x".repeat(100_000))],
  ];

  it.each(foreign)("holds no lock and stays in it: %s in the place of the note", async (_, put) => {
    const lock = lockWith({}, 3 * 24 * 3_600_000);
    const path = join(lock, "holder");
    put(path);
    const before = lstatSync(path);
    for (let times = 0; times < 2; times += 1) {
      const taken = takeLock(lock);
      expect(taken).toBeDefined();
      expect(takeLock(lock)).toBeUndefined();
      await taken?.release();
      expect(readdirSync(lock)).toEqual(["holder"]);
    }
    const after = lstatSync(path);
    expect([after.ino, after.size, after.mtimeMs]).toEqual([
      before.ino,
      before.size,
      before.mtimeMs,
    ]);
  });

  it("holds no lock and stays in it: a file beside the note", async () => {
    const lock = lockWith({ "notes.txt": "mine" });
    for (let times = 0; times < 2; times += 1) {
      const taken = takeLock(lock);
      expect(takeLock(lock)).toBeUndefined();
      await taken?.release();
      expect(readdirSync(lock)).toEqual(["notes.txt"]);
    }
    expect(readFileSync(join(lock, "notes.txt"), "utf8")).toBe("mine");
  });

  it("holds nobody up by notes that lead in a circle", async () => {
    const [first, next] = [describeHolder(), describeHolder()];
    const lock = lockWith({
      holder: JSON.stringify(first),
      [`after-${first.name}`]: JSON.stringify(next),
      [`after-${next.name}`]: JSON.stringify(first),
    });
    const taken = takeLock(lock);
    expect(taken).toBeDefined();
    expect(takeLock(lock)).toBeUndefined();
    await taken?.release();
  });

  it.each<[string, (path: string, place: string) => void]>([
    ["a file", (path) => writeFileSync(path, "mine")],
    ["a link to a directory", (path, place) => symlinkSync(place, path)],
    ["a link that leads nowhere", (path) => symlinkSync("/nowhere/at/all", path)],
    ["a pipe", (path) => execFileSync("mkfifo", [path])],
  ])("is named where it stands in the place of the lock: %s", async (_, put) => {
    const lock = newLock();
    const place = newPlace();
    put(lock, place);
    const before = lstatSync(lock).ino;
    await expect(realFiles.lock(lock.replace(/\.lock$/, ""))).rejects.toMatchObject({
      code: "file.unwritable",
      message: expect.stringContaining(`${lock}: something else stands in its place`),
    });
    expect(lstatSync(lock).ino).toBe(before);
    expect([readdirSync(join(lock, "..")), readdirSync(place)]).toEqual([["refresh.lock"], []]);
  });
});
