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
    expect(jsonText(["\u{e0041}", "\ud800"])).toBe(String.raw`["\udb40\udc41","\ud800"]`);
  });

  it("leaves pictures whole, whose joiners it escapes", () => {
    expect(jsonText("👩‍👧")).toBe(String.raw`"👩\u200d👧"`);
  });

  it("is read back as what went in, for every character there is", () => {
    const text = fc.string({ unit: anyCharacter });
    fc.assert(
      fc.property(fc.dictionary(text, text), (value) => {
        const json = jsonText(value);
        expect(json).not.toMatch(unseen);
        expect(JSON.parse(json)).toEqual(value);
        expect(JSON.parse(jsonText(value, 2))).toEqual(value);
      }),
      { seed: 4330, numRuns: 500 },
    );
    for (let code = 0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code);
      const json = jsonText(character);
      if (unseen.test(json) || JSON.parse(json) !== character) expect(json).toBe(character);
    }
  });
});
