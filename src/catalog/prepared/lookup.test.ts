import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../testing/any-character.ts";
import { Lookup, LookupWriter } from "./lookup.ts";
import { memoryParts } from "./parts.ts";

const noSum = () => 0;

function open(writer: LookupWriter): Lookup {
  return new Lookup(memoryParts(new Map([["lookup.bin", writer.part()]]))("lookup.bin"));
}

const key = fc.oneof(
  fc.string(),
  fc.string({ unit: anyCharacter }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "",
    " ",
    "__proto__",
    "constructor",
    "toString",
    "a\nb",
    '"',
    "\\",
    "\ud800",
    "x y",
  ),
);

describe("a lookup", () => {
  it("finds every key and nothing else", () => {
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 60 }), fc.array(key), (known, others) => {
        const writer = new LookupWriter(noSum);
        known.forEach((id, row) => writer.add("provider", id, { id, place: [row, row * 2, 0] }));
        const lookup = open(writer);
        known.forEach((id, row) => {
          expect(lookup.find("provider", id)).toEqual([{ id, place: [row, row * 2, 0] }]);
          expect(writer.has("provider", id)).toBe(true);
        });
        for (const other of others) {
          if (known.includes(other)) continue;
          expect(lookup.find("provider", other)).toEqual([]);
          expect(writer.has("provider", other)).toBe(false);
        }
        for (const id of known) expect(lookup.find("id", id)).toEqual([]);
      }),
      { seed: 4310, numRuns: 200 },
    );
  });

  it("finds each of ten thousand keys", () => {
    const writer = new LookupWriter(noSum);
    const ids = Array.from({ length: 10_000 }, (_, row) => `provider-${row % 90}/model-${row}`);
    ids.forEach((id, row) => writer.add("provider", id, { id, place: [row, 1, 0] }));
    const lookup = open(writer);
    const found = ids.map((id) => lookup.find("provider", id)[0]?.place[0]);
    expect(found).toEqual(ids.map((_, row) => row));
  });

  it("keeps the entries of one key in the order they came in", () => {
    const writer = new LookupWriter(noSum);
    for (const row of [3, 1, 2]) {
      const place = [row, row, 0] as const;
      writer.add("model", "a/b", {
        ref: `A/${row}`,
        row,
        model: place,
        wire: place,
        facts: null,
        group: [0, 0, 0] as const,
        sellers: [0, 0, 0] as const,
      });
    }
    expect(
      open(writer)
        .find("model", "a/b")
        .map(({ row }) => row),
    ).toEqual([3, 1, 2]);
  });

  it("keeps tables apart that share a key", () => {
    const writer = new LookupWriter(noSum);
    writer.add("id", "x", { rows: [], maker: null });
    writer.add("provider", "x", { id: "x", place: [0, 0, 0] });
    const lookup = open(writer);
    expect(lookup.find("id", "x")).toEqual([{ rows: [], maker: null }]);
    expect(lookup.find("model", "x")).toEqual([]);
  });

  it("finds nothing where nothing was added", () => {
    expect(open(new LookupWriter(noSum)).find("provider", "openai")).toEqual([]);
  });
});
