import type { Codec } from "../../system/ports.ts";
import { blockBytes, type GenerationFile, type Manifest } from "./manifest.ts";

/** Checksums of files, block after block, and where each file's begin. */
export function sumFiles(
  files: ReadonlyMap<GenerationFile, Uint8Array>,
  codec: Codec,
): { entries: Manifest["files"]; sums: Uint32Array } {
  const entries: Manifest["files"] = [];
  let blocks = 0;
  for (const [name, bytes] of files) {
    entries.push({ name, bytes: bytes.length, firstBlock: blocks });
    blocks += Math.ceil(bytes.length / blockBytes);
  }
  const sums = new Uint32Array(blocks);
  let block = 0;
  for (const bytes of files.values()) {
    for (let start = 0; start < bytes.length; start += blockBytes) {
      sums[block] = codec.checksum(bytes.subarray(start, start + blockBytes));
      block += 1;
    }
  }
  return { entries, sums };
}

/** Whether consecutive blocks are as they were written. */
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
