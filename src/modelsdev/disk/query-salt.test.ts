import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { realCodec } from "../../system/real/codec.ts";
import { realFiles } from "../../system/real/files.ts";
import { saltName } from "./names.ts";
import { querySalt } from "./query-salt.ts";
import { readSalt } from "./read-salt.ts";

const machine = { files: realFiles, codec: realCodec };
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "modelforge-salt-"));
});

afterEach(() => rmSync(home, { recursive: true }));

describe("the salt of a cache", () => {
  it("is made once, for the user alone, and the same from then on", () => {
    const cache = join(home, "cache");
    const salt = querySalt(cache, machine);
    expect(salt).toMatch(/^[0-9a-f]{32}$/);
    expect(querySalt(cache, machine)).toBe(salt);
    expect(readSalt(cache, machine)).toBe(salt);
    expect(readdirSync(cache)).toEqual([".model-forge", saltName]);
    if (process.platform === "win32") return;
    expect(statSync(join(cache, saltName)).mode & 0o777).toBe(0o600);
  });

  it("is another in another cache", () => {
    expect(querySalt(join(home, "a"), machine)).not.toBe(querySalt(join(home, "b"), machine));
  });

  it("is made anew where it is damaged", () => {
    writeFileSync(join(home, saltName), "no salt");
    expect(readSalt(home, machine)).toBeUndefined();
    const salt = querySalt(home, machine);
    expect(readFileSync(join(home, saltName), "utf8")).toBe(`${salt}\n`);
  });

  it("is nothing without a cache, and any where it cannot be kept", () => {
    expect(querySalt(undefined, machine)).toBeUndefined();
    writeFileSync(join(home, "file"), "");
    const nowhere = join(home, "file", "cache");
    expect(querySalt(nowhere, machine)).toMatch(/^[0-9a-f]{32}$/);
    expect(querySalt(nowhere, machine)).not.toBe(querySalt(nowhere, machine));
  });
});
