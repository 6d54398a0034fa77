import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../testing/any-character.ts";
import { compareText } from "../words/ref.ts";
import { memoryParts, type Part } from "./parts.ts";
import { allTexts, encodeSortedTexts, textsStartingWith } from "./sorted-texts.ts";

function partOf(texts: readonly string[]): Part & { bytesRead: number } {
  const part = memoryParts(new Map([["ids.json", encodeSortedTexts(texts, noSum)]]))("ids.json");
  return {
    ...part,
    bytesRead: 0,
    read(place) {
      this.bytesRead += place[1];
      return part.read(place);
    },
  };
}

const noSum = () => 0;

describe("sorted texts", () => {
  const ids = Array.from({ length: 20_000 }, (_, at) => `model-${String(at).padStart(5, "0")}`);

  it("are a JSON array as a whole", () => {
    for (const texts of [[], ["one"], ["a\nb", "ä", "\u{1f600}"]]) {
      const { bytes, root } = encodeSortedTexts(texts, noSum);
      expect(JSON.parse(new TextDecoder().decode(bytes.subarray(0, root[0])))).toEqual(texts);
      expect(allTexts(partOf(texts))).toEqual(texts);
    }
  });

  it("are found by their beginning", () => {
    const part = partOf(ids);
    expect(textsStartingWith(part, "model-1234")).toEqual(ids.slice(12_340, 12_350));
    expect(textsStartingWith(part, "model-00000")).toEqual(["model-00000"]);
    expect(textsStartingWith(part, "model-19999")).toEqual(["model-19999"]);
    for (const none of ["a", "model-2", "model-12345x", "z"]) {
      expect(textsStartingWith(part, none)).toEqual([]);
    }
  });

  it("are found with a fraction of them read", () => {
    const part = partOf(ids);
    textsStartingWith(part, "model-12345");
    expect(part.bytesRead).toBeLessThan(part.whole().length / 10);
  });

  it("are cut at a whole line where too many begin so", () => {
    const some = textsStartingWith(partOf(ids), "model-", 1000);
    expect(some.length).toBeGreaterThan(50);
    expect(some).toEqual(ids.slice(0, some.length));
  });

  it("are found whatever letters they hold, and however long they are", () => {
    const letter = fc.oneof(
      fc.constantFrom("a", "b", '"', "\n", "\\", "ä", "\u{1f600}"),
      anyCharacter,
    );
    const text = fc.oneof(
      fc.array(letter, { maxLength: 4 }).map((letters) => letters.join("")),
      fc.integer({ min: 1000, max: 5000 }).map((length) => "b".repeat(length)),
    );
    const catalog = fc.array(text, { maxLength: 60 });
    fc.assert(
      fc.property(catalog, text, (words, prefix) => {
        const sorted = [...new Set(words)].sort(compareText);
        const expected = sorted.filter((word) => word.startsWith(prefix));
        expect(textsStartingWith(partOf(sorted), prefix, 1e9)).toEqual(expected);
      }),
    );
  });
});
