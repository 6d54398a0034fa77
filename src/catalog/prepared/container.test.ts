import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../testing/any-character.ts";
import { type Column, encodeContainer, openContainer } from "./container.ts";
import type { Part } from "./parts.ts";

const partOf = (bytes: Uint8Array): Part => ({
  size: bytes.length,
  read: (offset, length) => bytes.subarray(offset, offset + length),
});

/** The same bytes at an address no typed array may begin at. */
function misaligned(bytes: Uint8Array): Part {
  const moved = new Uint8Array(bytes.length + 1);
  moved.set(bytes, 1);
  return partOf(moved.subarray(1));
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
        const bytes = encodeContainer(meta, columns);
        for (const part of [partOf(bytes), misaligned(bytes)]) {
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
    const opened = openContainer(partOf(encodeContainer({}, { price: new Float64Array([1]) })));
    expect(() => opened.u8("prices")).toThrow(RangeError);
    expect(() => opened.u32("price")).toThrow(RangeError);
    expect(() => opened.f64("__proto__")).toThrow(RangeError);
    expect([...opened.f64("price")]).toEqual([1]);
  });

  it("reads nothing but the head and the columns asked for", () => {
    const bytes = encodeContainer({ a: 1 }, { x: new Uint8Array(4000), y: new Uint32Array(2) });
    const reads: number[] = [];
    const part: Part = {
      size: bytes.length,
      read: (offset, length) => {
        reads.push(length);
        return bytes.subarray(offset, offset + length);
      },
    };
    openContainer(part).u32("y");
    expect(Math.max(...reads)).toBeLessThan(200);
  });

  it("is not found in bytes that hold none", () => {
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array(8),
      new TextEncoder().encode("{}\n12345"),
    ]) {
      expect(() => openContainer(partOf(bytes))).toThrow(RangeError);
    }
  });
});
