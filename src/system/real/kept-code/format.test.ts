import { describe, expect, it } from "vitest";
import { asKept, codeIn as codeInBytes } from "./format.ts";

const script = "exports.answer = 42;";
const code = Buffer.from(Array.from({ length: 1021 }, (_, at) => (at * 37) % 256));
const kept = asKept(code, script);

function codeIn(bytes: Buffer, wanted: string): Buffer | undefined {
  return codeInBytes(Buffer.from(bytes), wanted);
}

/** As it is read: in memory of its own. */
function changed(change: (bytes: Buffer) => void): Buffer {
  const copy = Buffer.alloc(kept.length, kept);
  change(copy);
  return copy;
}

describe("a file of kept code", () => {
  it("gives back the code that was kept of this script, whatever its length", () => {
    for (let length = 0; length < 9; length += 1) {
      const some = code.subarray(0, length);
      expect(codeIn(asKept(some, script), script)?.equals(some)).toBe(true);
    }
    expect(codeIn(kept, script)?.equals(code)).toBe(true);
  });

  it("is not believed with any single bit flipped", () => {
    for (let bit = 0; bit < kept.length * 8; bit += 1) {
      const flipped = changed((bytes) => {
        const at = bit >>> 3;
        bytes[at] = (bytes[at] as number) ^ (1 << (bit & 7));
      });
      expect(codeIn(flipped, script), `bit ${bit}`).toBeUndefined();
    }
  });

  it("is not believed with the same bit flipped in two of its words", () => {
    const words = kept.length >>> 2;
    for (let first = 0; first < words; first += 1) {
      for (let second = first + 1; second < words; second += 7) {
        const flipped = changed((bytes) => {
          for (const word of [first, second]) {
            bytes[word * 4 + 3] = (bytes[word * 4 + 3] as number) ^ 0x80;
          }
        });
        if (codeIn(flipped, script) !== undefined) expect.fail(`words ${first} and ${second}`);
      }
    }
  });

  it("is not believed with the same bit flipped at the same place of both copies", () => {
    const half = (kept.length - script.length) / 2;
    for (let bit = 0; bit < half * 8; bit += 1) {
      const flipped = changed((bytes) => {
        for (const at of [bit >>> 3, half + (bit >>> 3)]) {
          bytes[at] = (bytes[at] as number) ^ (1 << (bit & 7));
        }
      });
      expect(codeIn(flipped, script), `bit ${bit}`).toBeUndefined();
    }
  });

  it("is not believed where nothing but zeros was written", () => {
    expect(codeIn(Buffer.alloc(kept.length), script)).toBeUndefined();
  });

  it("is not believed with two of its blocks exchanged, or cut short anywhere", () => {
    const exchanged = changed((bytes) => {
      bytes.copyWithin(128, 256, 384);
      bytes.set(kept.subarray(128, 256), 256);
    });
    expect(codeIn(exchanged, script)).toBeUndefined();
    for (let length = 0; length < kept.length; length += 1) {
      expect(codeIn(Buffer.alloc(length, kept), script)).toBeUndefined();
    }
  });

  it("is not taken for another script, not even one of the same length", () => {
    expect(codeIn(kept, "exports.answer = 43;")).toBeUndefined();
    expect(codeIn(kept, "exports.answer = 421;")).toBeUndefined();
    expect(codeIn(kept, "")).toBeUndefined();
  });
});
