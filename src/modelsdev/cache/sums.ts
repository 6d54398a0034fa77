import type { Codec } from "../../system/ports.ts";
import { blockBytes, type GenerationFile, type Manifest, sumBytes } from "./manifest.ts";

/** Checksums of files, block after block, and where each file's begin. */
export function sumFiles(
  files: ReadonlyMap<GenerationFile, Uint8Array>,
  codec: Codec,
): { entries: Manifest["files"]; sums: Uint8Array } {
  const entries: Manifest["files"] = [];
  let blocks = 0;
  for (const [name, bytes] of files) {
    entries.push({ name, bytes: bytes.length, firstBlock: blocks });
    blocks += Math.ceil(bytes.length / blockBytes);
  }
  const sums = new Uint8Array(blocks * sumBytes);
  let at = 0;
  for (const bytes of files.values()) {
    for (let start = 0; start < bytes.length; start += blockBytes) {
      sums.set(codec.sum(bytes.subarray(start, start + blockBytes)), at);
      at += sumBytes;
    }
  }
  return { entries, sums };
}

/** Whether consecutive blocks are as they were written. */
export function blocksMatch(
  bytes: Uint8Array,
  firstBlock: number,
  sums: Uint8Array,
  codec: Codec,
): boolean {
  let at = firstBlock * sumBytes;
  for (let start = 0; start < bytes.length; start += blockBytes) {
    const sum = codec.sum(bytes.subarray(start, start + blockBytes));
    for (let i = 0; i < sumBytes; i += 1) if (sum[i] !== sums[at + i]) return false;
    at += sumBytes;
  }
  return true;
}
