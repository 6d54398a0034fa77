import { describe, expect, it } from "vitest";
import { asKept, codeIn as codeInBytes, type ScriptFacts } from "./format.ts";

const script = { size: 20, mtimeMs: 499_162_500_000, ctimeMs: 1_795_786_000_123.456 };
const code = Buffer.from(Array.from({ length: 1021 }, (_, at) => (at * 37) % 256));
const kept = asKept(code, script);

/** As it is read: at the beginning of memory of its own. */
function codeIn(bytes: Uint8Array, wanted: ScriptFacts): Uint8Array | undefined {
  return codeInBytes(new Uint8Array(bytes), wanted);
}

function changed(change: (bytes: Uint8Array) => void): Uint8Array {
  const copy = new Uint8Array(kept);
  change(copy);
  return copy;
}

describe("a file of kept code", () => {
  it("gives back the code that was kept of this script, whatever its length", () => {
    for (let length = 0; length < 40; length += 1) {
      const some = code.subarray(0, length);
      expect(codeIn(asKept(some, script), script)).toEqual(new Uint8Array(some));
    }
    expect(codeIn(kept, script)).toEqual(new Uint8Array(code));
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
    const half = kept.length / 2;
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
    expect(codeIn(new Uint8Array(kept.length), script)).toBeUndefined();
  });

  it("is not believed with two of its blocks exchanged, or cut short anywhere", () => {
    const exchanged = changed((bytes) => {
      bytes.copyWithin(128, 256, 384);
      bytes.set(kept.subarray(128, 256), 256);
    });
    expect(codeIn(exchanged, script)).toBeUndefined();
    for (let length = 0; length < kept.length; length += 1) {
      expect(codeIn(kept.subarray(0, length), script)).toBeUndefined();
    }
  });

  it("is not taken for a script of another length, or one that was changed since", () => {
    for (const other of [{ size: 21 }, { mtimeMs: 0 }, { ctimeMs: script.ctimeMs + 1 / 1024 }])
      expect(codeIn(kept, { ...script, ...other })).toBeUndefined();
  });

  it("begins the code where V8 need not copy it", () => {
    expect(codeIn(kept, script)?.byteOffset).toBe(48);
  });
});
