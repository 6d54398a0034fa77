import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asKept } from "./format.ts";
import { type Compiled, keepCode } from "./keep.ts";
import { mostBytes } from "./place.ts";

let caches = "";
let directory = "";

beforeEach(() => {
  caches = mkdtempSync(join(tmpdir(), "modelforge-keep-"));
  directory = join(caches, "model-forge", "code");
});

afterEach(() => {
  rmSync(caches, { recursive: true, force: true });
});

const facts = { size: 20, mtimeMs: 499_162_500_000, ctimeMs: Date.now() - 60_000.25 };
const code = Buffer.from("as V8 compiled it");

const nameOf = (number: number): string =>
  `info_warm_${String(number).padStart(16, "0")}_v20.0.0-linux-x64_00000000.bin`;

/** Counts how often V8 is asked for what it compiled. */
function createCompiled(number: number): Compiled & { timesAsked(): number } {
  let asked = 0;
  const createCachedData = () => {
    asked += 1;
    return code;
  };
  return { name: nameOf(number), script: { createCachedData }, facts, timesAsked: () => asked };
}

const keep = (...compiled: Compiled[]): void => {
  keepCode({ XDG_CACHE_HOME: caches }, compiled);
};
const sizeOf = (name: string): number => statSync(join(directory, name)).size;

function writeAged(number: number, bytes: number, ageHours: number): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const path = join(directory, nameOf(number));
  writeFileSync(path, Buffer.alloc(bytes), { mode: 0o600 });
  const then = Date.now() / 1000 - ageHours * 3600;
  utimesSync(path, then, then);
}

describe("keepCode", () => {
  it("asks V8 for nothing at the first use, and leaves an empty file for the user alone", () => {
    const one = createCompiled(1);
    keep(one);
    expect(one.timesAsked()).toBe(0);
    expect(readdirSync(directory)).toEqual([one.name]);
    const { mode, size } = statSync(join(directory, one.name));
    expect([mode & 0o777, size]).toEqual([0o600, 0]);
  });

  it("writes what V8 compiled at the second use, and nothing beside it", () => {
    const one = createCompiled(1);
    keep(one);
    keep(one);
    expect(one.timesAsked()).toBe(1);
    expect(readdirSync(directory)).toEqual([one.name]);
    expect(new Uint8Array(readFileSync(join(directory, one.name)))).toEqual(asKept(code, facts));
  });

  it("keeps nothing of a script that may yet change without its time telling so", () => {
    const second = Math.floor(Date.now() / 1000) * 1000;
    for (const ctimeMs of [second, second - 2000, Date.now() + 0.25, second + 3_600_000.5]) {
      const one = { ...createCompiled(1), facts: { ...facts, ctimeMs } };
      keep(one);
      keep(one);
      expect([ctimeMs, one.timesAsked(), sizeOf(one.name)]).toEqual([ctimeMs, 0, 0]);
    }
    const settled = { ...createCompiled(1), facts: { ...facts, ctimeMs: second - 4000 } };
    keep(settled);
    expect(settled.timesAsked()).toBe(1);
  });

  it("tells the first use of one script from the second of another", () => {
    const [one, other] = [createCompiled(1), createCompiled(2)];
    keep(one);
    keep(one, other);
    expect([one.timesAsked(), other.timesAsked()]).toEqual([1, 0]);
    expect([sizeOf(one.name) > 0, sizeOf(other.name)]).toEqual([true, 0]);
  });

  it("replaces at once what is there and of no use", () => {
    const one = createCompiled(1);
    writeAged(1, 5000, 1);
    keep(one);
    expect(new Uint8Array(readFileSync(join(directory, one.name)))).toEqual(asKept(code, facts));
  });

  it("makes room by the oldest, empty files among them, and leaves those that are younger", () => {
    writeAged(2, 0, 4);
    writeAged(3, mostBytes, 3);
    writeAged(4, 0, 2);
    const one = createCompiled(1);
    keep(one);
    expect(readdirSync(directory)).toHaveLength(4);
    keep(one);
    expect(readdirSync(directory).sort()).toEqual([one.name, nameOf(4)]);
  });

  it("lets empty files be as many as they are while what is kept fits", () => {
    for (let number = 2; number < 40; number += 1) writeAged(number, 0, number);
    const one = createCompiled(1);
    keep(one);
    keep(one);
    expect(readdirSync(directory)).toHaveLength(39);
  });
});
