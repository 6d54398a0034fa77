import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realCodec } from "../../system/real/codec.ts";
import { anyCharacter } from "../../testing/any-character.ts";
import { seal, unseal } from "./sealed.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const pointer = { generation: "5f0c1a2b-1", fetchedAt: "2026-11-23T03:00:00.000Z" };

describe("a seal", () => {
  it("gives back what was sealed, in two lines", () => {
    const text = seal(pointer, realCodec);
    expect(text).toMatch(/^\{.*\}\n[0-9a-f]{8}\n$/);
    expect(unseal(bytesOf(text), realCodec)).toEqual(pointer);
  });

  it("gives back any value, in any letters", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: anyCharacter }), (value, text) => {
        const sealed = bytesOf(seal({ value, text }, realCodec));
        expect(JSON.stringify(unseal(sealed, realCodec))).toBe(JSON.stringify({ value, text }));
      }),
      { seed: 4810, numRuns: 200 },
    );
  });

  it("is broken by every single bit that flips", () => {
    const sealed = bytesOf(seal({ ...pointer, name: "通\ufffdé" }, realCodec));
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = sealed.slice();
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(unseal(changed, realCodec)).toBeUndefined();
    }
  });

  it("is broken by any bit that flips in any document", () => {
    const document = fc.record({
      digest: fc.string({ unit: "grapheme" }),
      counts: fc.array(fc.nat({ max: 99 }), { maxLength: 300 }),
    });
    fc.assert(
      fc.property(document, fc.nat(), (value, at) => {
        const sealed = bytesOf(seal(value, realCodec));
        const bit = at % (sealed.length * 8);
        sealed[bit >> 3] = (sealed[bit >> 3] as number) ^ (1 << (bit & 7));
        expect(unseal(sealed, realCodec)).toBeUndefined();
      }),
      { seed: 4811, numRuns: 1000 },
    );
  });

  it("is broken where bytes are missing or too many", () => {
    const text = seal(pointer, realCodec);
    for (let length = 0; length < text.length; length += 1) {
      expect(unseal(bytesOf(text.slice(0, length)), realCodec)).toBeUndefined();
    }
    expect(unseal(bytesOf(`${text}x`), realCodec)).toBeUndefined();
    expect(unseal(bytesOf(text + text), realCodec)).toBeUndefined();
    expect(unseal(bytesOf(` ${text}`), realCodec)).toBeUndefined();
  });
});
