import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../testing/any-character.ts";
import { isNumber, piecesOf, wordsOf } from "./spelled.ts";

describe("wordsOf", () => {
  it.each([
    ["GPT-5.1 Mini", ["gpt", "5", "1", "mini"]],
    ["qwen/Qwen3-Coder:480b_fp8@v1~x", ["qwen", "qwen3", "coder", "480b", "fp8", "v1", "x"]],
    ["Crème Brûlée", ["creme", "brulee"]],
    ["通义千问 2.5", ["通义千问", "2", "5"]],
    ["𝐆𝐏𝐓 ㎴", ["gpt", "pv"]],
    ["  \t", []],
    ["✨🚀", []],
    ["", []],
  ])("takes %j apart", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it("finds the same words whatever the case, of whatever alphabet", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        expect(wordsOf(text.toUpperCase())).toEqual(wordsOf(text.toLowerCase()));
      }),
      { seed: 4501 },
    );
  });

  it("finds words that are words themselves", () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        for (const word of wordsOf(text)) expect(wordsOf(word)).toEqual([word]);
      }),
      { seed: 4502, numRuns: 500 },
    );
  });
});

describe("piecesOf", () => {
  it("cuts where letters meet digits", () => {
    expect(piecesOf("qwen3")).toEqual(["qwen", "3"]);
    expect(piecesOf("a22b")).toEqual(["a", "22", "b"]);
    expect(piecesOf("480")).toEqual(["480"]);
  });
});

describe("isNumber", () => {
  it("tells numbers from words with numbers in them", () => {
    expect(["4", "41", "v4", "", "4b"].map(isNumber)).toEqual([true, true, false, false, false]);
  });
});
