import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rotatingSum, rotatingSums, sumInJavaScript, sumsOfPieces } from "./checksum.ts";

const blockBytes = 1024;

/** What blocks of a cache look like: text, columns of small and of rising numbers, nothing. */
const blocks: Record<string, Uint8Array> = {
  zeros: new Uint8Array(blockBytes),
  ones: new Uint8Array(blockBytes).fill(0xff),
  text: new TextEncoder().encode(
    '{"ref":"openai/gpt-5","price":1.25,"n":"abc"}\n'.repeat(23).slice(0, blockBytes),
  ),
  "small numbers": bytesOf((at) => (at * 7919) % 301),
  "rising numbers": bytesOf((at) => at * 3 + (at % 5)),
  prices: new Uint8Array(Float64Array.from({ length: 128 }, (_, at) => (at % 9) * 0.25).buffer),
};

function bytesOf(value: (at: number) => number): Uint8Array {
  return new Uint8Array(Uint32Array.from({ length: blockBytes / 4 }, (_, at) => value(at)).buffer);
}

function flip(bytes: Uint8Array, bit: number): void {
  bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
}

describe.each(Object.entries(blocks))("the checksum of a block of %s", (_, block) => {
  const sum = rotatingSum(block);
  const bits = block.length * 8;

  it("notices every single bit that flips", () => {
    const changed = block.slice();
    const missed: number[] = [];
    for (let bit = 0; bit < bits; bit += 1) {
      flip(changed, bit);
      if (rotatingSum(changed) === sum) missed.push(bit);
      flip(changed, bit);
    }
    expect(missed).toEqual([]);
  });

  it("notices every two bits that flip in its last word", () => {
    const changed = block.slice();
    const missed: [number, number][] = [];
    for (let first = bits - 32; first < bits; first += 1) {
      for (let second = first + 1; second < bits; second += 1) {
        flip(changed, first);
        flip(changed, second);
        if (rotatingSum(changed) === sum) missed.push([first, second]);
        flip(changed, first);
        flip(changed, second);
      }
    }
    expect(missed).toEqual([]);
  });

  it("notices two bits that flip anywhere", () => {
    const bit = fc.nat({ max: bits - 1 });
    fc.assert(
      fc.property(fc.uniqueArray(bit, { minLength: 2, maxLength: 2 }), (flipped) => {
        const changed = block.slice();
        for (const one of flipped) flip(changed, one);
        expect(rotatingSum(changed)).not.toBe(sum);
      }),
      { seed: 4601, numRuns: 500 },
    );
  });

  it.each([4, 64, 128, 256])("notices neighbours of %i bytes that change places", (size) => {
    const missed: number[] = [];
    for (let start = 0; start + 2 * size <= block.length; start += size) {
      const left = block.slice(start, start + size);
      const right = block.slice(start + size, start + 2 * size);
      if (left.join() === right.join()) continue;
      const changed = block.slice();
      changed.set(right, start);
      changed.set(left, start + size);
      if (rotatingSum(changed) === sum) missed.push(start);
    }
    expect(missed).toEqual([]);
  });

  it("notices words that change places, however far apart", () => {
    const words = new Uint32Array(block.slice().buffer);
    const changed = new Uint8Array(words.buffer);
    let tried = 0;
    let missed = 0;
    for (let first = 0; first < words.length; first += 3) {
      for (let second = first + 1; second < words.length; second += 1) {
        const [a, b] = [words[first] as number, words[second] as number];
        if (a === b) continue;
        [words[first], words[second]] = [b, a];
        tried += 1;
        if (rotatingSum(changed) === sum) missed += 1;
        [words[first], words[second]] = [a, b];
      }
    }
    // 32 bits cannot tell everything apart: one in ten thousand is far more than chance
    expect(missed).toBeLessThanOrEqual(tried / 10_000);
  });
});

describe("the checksum", () => {
  it("is the same in WebAssembly and in JavaScript, of whatever length, whole and block by block", () => {
    const lengths = [0, 1, 3, 4, 1023, 1024, 1025, 65_535, 65_536, 65_537, 200_003];
    fc.assert(
      fc.property(
        fc.constantFrom(...lengths),
        fc.nat({ max: 9 }),
        fc.nat(),
        (length, more, seed) => {
          const bytes = Uint8Array.from({ length: length + more }, (_, at) => (at * seed) >>> 3);
          expect(rotatingSum(bytes)).toBe(sumInJavaScript(bytes, 0, bytes.length));
          expect([...rotatingSums(bytes, blockBytes)]).toEqual(
            Array.from({ length: Math.ceil(bytes.length / blockBytes) }, (_, block) =>
              sumInJavaScript(
                bytes.slice(block * blockBytes, (block + 1) * blockBytes),
                0,
                Math.min(blockBytes, bytes.length - block * blockBytes),
              ),
            ),
          );
        },
      ),
      { seed: 4604, numRuns: 60 },
    );
  });

  it("is what it was, so that caches written before are read", () => {
    expect(rotatingSum(new TextEncoder().encode("models.dev"))).toBe(3_762_670_487);
    expect(rotatingSum(bytesOf((at) => at * 3 + (at % 5)))).toBe(3_905_048_946);
  });

  it("is the same wherever the bytes lie in memory", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), fc.nat({ max: 7 }), (bytes, shift) => {
        const moved = new Uint8Array(bytes.length + shift);
        moved.set(bytes, shift);
        expect(rotatingSum(moved.subarray(shift))).toBe(rotatingSum(bytes));
        const buffer = Buffer.from(moved.buffer).subarray(shift);
        expect(sumInJavaScript(buffer, 0, buffer.length)).toBe(rotatingSum(bytes));
      }),
      { seed: 4602 },
    );
  });

  it("is 32 bits without a sign", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), (bytes) => {
        const sum = rotatingSum(bytes);
        expect(Number.isInteger(sum) && sum >= 0 && sum <= 0xffff_ffff).toBe(true);
      }),
      { seed: 4603 },
    );
  });

  it("notices that bytes were cut off or added, zeros too", () => {
    const sums = Array.from({ length: 64 }, (_, length) => rotatingSum(new Uint8Array(length)));
    expect(new Set(sums).size).toBe(64);
  });

  it("leaves the bytes as they were", () => {
    const bytes = Uint8Array.from([1, 2, 3, 4, 5]);
    rotatingSum(bytes);
    expect([...bytes]).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("the checksums of pieces", () => {
  it("are those of each piece by itself, few or many as they are", () => {
    const bytes = bytesOf((at) => (at * 2_654_435_761) % 4_294_967_296);
    for (const step of [4, 68, 300]) {
      const pieces = Array.from({ length: 3 }, (_, at) => [at * step, at * step + 3 + at] as const);
      const whole = new Uint8Array(step === 300 ? 100_000 : bytes.length);
      whole.set(bytes);
      expect(sumsOfPieces(whole, pieces)).toEqual(
        pieces.map(([start, end]) => rotatingSum(whole.slice(start, end))),
      );
    }
  });
});
