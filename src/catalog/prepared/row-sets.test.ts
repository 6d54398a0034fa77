import { expect, it } from "vitest";
import { realCodec } from "../../system/real/codec.ts";
import { memoryParts } from "./parts.ts";
import { encodeRowSets, readRowSet, type RowSet } from "./row-sets.ts";

const sets = new Map<string, RowSet>([
  [
    "coding",
    { rows: Uint32Array.of(1, 5, 70_000), about: [{ constraint: "is for chat", count: 2 }] },
  ],
  ["embedding", { rows: new Uint32Array(), about: null }],
]);
const part = memoryParts(new Map([["uses.bin", encodeRowSets(sets, realCodec.checksum)]]))(
  "uses.bin",
);

it("gives a set of rows back under its name, and none under another", () => {
  for (const [name, set] of sets) expect(readRowSet(part, name)).toEqual(set);
  expect(readRowSet(part, "cooking")).toBeUndefined();
  expect(readRowSet(part, "toString")).toBeUndefined();
});

it("gives rows to whoever asks for their own: what one changes nobody else sees", () => {
  readRowSet(part, "coding")?.rows.fill(0);
  expect(readRowSet(part, "coding")).toEqual(sets.get("coding"));
});
