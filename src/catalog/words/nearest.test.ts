import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "./nearest.ts";

const providers = ["openai", "anthropic", "google", "google-vertex", "groq", "xai", "azure"];

describe("nearest", () => {
  it.each([
    ["opanai", ["openai"]],
    ["opneai", ["openai"]],
    ["Anthropi", ["anthropic"]],
    ["goggle", ["google"]],
    ["x", []],
    ["xia", ["xai"]],
    ["completely-else", []],
    ["", []],
  ])("for %j gives %j", (typed, expected) => {
    expect(nearest(typed, providers)).toEqual(expected);
  });

  it("gives what begins with the word before what merely holds it", () => {
    expect(nearest("vert", ["google-vertex", "vertex-express"])).toEqual([
      "vertex-express",
      "google-vertex",
    ]);
  });

  it("gives the same word in other letters first, then the fewest slips, then the shortest", () => {
    expect(nearest("Groq", ["groqx", "groqy", "grok", "groq"])).toEqual(["groq", "grok", "groqx"]);
  });

  it("gives at most as many as asked for, each one of the candidates", () => {
    const words = fc.array(fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), words, fc.nat({ max: 5 }), (typed, known, most) => {
        const found = nearest(typed, known, most);
        expect(found.length).toBeLessThanOrEqual(most);
        for (const one of found) expect(known).toContain(one);
        if (most > 0 && known.includes(typed)) {
          expect(found[0]?.toLowerCase()).toBe(typed.toLowerCase());
        }
      }),
      { seed: 4230 },
    );
  });
});
