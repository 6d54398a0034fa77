import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMirrored as isMirroredInPlace } from "../../system/real/mirrored.ts";
import { inWords, mirror } from "./mirrored.ts";

function mirrored(bytes: Uint8Array): Uint8Array {
  const length = inWords(bytes.length);
  const both = new Uint8Array(2 * length);
  both.set(bytes);
  mirror(both, 0, length);
  return both;
}

const isMirrored = (both: Uint8Array): boolean => isMirroredInPlace(both.slice());

const anyBytes = fc.uint8Array({ maxLength: 400 });

describe("bytes that lie twice", () => {
  it("are found as they were written, whatever they are", () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const both = mirrored(bytes);
        expect(isMirrored(both)).toBe(true);
        expect(both.subarray(0, bytes.length)).toEqual(bytes);
      }),
      { seed: 4321 },
    );
  });

  it("are not with any one byte changed, nor with the same change at the same place of both", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), fc.nat(), (bytes, change) => {
        const sound = mirrored(bytes);
        const at = change % sound.length;
        const flip = 1 + (change % 255);
        const one = sound.slice();
        one[at] = (one[at] as number) ^ flip;
        expect(isMirrored(one)).toBe(false);
        const two = sound.slice();
        for (const place of [at % (sound.length / 2), (at % (sound.length / 2)) + sound.length / 2])
          two[place] = (two[place] as number) ^ flip;
        expect(isMirrored(two)).toBe(false);
      }),
      { seed: 4322, numRuns: 1000 },
    );
  });

  it("are not where something is cut off", () => {
    const both = mirrored(Uint8Array.from({ length: 64 }, (_, at) => at + 1));
    for (let length = 1; length < both.length; length += 1) {
      expect(isMirrored(both.slice(0, length))).toBe(false);
    }
  });
});
