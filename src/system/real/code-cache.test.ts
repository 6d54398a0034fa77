import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createRequire, Module } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runScript } from "./code-cache.ts";

let directory = "";
let script = "";
let kept = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "modelforge-code-cache-"));
  script = join(directory, "script.cjs");
  kept = join(directory, "deep", "cache", "script.bin");
  writeFileSync(script, "exports.answer = () => 6 * 7; exports.file = __filename;");
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

interface Script {
  answer(): number;
  file: string;
}

function run(cachePath: string | undefined = kept): { exports: Script; keep(): void } {
  const load = createRequire(script);
  delete load.cache[script];
  const { exports, keep } = runScript(script, cachePath, load, Module);
  return { exports: exports as Script, keep };
}

function runAndKeep(): Buffer {
  const { exports, keep } = run();
  exports.answer();
  keep();
  return readFileSync(kept);
}

describe("runScript", () => {
  it("runs a CommonJS script that later requires find", () => {
    const { exports } = run(undefined);
    expect(exports.answer()).toBe(42);
    expect(exports.file).toBe(script);
    const load = createRequire(script);
    expect(load(script)).toBe(exports);
  });

  it("keeps what was compiled, in a directory it makes, and leaves nothing else behind", () => {
    runAndKeep();
    expect(readdirSync(join(directory, "deep", "cache"))).toEqual(["script.bin"]);
  });

  it("does not write again what it could use", () => {
    const before = runAndKeep();
    const marked = new Date(1_700_000_000_000);
    utimesSync(kept, marked, marked);
    const { exports, keep } = run();
    expect(exports.answer()).toBe(42);
    keep();
    expect(readFileSync(kept).equals(before)).toBe(true);
  });

  it("compiles anew where the script has changed since", () => {
    const before = runAndKeep();
    writeFileSync(script, "exports.answer = () => 43 + 0; exports.other = 1;");
    const { exports, keep } = run();
    expect(exports.answer()).toBe(43);
    keep();
    expect(readFileSync(kept).equals(before)).toBe(false);
    expect(run().exports.answer()).toBe(43);
  });

  it("never hands damaged bytes to V8: any byte changed, cut off or added means compiling anew", () => {
    const sound = runAndKeep();
    const damages: Buffer[] = [
      Buffer.alloc(0),
      Buffer.alloc(7),
      Buffer.alloc(24),
      Buffer.from("{}"),
    ];
    for (let at = 0; at < sound.length; at += Math.ceil(sound.length / 60)) {
      const changed = Buffer.from(sound);
      changed[at] = (changed[at] as number) ^ 0x10;
      damages.push(changed, sound.subarray(0, at));
    }
    damages.push(Buffer.concat([sound, Buffer.from("x")]));
    for (const damaged of damages) {
      writeFileSync(kept, damaged);
      const { exports, keep } = run();
      expect(exports.answer()).toBe(42);
      keep();
      expect(readFileSync(kept).equals(damaged)).toBe(false);
    }
  });

  it("does without where it can be neither read nor written", () => {
    mkdirSync(kept, { recursive: true });
    const { exports, keep } = run();
    expect(exports.answer()).toBe(42);
    keep();
    expect(readdirSync(join(directory, "deep", "cache"))).toEqual(["script.bin"]);
  });
});
