import type { Codec } from "../../system/ports.ts";
import { blockBytes, type GenerationFile, type Manifest } from "./manifest.ts";

/** Checksums of files, block after block, and where each file's begin. */
export function sumFiles(
  files: ReadonlyMap<GenerationFile, Uint8Array>,
  codec: Codec,
): { entries: Manifest["files"]; sums: Uint32Array } {
  const entries: Manifest["files"] = [];
  const sums: number[] = [];
  for (const [name, bytes] of files) {
    const own: number[] = [];
    for (let start = 0; start < bytes.length; start += blockBytes) {
      own.push(codec.checksum(bytes.subarray(start, start + blockBytes)));
    }
    const check = codec.checksum(new Uint8Array(Uint32Array.from(own).buffer));
    entries.push({ name, bytes: bytes.length, firstBlock: sums.length, sums: check });
    for (const sum of own) sums.push(sum);
  }
  return { entries, sums: Uint32Array.from(sums) };
}

/** Whether consecutive blocks are as they were written; `sums` are those of their file. */
export function blocksMatch(
  bytes: Uint8Array,
  firstBlock: number,
  sums: Uint32Array,
  codec: Codec,
): boolean {
  let block = firstBlock;
  for (let start = 0; start < bytes.length; start += blockBytes) {
    if (codec.checksum(bytes.subarray(start, start + blockBytes)) !== sums[block]) return false;
    block += 1;
  }
  return true;
}
