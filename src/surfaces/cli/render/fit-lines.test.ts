import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../../testing/any-character.ts";
import { drawn, drawnLines } from "./drawn.ts";
import { fitHint } from "./fit-hint.ts";
import { fitLines, fitNotice } from "./fit-lines.ts";

const fit = async (text: string, width: number): Promise<string[]> =>
  (await fitLines(drawnLines(text), width)).text.split("\n");

describe("lines of any length on a terminal", () => {
  it("are cut between words, and go on two columns further in", async () => {
    expect(await fit("note: 2 of 3 shown\nshort", 12)).toEqual([
      "note: 2 of 3",
      "  shown",
      "short",
    ]);
    expect(await fit("  and 4 more; x", 10)).toEqual(["  and 4", "    more;", "    x"]);
  });

  it("have the value of a field below its beginning, where its label leaves room", async () => {
    expect(await fit("  can  tools, vision", 14)).toEqual(["  can  tools,", "       vision"]);
    expect(await fit("  VARIABLE_NAME  not set", 16)).toEqual(["  VARIABLE_NAME", "    not set"]);
  });

  it("have a word that is wider than all of them cut where they end", async () => {
    expect(await fit("  docs  https://a.example/b", 16)).toEqual([
      "  docs  https://",
      "        a.exampl",
      "        e/b",
    ]);
  });

  it("keep their colours, which take no room", async () => {
    const line = drawn`\u001b[1mname\u001b[22m  \u001b[2mone two\u001b[22m three`;
    expect((await fitLines(line, 13)).text).toBe(
      "\u001b[1mname\u001b[22m  \u001b[2mone two\u001b[22m\n      three",
    );
  });

  it("stay as they are where nobody looks, and a line that is written over does", async () => {
    const text = drawn`${"x ".repeat(99)}`;
    expect((await fitLines(text, undefined)).text).toBe(text.text);
    expect(fitNotice(text, undefined)).toBe(text);
  });

  it("leave a hint whole that names a command, which may be pasted", () => {
    const hint = drawn`hint: did you mean modelforge search gpt-5, modelforge info gpt-5?`;
    expect(fitHint(hint, 30)).toBe(hint);
    expect(fitHint(drawn`hint: name another file`, 16).text).toBe("hint: name\n  another file");
  });

  it("are never wider, and say all of it, whatever they hold", async () => {
    const text = fc.string({ unit: fc.oneof(anyCharacter, fc.constantFrom(" ", "a", "语", "\n")) });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 4, max: 40 }), async (value, width) => {
        const whole = drawnLines(value);
        for (const fitted of [await fitLines(whole, width), fitNotice(whole, width)]) {
          const wide = fitted.text.split("\n").filter((line) => stringWidth(line) > width);
          expect(wide).toEqual([]);
          expect(fitted.text.replaceAll(/\s/gu, "")).toBe(whole.text.replaceAll(/\s/gu, ""));
        }
      }),
      { seed: 7107, numRuns: 1000 },
    );
  });
});
