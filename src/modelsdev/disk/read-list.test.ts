import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineWriter } from "../../catalog/prepared/line-writer.ts";
import { placeAt } from "../../catalog/prepared/lines.ts";
import { readList } from "./read-list.ts";

const values = Array.from({ length: 40 }, (_, at) => ({ at, text: "x".repeat((at * 211) % 3000) }));
const lines = new LineWriter(() => 0);
const places = lines.addAll(values);
const file = lines.bytes();

/** What is read of the values in these positions, and how often the file is asked. */
function read(positions: readonly number[]): { found: unknown; times: number } {
  let times = 0;
  const { bytes } = readList(
    positions.map((at) => placeAt(places, at)),
    (offset, into) => {
      times += 1;
      into.set(file.subarray(offset, offset + into.length));
    },
  );
  return { found: JSON.parse(new TextDecoder().decode(bytes)), times };
}

describe("a list of lines of a file", () => {
  it("holds what stands in each of the places, near or far, in any order and again", () => {
    const positions = fc.array(fc.nat(values.length - 1), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(positions, (some) => {
        expect(read(some).found).toEqual(some.map((at) => values[at]));
      }),
      { seed: 20_261_127, numRuns: 300 },
    );
  });

  it("asks once for lines that lie behind each other, whatever short ones are between", () => {
    expect(read([0, 1, 3, 4]).times).toBe(1);
    expect(read([4, 3, 1, 0]).times).toBe(4);
    expect(read([0, 39]).times).toBe(2);
  });
});
