import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../../testing/any-character.ts";
import {
  type Drawable,
  drawn,
  drawnJson,
  drawnLines,
  joined,
  lineFeed,
  recoloured,
} from "./drawn.ts";

const escape = "\u001b";
const harmful =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

describe("drawn", () => {
  it("keeps what stands in the source, and cleans what is put in", () => {
    const name = `evil${escape}[2J\nname\u202e`;
    expect(drawn`\u001b[1m${name}\u001b[22m\n`.text).toBe("\u001b[1mevil name\u001b[22m\n");
    expect(drawn`${3} of ${5}`.text).toBe("3 of 5");
  });

  it("keeps what has been drawn already", () => {
    const inner = drawn`\u001b[1m${"a\u0007"}\u001b[22m`;
    expect(drawn`${inner}, ${joined([inner, "b\u0007"], lineFeed)}`.text).toBe(
      "\u001b[1ma\u001b[22m, \u001b[1ma\u001b[22m\nb",
    );
  });

  it("takes nothing for drawn that only looks so", () => {
    const forged = { text: `${escape}[2J` };
    expect(drawn`${forged as unknown as Drawable}`.text).not.toContain(escape);
    // @ts-expect-error text from outside has another type
    const wrong: typeof lineFeed = forged;
    expect(wrong).toBe(forged);
  });

  it("has only line feeds beside what can be seen, whatever it is given", () => {
    const text = fc.string({ unit: anyCharacter });
    fc.assert(
      fc.property(fc.array(text), text, (pieces, between) => {
        const all = [
          joined(pieces, drawn`${between}`),
          drawnLines(pieces.join("\n")),
          drawnJson(pieces, 2),
          recoloured(between),
        ];
        for (const one of all) expect(one.text).not.toMatch(harmful);
        const whole = pieces.map((piece) => piece.toWellFormed());
        expect(JSON.parse(drawnJson(pieces, 2).text)).toEqual(whole);
      }),
      { seed: 4705, numRuns: 500 },
    );
  });
});

describe("recoloured", () => {
  it("lets nothing but colours through", () => {
    const line = `${escape}[1;36mname${escape}[39;22m${escape}[2J${escape}]0;x\u0007\u009b31m`;
    expect(recoloured(line).text).toBe("\u001b[1;36mname\u001b[39;22m");
  });
});
