import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findLookups } from "../../scripts/lookups/find-lookups.ts";

const bad = {
  "a record": "const t: Record<string, number> = {}; t[name];",
  "a plain object, through a cast": "const t = { a: 1 }; (t as Record<string, number>)[name];",
  "a record that is written": "const t: Record<string, number> = {}; t[name] = 1;",
  "a record by a name put together":
    "const t: Record<string, number> = {}; t[`x-${name}` as const];",
  "a record by the key of a type parameter":
    "const read = <T extends object>(t: T, key: keyof T) => t[key]; read;",
  "the in operator": "const t = { a: 1 }; name in t;",
  "a pattern": "const t: Record<string, number> = {}; const { [name]: one } = t; one;",
  "Object.assign": "const t: Record<string, number> = {}; Object.assign({}, t);",
  "Object.assign with a name worked out": "Object.assign({}, { [name]: 1 });",
  "a name every object inherits": 'const t: Record<string, number> = {}; t["constructor"];',
  "a cast that makes any text a known name": 'const t = { a: 1, b: 2 }; t[name as "a" | "b"];',
  "a guard of another name":
    "const t: Record<string, number> = {}; Object.hasOwn(t, other) ? t[name] : 0;",
  "the wrong branch of a guard":
    "const t: Record<string, number> = {}; Object.hasOwn(t, name) ? 0 : t[name];",
  "a guard that leaves too late":
    "const t: Record<string, number> = {}; (() => { t[name]; if (!Object.hasOwn(t, name)) return 0; return 1; })();",
  "an allowance without a reason":
    "const t: Record<string, number> = {};\n// look-up allowed:\nt[name];",
};

const good = {
  "a guard": "const t: Record<string, number> = {}; Object.hasOwn(t, name) ? t[name] : 0;",
  "a guard among others":
    "const t: Record<string, number> = {}; if (name && Object.hasOwn(t, name)) { t[name]; }",
  "a guard with and": "const t: Record<string, boolean> = {}; Object.hasOwn(t, name) && t[name];",
  "a guard that leaves":
    "const t: Record<string, number> = {}; (() => { if (!Object.hasOwn(t, name)) return 0; return t[name]; })();",
  "a list by its position": "const t = [1]; t[other.length];",
  "a column by its row": "const t = new Uint8Array(1); t[other.length];",
  "a map": "const t = new Map<string, number>(); t.get(name);",
  "a name known beforehand": 'const t = { a: 1, b: 2 }; const key = "a" as "a" | "b"; t[key];',
  "a record by a name of ours": 'const t: Record<string, number> = {}; t["input"];',
  "a name that is put into a new object": "({ [name]: 1 });",
  "an allowance with its reason":
    "const t: Record<string, number> = {};\n// look-up allowed: the table has no prototype\nt[name];",
};

describe("the check of look-ups", () => {
  const directory = mkdtempSync(join(tmpdir(), "modelforge-lookups-"));
  const fileOf = new Map<string, string>();
  let found: string[];

  beforeAll(() => {
    for (const [what, code] of Object.entries({ ...bad, ...good })) {
      const file = join(directory, `${fileOf.size}.ts`);
      writeFileSync(file, `declare const name: string, other: string;\n${code}\nexport {};\n`);
      fileOf.set(what, file);
    }
    const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2023 };
    const program = ts.createProgram([...fileOf.values()], options);
    const files = new Set(fileOf.values());
    found = findLookups(program, (file) => files.has(file)).map(({ file }) => file);
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  it.each(Object.keys(bad))("finds %s", (what) => {
    expect(found).toContain(fileOf.get(what));
  });

  it.each(Object.keys(good))("leaves alone %s", (what) => {
    expect(found).not.toContain(fileOf.get(what));
  });
});
