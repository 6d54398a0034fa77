import { describe, expect, it } from "vitest";
import { openInMemory, wireCatalog, wireModel, wireProvider } from "../testing/catalog-builders.ts";
import { deprecationNotes } from "./deprecation.ts";

/** What is said of p/old at these prices, with p/new to take instead. */
function noteOn(old: object | undefined, successor: object | undefined, input = 1_000): string {
  const family = "f";
  const document = wireCatalog(
    wireProvider("p", [
      wireModel("old", { family, status: "deprecated", release_date: "2024-01-01", cost: old }),
      wireModel("new", { family, cost: successor }),
    ]),
  );
  const { view, models } = openInMemory(document);
  const notes = deprecationNotes(view, models, { input, output: 0 });
  expect(notes.map(({ code }) => code)).toEqual(["model.deprecated"]);
  return notes[0]?.message ?? "";
}

describe("deprecationNotes", () => {
  it("says what switching costs for the usage", () => {
    const start = "p/old is deprecated; take p/new";
    expect(noteOn({ input: 2 }, { input: 1 })).toBe(`${start}, which costs 50 % less`);
    expect(noteOn({ input: 2 }, { input: 5 })).toBe(`${start}, which costs 150 % more`);
    expect(noteOn({ input: 2 }, { input: 0 })).toBe(`${start}, which costs 100 % less`);
    expect(noteOn({ input: 2 }, { input: 2 })).toBe(`${start}, which costs the same`);
    expect(noteOn({ input: 2 }, { input: 2.005 })).toBe(`${start}, which costs about the same`);
  });

  it("has as data what to take, and names two where the recommended one is more than twice as dear", () => {
    const family = "f";
    const { view, models } = openInMemory(
      wireCatalog(
        wireProvider("p", [
          wireModel("old", {
            family,
            status: "deprecated",
            release_date: "2024-01-01",
            cost: { input: 2, output: 2 },
          }),
          wireModel("mid", { family, release_date: "2025-01-01", cost: { input: 3, output: 3 } }),
          wireModel("top", { family, release_date: "2026-01-01", cost: { input: 9, output: 9 } }),
        ]),
      ),
    );
    const [note] = deprecationNotes(view, models, { input: 1_000_000, output: 0 });
    expect(note?.message).toBe(
      "p/old is deprecated; take p/top, which costs 350 % more, or p/mid, the nearest in price, which costs 50 % more",
    );
    expect(note?.details).toEqual({
      model: "p/old",
      successors: [
        { ref: "p/top", why: "recommended", cost: 9, costBefore: 2 },
        { ref: "p/mid", why: "nearest-in-price", cost: 3, costBefore: 2 },
      ],
    });
  });

  it("says nothing of costs it does not know, nor of a share of nothing", () => {
    const plain = "p/old is deprecated; take p/new";
    expect(noteOn(undefined, { input: 1 })).toBe(plain);
    expect(noteOn({ input: 1 }, undefined)).toBe(plain);
    expect(noteOn({ input: 0 }, { input: 0 })).toBe(plain);
    expect(noteOn({ input: 2 }, { input: 1 }, 0)).toBe(plain);
  });

  it("says that what stands for a free model costs something", () => {
    expect(noteOn({ input: 0 }, { input: 1 })).toEqual(
      expect.stringMatching(
        /^p\/old is deprecated; take p\/new, which is not free: USD [\d.]+ a request$/,
      ),
    );
  });
});
