import { describe, expect, it } from "vitest";
import { listFor } from "./json-list.ts";
import type { Place } from "./lines.ts";

const lines = ['{"a":1}', '"ä–"', "[]", '{"b":[1,2,3]}'];
const encoder = new TextEncoder();
const places = lines.map((line): Place => [0, encoder.encode(line).length, 0]);

/** Puts the lines where they belong. */
function filled(some: readonly string[], of: readonly Place[]): string {
  const { bytes, pieces } = listFor(of);
  for (const [at, line] of some.entries()) bytes.set(encoder.encode(line), pieces[at]?.[0]);
  return new TextDecoder().decode(bytes);
}

describe("a list of lines that lie apart", () => {
  it("is JSON of all of them, in order", () => {
    for (let count = 1; count <= lines.length; count += 1) {
      const some = lines.slice(0, count);
      const list = filled(some, places.slice(0, count));
      expect(JSON.parse(list)).toEqual(some.map((line): unknown => JSON.parse(line)));
    }
  });

  it("begins every line at a whole word, which is what is summed", () => {
    for (const [at, [start, end]] of listFor(places).pieces.entries()) {
      expect([start % 4, end - start]).toEqual([0, places[at]?.[1]]);
    }
  });
});
