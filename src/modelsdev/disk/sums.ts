import type { Codec } from "../../system/ports.ts";
import { blockBytes, type GenerationFile, type Manifest } from "./manifest.ts";

/** Checksums of files, block after block, and where each file's begin. */
export function sumFiles(
  files: ReadonlyMap<GenerationFile, Uint8Array>,
  codec: Codec,
): { entries: Manifest["files"]; sums: Uint32Array } {
  const entries: Manifest["files"] = [];
  const sums: Uint32Array[] = [];
  let firstBlock = 0;
  for (const [name, bytes] of files) {
    const own = codec.checksums(bytes, blockBytes);
    const check = codec.checksum(new Uint8Array(own.buffer));
    entries.push({ name, bytes: bytes.length, firstBlock, sums: check });
    sums.push(own);
    firstBlock += own.length;
  }
  const all = new Uint32Array(firstBlock);
  sums.forEach((own, file) => {
    all.set(own, entries[file]?.firstBlock);
  });
  return { entries, sums: all };
}

/** Whether consecutive blocks are as they were written; `sums` are those of their file. */
export function blocksMatch(
  bytes: Uint8Array,
  firstBlock: number,
  sums: Uint32Array,
  codec: Codec,
): boolean {
  const found = codec.checksums(bytes, blockBytes);
  for (let block = 0; block < found.length; block += 1) {
    if (found[block] !== sums[firstBlock + block]) return false;
  }
  return true;
}
