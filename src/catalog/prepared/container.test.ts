import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../testing/any-character.ts";
import { type Column, encodeContainer, openContainer } from "./container.ts";
import { memoryParts, type Part, type PreparedPart } from "./parts.ts";

const partOf = (part: PreparedPart): Part =>
  memoryParts(new Map([["columns.bin", part]]))("columns.bin");
const noSum = () => 0;

/** The same bytes at an address no typed array may begin at. */
function misaligned({ bytes, root }: PreparedPart): Part {
  const moved = new Uint8Array(bytes.length + 1);
  moved.set(bytes, 1);
  return partOf({ bytes: moved.subarray(1), root });
}

const column: fc.Arbitrary<Column> = fc.oneof(
  fc.uint8Array(),
  fc.uint16Array(),
  fc.uint32Array(),
  fc.float64Array(),
);

describe("a container", () => {
  it("gives back what was put in, wherever it lies in memory", () => {
    const name = fc
      .string({ minLength: 1, unit: anyCharacter })
      .filter((one) => one !== "__proto__");
    fc.assert(
      fc.property(fc.jsonValue(), fc.dictionary(name, column), (meta, columns) => {
        const encoded = encodeContainer(meta, columns, noSum);
        for (const part of [partOf(encoded), misaligned(encoded)]) {
          const opened = openContainer(part);
          expect(JSON.stringify(opened.meta)).toBe(JSON.stringify(meta));
          for (const [key, values] of Object.entries(columns)) {
            const kind =
              values instanceof Uint8Array
                ? "u8"
                : values instanceof Uint16Array
                  ? "u16"
                  : values instanceof Uint32Array
                    ? "u32"
                    : "f64";
            expect(opened[kind](key)).toEqual(values);
          }
        }
      }),
      { seed: 4301, numRuns: 200 },
    );
  });

  it("refuses a column it does not hold, or holds as another kind", () => {
    const opened = openContainer(
      partOf(encodeContainer({}, { price: new Float64Array([1]) }, noSum)),
    );
    expect(() => opened.u8("prices")).toThrow(RangeError);
    expect(() => opened.u32("price")).toThrow(RangeError);
    expect(() => opened.f64("__proto__")).toThrow(RangeError);
    expect([...opened.f64("price")]).toEqual([1]);
  });

  it("reads nothing but the head and the columns asked for", () => {
    const columns = { x: new Uint8Array(4000), y: new Uint32Array(2) };
    const part = partOf(encodeContainer({ a: 1 }, columns, noSum));
    const reads: number[] = [];
    const watched: Part = {
      ...part,
      read: (place) => {
        reads.push(place[1]);
        return part.read(place);
      },
    };
    openContainer(watched).u32("y");
    expect(reads.at(-1)).toBe(8);
    expect(Math.max(...reads)).toBeLessThan(200);
  });

  it("carries a sum with every column, and with the head", () => {
    const sums = new Map<string, number>();
    const sumOf = (bytes: Uint8Array): number => {
      sums.set(Buffer.from(bytes).toString("hex"), sums.size + 1);
      return sums.size;
    };
    const columns = { x: new Uint8Array([1, 2]), y: new Uint32Array([3]) };
    const part = partOf(encodeContainer({}, columns, sumOf));
    const found: boolean[] = [];
    const watched: Part = {
      ...part,
      read: (place) => {
        const bytes = part.read(place);
        found.push(sums.get(Buffer.from(bytes).toString("hex")) === place[2]);
        return bytes;
      },
    };
    const opened = openContainer(watched);
    opened.u8("x");
    opened.u32("y");
    expect(found).toEqual([true, true, true]);
  });
});
