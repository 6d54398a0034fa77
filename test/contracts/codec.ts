import { describe, expect, it } from "vitest";
import type { Codec } from "../../src/system/ports.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What every machine's codec does. */
export function contractOf(name: string, make: () => Codec): void {
  describe(name, () => {
    it("sums text and its bytes alike, as everybody does", () => {
      const { sha256 } = make();
      const known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
      expect([sha256("abc"), sha256(bytesOf("abc"))]).toEqual([known, known]);
    });

    it("draws as many random bytes as are asked for, others each time", () => {
      const { randomHex } = make();
      for (const bytes of [1, 16, 100]) {
        expect(randomHex(bytes)).toMatch(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));
      }
      expect(randomHex(16)).not.toBe(randomHex(16));
    });

    it("tells UTF-8 from what is none", () => {
      const { isUtf8 } = make();
      for (const text of ["", "a", "ä通 🤖", "\ufeff{}"]) expect(isUtf8(bytesOf(text))).toBe(true);
      for (const bytes of [
        [0xff],
        [0xc0, 0xaf],
        [0xe9],
        [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
      ]) {
        expect(isUtf8(Uint8Array.from(bytes))).toBe(false);
      }
    });

    it("gives a checksum that one changed bit changes, by blocks and pieces the same as of each", () => {
      const { checksum, checksums, checksumsOf } = make();
      const bytes = bytesOf("0123456789".repeat(500));
      const sum = checksum(bytes);
      expect(checksum("0123456789".repeat(500))).toBe(sum);
      expect(Number.isInteger(sum) && sum >= 0 && sum < 2 ** 32).toBe(true);
      const blocks = Array.from({ length: 5 }, (_, at) =>
        bytes.subarray(at * 1024, at * 1024 + 1024),
      );
      expect([...checksums(bytes, 1024)]).toEqual(blocks.map((block) => checksum(block)));
      const pieces = [[0, 5] as const, [400, 4711] as const];
      const ofPieces = pieces.map(([start, end]) => checksum(bytes.subarray(start, end)));
      expect(checksumsOf(bytes, pieces)).toEqual(ofPieces);
      bytes[777] = (bytes[777] ?? 0) ^ 1;
      expect(checksum(bytes)).not.toBe(sum);
    });

    it("tells a copy with every eight bytes the other way round from any other", () => {
      const { isMirrored } = make();
      const first = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
      const second = first.toReversed();
      expect(isMirrored(first, second.slice())).toBe(true);
      expect(isMirrored(new Uint8Array(0), new Uint8Array(0))).toBe(true);
      for (let at = 0; at < second.length; at += 1) {
        const damaged = second.slice();
        damaged[at] = (damaged[at] ?? 0) ^ 1;
        expect(isMirrored(first, damaged)).toBe(false);
        expect(isMirrored(first, second.slice(0, at))).toBe(false);
      }
    });

    it("reads UTF-8, a mark in front with it, and U+FFFD for what is none", () => {
      const { text } = make();
      const letters = "a\u00e9\u20ac\u{1f600}";
      expect(text(bytesOf(`x${letters}`).subarray(1))).toBe(letters);
      expect(text(bytesOf("\ufeffa"))).toBe("\ufeffa");
      expect(text(Uint8Array.of(97, 0xff, 98))).toBe("a\ufffdb");
    });

    it("gives back what it compressed, unless that is damaged or too large", () => {
      const { compress, decompress } = make();
      const text = bytesOf("a catalog ".repeat(1_000));
      const small = compress(text);
      expect(small.length).toBeLessThan(text.length / 10);
      const back = (most: number, bytes = small) => decompress(bytes, most)?.length;
      expect([back(10_000), back(9_999)]).toEqual([10_000, undefined]);
      expect(new TextDecoder().decode(decompress(small, 10_000))).toBe("a catalog ".repeat(1_000));
      expect(back(10_000, small.subarray(0, small.length - 5))).toBeUndefined();
      expect(back(10_000, bytesOf("nothing of ours"))).toBeUndefined();
    });
  });
}
