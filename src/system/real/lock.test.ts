import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  aMoment,
  canTake,
  day,
  lockWith,
  newLock,
  second,
  touch,
} from "../../testing/held-locks.ts";
import { describeHolder, type Holder } from "./lock-holder.ts";
import { takeLock } from "./lock.ts";

describe("a lock", () => {
  it("is held by one at a time and leaves nothing behind", async () => {
    const lock = newLock();
    const first = takeLock(lock);
    expect(first).toBeDefined();
    expect(takeLock(lock)).toBeUndefined();
    await first?.release();
    expect(existsSync(lock)).toBe(false);
    expect(await canTake(lock)).toBe(true);
  });

  it("is touched while it is held", async () => {
    const lock = newLock();
    const taken = takeLock(lock);
    touch(lock, 4 * second);
    const before = lstatSync(lock).mtimeMs;
    while (lstatSync(lock).mtimeMs === before) {
      await aMoment();
    }
    await taken?.release();
  });

  it("costs a program one listener, however many it takes", async () => {
    const before = process.listenerCount("exit");
    const all = Array.from({ length: 30 }, () => takeLock(newLock()));
    for (const one of all) await one?.release();
    expect(process.listenerCount("exit")).toBe(before);
  });

  it("that is gone is released without a word", async () => {
    const lock = newLock();
    const taken = takeLock(lock);
    rmSync(lock, { recursive: true });
    await taken?.release();
    writeFileSync(lock, "mine");
    const again = takeLock(newLock());
    await again?.release();
    expect(readFileSync(lock, "utf8")).toBe("mine");
  });

  it("that another has taken over is not released", async () => {
    const lock = newLock();
    const taken = takeLock(lock);
    const { name } = JSON.parse(readFileSync(join(lock, "holder"), "utf8")) as Holder;
    const other = JSON.stringify(describeHolder());
    writeFileSync(join(lock, `after-${name}`), other);
    await taken?.release();
    expect(readFileSync(join(lock, `after-${name}`), "utf8")).toBe(other);
    expect(await canTake(lock)).toBe(false);
  });

  it("that another has made anew is not released", async () => {
    const lock = newLock();
    const taken = takeLock(lock);
    rmSync(lock, { recursive: true });
    mkdirSync(lock);
    await taken?.release();
    // version 0.1.0 leaves no note
    expect(readdirSync(lock)).toEqual([]);
    expect(existsSync(lock)).toBe(true);
  });
});

const elsewhere: Holder = { ...describeHolder(), machine: "another host" };
const unknown: [name: string, files: Record<string, string>][] = [
  ["of another machine", { holder: JSON.stringify(elsewhere) }],
  ["of a machine that tells nothing", { holder: JSON.stringify({ ...elsewhere, machine: null }) }],
  ["without a note, as version 0.1.0 makes it", {}],
  ["with an empty note", { holder: "" }],
  ["with half a note", { holder: '{"name":"4711-' }],
  ["with two empty notes", { holder: "", "holder-unknown": "" }],
];

describe.each(unknown)("a lock %s", (_, files) => {
  it.each([0, 4 * second, -4 * second])("is held, touched %i ms ago", async (agoMs) => {
    const lock = lockWith(files, agoMs);
    expect(await canTake(lock)).toBe(false);
    expect(readdirSync(lock)).toEqual(Object.keys(files));
  });

  it.each([6 * second, 400 * day, -6 * second, -300 * second, -day, -3_653 * day])(
    "is taken, touched %i ms ago",
    async (agoMs) => {
      const lock = lockWith(files, agoMs);
      const taken = takeLock(lock);
      expect(taken).toBeDefined();
      expect(takeLock(lock)).toBeUndefined();
      await taken?.release();
      expect(existsSync(lock)).toBe(false);
    },
  );
});
