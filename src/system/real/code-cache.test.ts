import {
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compile } from "./code-cache.ts";
import { asKept } from "./kept-code/format.ts";

let directory = "";
let script = "";
let keptAt = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "modelforge-code-cache-"));
  script = join(directory, "script.cjs");
  keptAt = join(directory, "script.bin");
  writeFileSync(script, "((exports) => { exports.answer = () => 6 * 7; })");
});

afterEach(() => {
  rmSync(directory, { recursive: true, force: true });
});

function run(path: string | undefined = keptAt) {
  const compiled = compile(script, path);
  const exported: { answer?: () => number } = {};
  (compiled.script.runInThisContext() as (exports: object) => void)(exported);
  return { ...compiled, answer: exported.answer?.() };
}

function runAndKeep(): Uint8Array {
  const { script: compiled, facts } = run();
  const kept = asKept(compiled.createCachedData(), facts);
  writeFileSync(keptAt, kept, { mode: 0o600 });
  return kept;
}

describe("compile", () => {
  it("takes what was kept of a script", () => {
    expect(run()).toMatchObject({ answer: 42, isFromKept: false });
    runAndKeep();
    expect(run()).toMatchObject({ answer: 42, isFromKept: true });
  });

  it("puts what it is given around a script, as Node does", () => {
    writeFileSync(script, "exports.answer = 6 * 7;");
    const { script: compiled } = compile(script, undefined, "(function (exports) { ", "\n});");
    const exported: { answer?: number } = {};
    (compiled.runInThisContext() as (exports: object) => void)(exported);
    expect(exported.answer).toBe(42);
  });

  it("compiles anew where another script of the same length and time stands there", () => {
    runAndKeep();
    const { atime, mtime, size } = statSync(script);
    writeFileSync(script, "((exports) => { exports.answer = () => 6 * 8; })");
    utimesSync(script, atime, mtime);
    expect(statSync(script)).toMatchObject({ size, mtime });
    expect(run()).toMatchObject({ answer: 48, isFromKept: false });
  });

  it("looks at the script itself where a link stands in its place", () => {
    const stored = join(directory, "stored.cjs");
    renameSync(script, stored);
    symlinkSync(stored, script);
    runAndKeep();
    expect(run()).toMatchObject({ answer: 42, isFromKept: true });
    writeFileSync(stored, "((exports) => { exports.answer = () => 6 * 8; })");
    expect(run()).toMatchObject({ answer: 48, isFromKept: false });
  });

  it("never hands damaged bytes to V8: any byte changed, cut off or added means compiling anew", () => {
    const sound = runAndKeep();
    const damages: Uint8Array[] = [
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
      expect(run()).toMatchObject({ answer: 42, isFromKept: false });
    }
  });
});
