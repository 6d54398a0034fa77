import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../testing/any-character.ts";
import { jsonText } from "./json-text.ts";

// written down apart from the code
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

describe("JSON text", () => {
  it("escapes what a terminal acts on and what nobody sees", () => {
    expect(jsonText({ "k\u009b": "a\u001b\u007f\u0085\u202e\u200b\u200c\u200d\ufeffé模" })).toBe(
      String.raw`{"k\u009b":"a\u001b\u007f\u0085\u202e\u200b\u200c\u200d\ufeffé模"}`,
    );
    expect(jsonText(["\u{e0041}"])).toBe(String.raw`["\udb40\udc41"]`);
  });

  it("holds no halves of characters, and leaves what only looks like one written down", () => {
    const halves = { "a\ud800": "\udfffb", c: String.raw`\ud800 \\ud800` };
    expect(JSON.parse(jsonText(halves))).toEqual({ "a\ufffd": "\ufffdb", c: halves.c });
    expect(JSON.parse(jsonText("\n\ud83d\ude00\ud83d"))).toBe("\n😀\ufffd");
  });

  it("leaves pictures whole, whose joiners it escapes", () => {
    expect(jsonText("👩‍👧")).toBe(String.raw`"👩\u200d👧"`);
  });

  it("is read back as what went in, for every character there is, and no half of one", () => {
    const text = fc.string({ unit: anyCharacter });
    fc.assert(
      fc.property(fc.dictionary(text, text), (value) => {
        const json = jsonText(value);
        expect(json).not.toMatch(unseen);
        const expected = wellFormed(value);
        expect(JSON.parse(json)).toEqual(expected);
        expect(JSON.parse(jsonText(value, 2))).toEqual(expected);
      }),
      { seed: 4330, numRuns: 500 },
    );
    for (let code = 0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code);
      const json = jsonText(character);
      const isRight = JSON.parse(json) === character.toWellFormed() && !unseen.test(json);
      if (!isRight) expect(json).toBe(character);
    }
  });
});

function wellFormed(texts: Record<string, string>): Record<string, string> {
  const entries = Object.entries(texts);
  return Object.fromEntries(entries.map((entry) => entry.map((text) => text.toWellFormed())));
}
