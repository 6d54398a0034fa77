import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { realCodec } from "../../system/real/codec.ts";
import { blockBytes, type GenerationFile } from "./manifest.ts";
import { blocksMatch, sumFiles } from "./sums.ts";

const patterned = (length: number, seed = 1): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 31 + seed * 17 + (at >> 7)) & 0xff);

function summed(...lengths: number[]) {
  const names: GenerationFile[] = ["models.jsonl", "wire.jsonl", "lookup.bin", "body.br"];
  const files = new Map(
    lengths.map((length, at) => [names[at] as GenerationFile, patterned(length, at)]),
  );
  return { files, ...sumFiles(files, realCodec) };
}

describe("sumFiles", () => {
  it("has one checksum for each block, the files' one after the other", () => {
    const { entries, sums } = summed(blockBytes, 0, blockBytes * 2 + 1, 5);
    expect(entries.map(({ name, bytes, firstBlock }) => [name, bytes, firstBlock])).toEqual([
      ["models.jsonl", blockBytes, 0],
      ["wire.jsonl", 0, 1],
      ["lookup.bin", blockBytes * 2 + 1, 1],
      ["body.br", 5, 4],
    ]);
    expect(sums).toHaveLength(5);
  });

  it("sums up each file's checksums, so that they can be verified on their own", () => {
    const { entries, sums } = summed(3_000, 4_000);
    for (const [at, { firstBlock, sums: check }] of entries.entries()) {
      const end = entries[at + 1]?.firstBlock ?? sums.length;
      const own = new Uint8Array(sums.slice(firstBlock, end).buffer);
      expect(realCodec.checksum(own)).toBe(check);
    }
  });
});

describe("blocksMatch", () => {
  const { files, sums } = summed(blockBytes * 3 + 100);
  const bytes = files.get("models.jsonl") as Uint8Array;

  it("finds any run of whole blocks as it was written", () => {
    for (let first = 0; first < 4; first += 1) {
      for (let end = first; end <= 4; end += 1) {
        const run = bytes.subarray(first * blockBytes, end * blockBytes);
        expect(blocksMatch(run, first, sums, realCodec)).toBe(true);
      }
    }
  });

  it("notices a bit that flips, in whichever block", () => {
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
        const changed = bytes.slice();
        changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
        expect(blocksMatch(changed, 0, sums, realCodec)).toBe(false);
      }),
      { seed: 4820, numRuns: 500 },
    );
  });

  it("notices blocks that changed places, were cut, or are more than were written", () => {
    const [first, second] = [bytes.slice(0, blockBytes), bytes.slice(blockBytes, blockBytes * 2)];
    const swapped = bytes.slice();
    swapped.set(second, 0);
    swapped.set(first, blockBytes);
    expect(blocksMatch(swapped, 0, sums, realCodec)).toBe(false);
    expect(blocksMatch(bytes.subarray(0, -1), 0, sums, realCodec)).toBe(false);
    const longer = new Uint8Array(blockBytes * 5);
    longer.set(bytes);
    expect(blocksMatch(longer, 0, sums, realCodec)).toBe(false);
    expect(blocksMatch(first, 1, sums, realCodec)).toBe(false);
  });
});
