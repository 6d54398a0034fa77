import type { Codec, Files } from "../../system/ports.ts";
import type { ModelForgeError } from "../../failure.ts";
import { OpenFiles } from "./open-files.ts";
import type { PreparedCatalog } from "./prepared-catalog.ts";
import { mixedSums, pieceBytes, sumOfSums } from "./prepared-sums.ts";
import { damaged, damagedIfSo, isDamage } from "./read-errors.ts";

/** Sizes alone: whether anything is missing, emptied, cut short or no file. */
export function isInShape(
  { directory, manifest }: Pick<PreparedCatalog, "directory" | "manifest">,
  { files }: { files: Pick<Files, "info"> },
): boolean {
  return manifest.files.every(({ name, bytes }) => {
    const info = files.info(`${directory}/${name}`);
    return info?.kind === "file" && info.bytes === bytes;
  });
}

/** Reads every byte of what was worked out; gives what is wrong. */
export function verifyPrepared(
  { directory, manifest }: Pick<PreparedCatalog, "directory" | "manifest">,
  { files, codec }: { files: Files; codec: Codec },
): ModelForgeError[] {
  const found: ModelForgeError[] = [];
  const sumOf = mixedSums(manifest.digest, codec);
  const bytesOf = (name: string) => manifest.files.find((file) => file.name === name)?.bytes;
  const opened = new OpenFiles(directory, files, bytesOf);
  // one piece of memory for all: touching new pages takes longer than reading
  const memory = new Uint8Array(pieceBytes);
  try {
    for (const { name, bytes, sum } of manifest.files) {
      const path = `${directory}/${name}`;
      try {
        const file = opened.get(name);
        const sums = new Uint32Array(Math.ceil(bytes / pieceBytes));
        for (let at = 0; at < sums.length; at += 1) {
          const offset = at * pieceBytes;
          const piece = memory.subarray(0, Math.min(pieceBytes, bytes - offset));
          const got = damagedIfSo(path, () => file.readInto(piece, offset));
          if (got !== piece.length) throw damaged(path, "is cut short");
          sums[at] = codec.checksum(piece);
        }
        if (sumOfSums(sums, sumOf) !== sum) throw damaged(path, "is not as it was written");
      } catch (error) {
        if (!isDamage(error)) throw error;
        found.push(error);
      }
    }
    return found;
  } finally {
    opened.close();
  }
}
