import type { Codec } from "../../system/ports.ts";
import { realCodec } from "../../system/real/codec.ts";

/** The real one, but for its random bytes, which are the same in every run and never the same twice. */
export function createFakeCodec(): Codec {
  let drawn = 0;
  return {
    ...realCodec,
    randomHex: (bytes) => {
      let hex = "";
      while (hex.length < 2 * bytes) {
        drawn += 1;
        hex += realCodec.sha256(`drawn ${drawn}`);
      }
      return hex.slice(0, 2 * bytes);
    },
  };
}
