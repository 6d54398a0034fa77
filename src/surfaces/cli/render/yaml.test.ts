import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { anyCharacter } from "../../../testing/any-character.ts";
import { renderYaml } from "./yaml.ts";

describe("YAML", () => {
  it("is read back as what went in", () => {
    const rows = [{ ref: "a/b", price: { input: 0.5, output: null }, tags: ["x", "yes", "1.0"] }];
    expect(parse(renderYaml(rows).text)).toEqual(rows);
    expect(renderYaml([]).text).toBe("[]\n");
  });

  it("escapes in names and values what must not reach a terminal, and leaves long lines whole", () => {
    const long = "word ".repeat(60).trim();
    const { text } = renderYaml([{ "na\u001b[1mme": "x\u202ey\u007f", lines: "a\nb", long }]);
    expect(text.split("\n")).toEqual([
      String.raw`- "na\e[1mme": "x\u202ey\u007f"`,
      String.raw`  lines: "a\nb"`,
      `  long: ${long}`,
      "",
    ]);
  });

  it("is exact and plain whatever it is given", () => {
    const text = fc.string({ unit: anyCharacter });
    fc.assert(
      fc.property(fc.array(fc.record({ text, more: fc.dictionary(text, text) })), (rows) => {
        const written = renderYaml(rows).text;
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202e]/);
        expect(parse(written)).toEqual(rows);
      }),
      { seed: 4730, numRuns: 300 },
    );
  });
});
