import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMirrored } from "../../system/real/mirrored.ts";
import { copiesIn, inWords, mirror, roomFor } from "./mirrored.ts";

const sum = 0x1234_5678;

function written(bytes: Uint8Array): Uint8Array {
  const length = inWords(bytes.length);
  const room = new Uint8Array(roomFor(length));
  room.set(bytes);
  mirror(room, 0, length, sum);
  return room;
}

/** What is read of it; undefined where it is not as it was written. */
function read(room: Uint8Array, expected = sum): Uint8Array | undefined {
  const copies = copiesIn(room.slice(), (room.length - roomFor(0)) / 2, expected);
  return copies !== undefined && isMirrored(copies.first, copies.second) ? copies.first : undefined;
}

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 400 });

describe("bytes that lie twice", () => {
  it("are found as they were written, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(read(written(bytes))?.subarray(0, bytes.length)).toEqual(bytes);
      }),
      { seed: 4321 },
    );
  });

  it("are not with any one byte changed, nor with the same change at the same place of both", () => {
    fc.assert(
      fc.property(someBytes, fc.nat(), (bytes, change) => {
        const sound = written(bytes);
        const at = change % sound.length;
        const flip = 1 + (change % 255);
        const one = sound.slice();
        one[at] = (one[at] as number) ^ flip;
        expect(read(one)).toBeUndefined();
        const two = sound.slice();
        const length = inWords(bytes.length);
        for (const place of [at % length, roomFor(length) - length + (at % length)])
          two[place] = (two[place] as number) ^ flip;
        expect(read(two)).toBeUndefined();
      }),
      { seed: 4322, numRuns: 1000 },
    );
  });

  it("are not with one piece overwritten by the same byte again and again, unless nothing changes", () => {
    let lost = 0;
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(0, 0xff, 0x20),
        (bytes, from, to, byte) => {
          const sound = written(bytes);
          const [start, end] = [from % sound.length, to % (sound.length + 1)];
          const damaged = sound.slice().fill(byte, Math.min(start, end), Math.max(start, end));
          const isSame = damaged.every((one, at) => one === sound[at]);
          if (!isSame) lost += 1;
          expect(read(damaged) === undefined).toBe(!isSame);
        },
      ),
      { seed: 4323, numRuns: 3000 },
    );
    expect(lost).toBeGreaterThan(2000);
  });

  it("are not those of another column, which has another sum", () => {
    expect(read(written(Uint8Array.of(1)), sum + 1)).toBeUndefined();
  });
});
