import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realCodec } from "../../system/real/codec.ts";
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
    const encoded = encodeContainer({ a: 1 }, columns, noSum);
    const part = partOf(encoded);
    const reads: number[] = [];
    const watched: Part = {
      ...part,
      mirrored: (place) => {
        reads.push(place[1]);
        return part.mirrored(place);
      },
    };
    openContainer(watched).u32("y");
    expect(reads).toEqual([encoded.root[1], 8]);
  });

  it("has another head where a single number of a column is another", () => {
    const headOf = (values: number[]): string => {
      const { bytes, root } = encodeContainer(
        {},
        { x: new Uint32Array(values) },
        realCodec.checksum,
      );
      return Buffer.from(bytes.subarray(0, root[1])).toString();
    };
    expect(headOf([1, 2])).not.toBe(headOf([1, 3]));
  });

  it("holds its head and every column twice, the second time the other way round behind a mark", () => {
    const { bytes, root } = encodeContainer({}, { x: Uint8Array.of(1, 2, 3) }, () => 0xf1e2d3c4);
    const mark = [0xc4, 0xd3, 0xe2, 0xf1, 0x3b, 0x2c, 0x1d, 0x0e];
    const [start = 0, length = 0] = root;
    const end = start + 2 * length + 8;
    const head = Buffer.from(bytes.subarray(start, length));
    expect(head.toString()).toMatch(/^\{.*\} *$/);
    expect([...bytes.subarray(length, end)]).toEqual([...mark, ...Buffer.from(head).swap64()]);
    const columns = [1, 2, 3, 0, 0, 0, 0, 0, ...mark, 0, 0, 0, 0, 0, 3, 2, 1];
    expect([...bytes.subarray(end)]).toEqual(columns);
  });
});
