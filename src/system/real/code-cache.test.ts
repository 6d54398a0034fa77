import { mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runScript } from "./code-cache.ts";
import { asKept } from "./kept-code/format.ts";

let directory = "";
let script = "";
let keptAt = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "modelforge-code-cache-"));
  script = join(directory, "script.cjs");
  keptAt = join(directory, "script.bin");
  writeFileSync(script, "exports.answer = () => 6 * 7; exports.file = __filename;");
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

interface Exports {
  answer(): number;
  file: string;
}

function run(path: string | undefined = keptAt) {
  const load = createRequire(script);
  delete load.cache[script];
  const running = runScript(script, path, load, Module);
  return { ...running, exports: running.exports as Exports };
}

function runAndKeep(): Buffer {
  const { exports, script: source, code } = run();
  exports.answer();
  const kept = asKept(code(), source);
  writeFileSync(keptAt, kept, { mode: 0o600 });
  return kept;
}

describe("runScript", () => {
  it("runs a CommonJS script that later requires find", () => {
    const { exports } = run(undefined);
    expect(exports.answer()).toBe(42);
    expect(exports.file).toBe(script);
    const load = createRequire(script);
    expect(load(script)).toBe(exports);
  });

  it("takes what was kept of it", () => {
    expect(run().isFromKept).toBe(false);
    runAndKeep();
    const { exports, isFromKept } = run();
    expect([exports.answer(), isFromKept]).toEqual([42, true]);
  });

  it("compiles anew where another script of the same length and time stands there", () => {
    runAndKeep();
    const { atime, mtime, size } = statSync(script);
    writeFileSync(script, "exports.answer = () => 6 * 8; exports.file = __filename;");
    utimesSync(script, atime, mtime);
    expect(statSync(script)).toMatchObject({ size, mtime });
    const { exports, isFromKept } = run();
    expect([exports.answer(), isFromKept]).toEqual([48, false]);
  });

  it("never hands damaged bytes to V8: any byte changed, cut off or added means compiling anew", () => {
    const sound = runAndKeep();
    const damages: Buffer[] = [
      Buffer.alloc(0),
      Buffer.alloc(7),
      Buffer.alloc(sound.length),
      Buffer.from("{}"),
      Buffer.concat([sound, sound]),
      Buffer.concat([sound, Buffer.from("x")]),
    ];
    for (let at = 0; at < sound.length; at += Math.ceil(sound.length / 120)) {
      const changed = Buffer.from(sound);
      changed[at] = (changed[at] as number) ^ (1 << (at % 8));
      damages.push(changed, sound.subarray(0, at));
    }
    for (const damaged of damages) {
      writeFileSync(keptAt, damaged);
      const { exports, isFromKept } = run();
      expect([exports.answer(), isFromKept]).toEqual([42, false]);
    }
  });
});
