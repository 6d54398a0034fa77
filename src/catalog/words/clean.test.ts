import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../testing/any-character.ts";
import { clean, cleanLines } from "./clean.ts";

// written down apart from the code: C0, DEL, C1, bidirectional marks, embeddings, overrides and isolates
const harmful =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\u200b\ufeff]/;

describe("clean", () => {
  it.each([
    ["a colour", "a\u001b[31mred\u001b[0m", "ared"],
    ["a long CSI sequence", "x\u001b[38;2;255;0;0;1qy", "xy"],
    ["moving the cursor and clearing the screen", "\u001b[2J\u001b[1;1Hhi", "hi"],
    ["a title up to the bell", "\u001b]0;evil\u0007name", "name"],
    ["a link up to the string terminator", "\u001b]8;;https://e.example\u001b\\name", "name"],
    ["setting the clipboard", "a\u001b]52;c;ZXZpbA==\u0007b", "ab"],
    ["of an OSC without an end its beginning", "a\u001b]0;the rest", "a]0;the rest"],
    ["of a sequence over several words its controls", "\u001b]0;a title\u0007b", "]0;a titleb"],
    ["a device control string", "a\u001bPq#0;2\u001b\\b", "ab"],
    ["an eight-bit CSI", "a\u009b31mb", "ab"],
    ["an eight-bit OSC", "a\u009d0;evil\u009cb", "ab"],
    ["two-character commands", "a\u001bcb\u001b7c\u001b(0d", "abcd"],
    ["an ESC in the end", "a\u001b", "a"],
    ["bells, backspaces and deletes", "a\u0007\u0008\u007fb", "ab"],
    ["text turned around", "a\u202eevil\u2066b\u200f", "aevilb"],
    ["invisible separators", "a\u200bb\ufeffc\u2028d\u2060e", "abcde"],
    ["hyphens nobody sees, separators of words, tags", "a\u00adb\u180ec\u{e0041}d", "abcd"],
    ["joiners that join nothing", "\u200dopen\u200c\u200dai\u200d", "openai"],
    ["joiners beside what has gone", "a\u200b\u200d\u200b\u200db", "ab"],
    ["halves of characters", "a\ud83db\ude00c", "abc"],
  ])("takes out %s", (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it("turns tabs and line breaks into one space", () => {
    expect(clean("a\tb\r\nc\n\nd")).toBe("a b c d");
  });

  it.each([
    "",
    "GPT-5 (Preview) ~ $2.50 [x] {y}",
    "通义千问 2.5",
    "Qwen 3 🚀 👩‍👩‍👧 ❤️ 🇩🇪",
    "Crème brûlée, naïve Ångström",
    "العربية עברית हिन्दी",
    "می‌خواهم क्‍ष",
    "– … — “x” ‘y’ € ™",
  ])("leaves %j as it is", (text) => {
    expect(clean(text)).toBe(text);
  });

  it("never lets anything through that controls a terminal, whatever surrounds it", () => {
    const piece = fc.oneof(
      fc.string({ unit: anyCharacter, maxLength: 5 }),
      fc.string({ unit: "grapheme", maxLength: 5 }),
      fc.constantFrom(
        "\u001b",
        "\u001b[",
        "\u001b]",
        "\u009b",
        "\u009d",
        "\u0007",
        "\u001b\\",
        "[31m",
      ),
      fc.constantFrom(
        "\ud800",
        "\udfff",
        "\u202e",
        "\u2066",
        "\u200f",
        "\n",
        "\t",
        "0;1",
        "m",
        "H",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const cleaned = clean(pieces.join(""));
        expect(cleaned).not.toMatch(harmful);
        expect(cleaned).not.toMatch(/\p{Cs}/u);
        expect(clean(cleaned)).toBe(cleaned);
      }),
      { seed: 4701, numRuns: 2000 },
    );
  });

  it("takes nothing of the words that foreign texts are put between, whatever these begin and end", () => {
    const controls = ["\u001b", "\u009b", "\u009d", "\u0090", "\u009c", "\u0007", "\n", "\u200d"];
    const others = ["[", "]", "P", "(", "\\", "0;", "1", "m", " ", '"', "x", "\ud83d", "\ude00"];
    const piece = fc.constantFrom(...controls, ...others);
    const foreign = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(foreign, foreign, foreign, (one, two, three) => {
        const cleaned = clean(
          `no "${one}"; is it ${two}, ${three}/x (${two})? ${one}: [${three}] or ${two}`,
        );
        const words = ['no "', '"; is it ', ", ", "/x (", ")? ", ": [", "] or "];
        let from = 0;
        for (const word of words) {
          const at = cleaned.indexOf(word, from);
          expect([word, at >= from]).toEqual([word, true]);
          from = at + word.length;
        }
      }),
      { seed: 4703, numRuns: 5000 },
    );
  });

  it("keeps every letter of text that controls nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!harmful.test(text));
        expect(clean(text)).toBe(text);
      }),
      { seed: 4702, numRuns: 500 },
    );
  });
});

describe("cleanLines", () => {
  it("keeps the lines of a text apart", () => {
    expect(cleanLines("a\u001b[1m\nb\tc\n")).toBe("a\nb c\n");
  });
});
