import type { Codec } from "../ports.ts";
import { rotatingSum, rotatingSums } from "./checksum.ts";
import { isMirrored } from "./mirrored.ts";

// node:crypto takes longer to load than a warm question takes to answer
const zlib = () => process.getBuiltinModule("node:zlib");

// quality 4: a tenth of the size in a fiftieth of the time of quality 11
const brotliQuality = 4;

export const realCodec: Codec = {
  sha256: (bytes) =>
    process.getBuiltinModule("node:crypto").createHash("sha256").update(bytes).digest("hex"),
  randomHex: (bytes) => process.getBuiltinModule("node:crypto").randomBytes(bytes).toString("hex"),
  checksum: (bytes) => rotatingSum(typeof bytes === "string" ? Buffer.from(bytes) : bytes),
  checksums: rotatingSums,
  isMirrored,
  text: ({ buffer, byteOffset, length }) => Buffer.from(buffer, byteOffset, length).toString(),
  compress: (bytes) => {
    const { brotliCompressSync, constants } = zlib();
    return brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    });
  },
  decompress: (bytes, mostBytes) => {
    try {
      return zlib().brotliDecompressSync(bytes, { maxOutputLength: mostBytes });
    } catch {
      // damaged or too large: the caller treats both as a body that is not there
      return undefined;
    }
  },
};
