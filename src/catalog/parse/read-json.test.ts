import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../testing/any-character.ts";
import { readJson } from "./read-json.ts";

const half = String.raw`\ud800`;
const otherHalf = String.raw`\uDFFF`;

describe("JSON of a source", () => {
  it("has U+FFFD for each half of a character, in texts and names at any depth", () => {
    const json = `{"a${half}":[{"b":"x${otherHalf}y"},"${half}${half}","\\ud83d\\ude00"],"c":1}`;
    expect(readJson(json)).toEqual({ "a\ufffd": [{ b: "x\ufffdy" }, "\ufffd\ufffd", "😀"], c: 1 });
    expect(readJson(`"${half}"`)).toBe("\ufffd");
  });

  it("keeps apart names that differ in their halves alone, whole ones as they are", () => {
    const json = `{"a${half}":1,"a${otherHalf}":2,"a\ufffd":3,"b":4}`;
    expect(readJson(json)).toEqual({
      "a\ufffd\ufffd": 1,
      "a\ufffd\ufffd\ufffd": 2,
      "a\ufffd": 3,
      b: 4,
    });
    expect(Object.keys(readJson(json) as object)).toHaveLength(4);
  });

  it("keeps a name that JavaScript has a meaning for", () => {
    const read = readJson(`{"__proto__":"${half}","${half}":{"__proto__":1}}`) as object;
    expect(Object.entries(read).map(([name]) => name)).toEqual(["__proto__", "\ufffd"]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });

  it("nested as deep as JSON is read at all is no trouble", () => {
    const deep = 2_000;
    const json = `${"[".repeat(deep)}"${half}"${"]".repeat(deep)}`;
    expect(JSON.stringify(readJson(json))).toBe(json.replace(half, "\ufffd"));
  });

  it("says no more than JSON.parse where all is Unicode, and is Unicode whatever it is", () => {
    const text = fc.string({ unit: anyCharacter, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.dictionary(text, fc.oneof(text, fc.array(text)))), (value) => {
        const json = JSON.stringify(value);
        const read = readJson(json);
        const isWhole = !/\\ud[89a-f]/.test(json.replaceAll("\\\\", ""));
        if (isWhole) expect(read).toEqual(JSON.parse(json));
        expect(JSON.stringify(read).replaceAll("\\\\", "")).not.toMatch(/\\ud[89a-f]/);
        expect(sizes(read)).toEqual(sizes(JSON.parse(json)));
      }),
      { seed: 4331, numRuns: 500 },
    );
  });
});

/** How many names each record has. */
function sizes(value: unknown): number[] {
  return (value as object[]).map((record) => Object.keys(record).length);
}
