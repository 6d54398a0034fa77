import type { SumOf } from "../../catalog/prepared/lines.ts";
import type { Codec } from "../../system/ports.ts";

/** Sums that fit no other catalog: a file of another one in its place is found, however alike they are. */
export function mixedSums(digest: string, codec: Codec): SumOf {
  const own = ownNumber(digest);
  return (bytes) => (codec.checksum(bytes) ^ own) >>> 0;
}

/** What the sums of a catalog are mixed with. */
export function ownNumber(digest: string): number {
  return Number.parseInt(digest.slice("sha256:".length, "sha256:".length + 8), 16);
}

// a file is read in such pieces where it is only looked at
export const pieceBytes = 65_536;

/** Of a whole file, from the sums of its pieces. */
export function fileSum(bytes: Uint8Array, sumOf: SumOf, codec: Codec): number {
  return sumOfSums(codec.checksums(bytes, pieceBytes), sumOf);
}

export function sumOfSums(sums: Uint32Array, sumOf: SumOf): number {
  return sumOf(new Uint8Array(sums.buffer, sums.byteOffset, sums.byteLength));
}
