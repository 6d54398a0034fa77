import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../../testing/any-character.ts";
import { renderMarkdown as drawMarkdown } from "./markdown.ts";

const renderMarkdown = (...how: Parameters<typeof drawMarkdown>): string =>
  drawMarkdown(...how).text;

describe("Markdown", () => {
  it("is a table", () => {
    expect(renderMarkdown([{ ref: "a/b", price: 1.5, open: null }], ["ref", "price", "open"])).toBe(
      "| ref | price | open |\n| --- | --- | --- |\n| a/b | 1.5 |  |\n",
    );
  });

  it("escapes what Markdown and HTML would take for their own", () => {
    const [, , row] = renderMarkdown([{ x: "a|b `c` *d* _e_ <f> [g](h) \\|" }], ["x"]).split("\n");
    expect(row).toBe("| a\\|b \\`c\\` \\*d\\* \\_e\\_ \\<f\\> \\[g\\](h) \\\\\\| |");
  });

  it("keeps each row on its line, with as many cells as fields", () => {
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.array(fc.constantFrom("|", "\\", "\n", "a", "<", "`")).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ a: text, b: text })), (rows) => {
        const lines = renderMarkdown(rows, ["a", "b"]).split("\n");
        expect(lines.pop()).toBe("");
        expect(lines).toHaveLength(rows.length + 2);
        // a bar counts where no odd number of backslashes stands before it
        for (const line of lines) {
          expect(line.replaceAll(/\\./g, "").split("|")).toHaveLength(4);
        }
      }),
      { seed: 4720, numRuns: 300 },
    );
  });
});
