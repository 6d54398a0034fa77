import type { Codec } from "../../system/ports.ts";

/**
 * JSON that knows whether it is whole: one line of JSON, one line with its checksum.
 *
 *     {"generation":"5f0c…-1","fetchedAt":"2026-11-23T03:00:00.000Z"}
 *     9b1d6a44
 */
export function seal(value: unknown, codec: Codec): string {
  const line = JSON.stringify(value);
  return `${line}\n${sealOf(line, codec)}\n`;
}

/** Undefined where a single bit is not as it was written. */
export function unseal(bytes: Uint8Array, codec: Codec): unknown {
  const text = codec.text(bytes);
  const end = text.indexOf("\n");
  if (end < 0) return undefined;
  const line = text.slice(0, end);
  if (text.slice(end) !== `\n${sealOf(line, codec)}\n`) return undefined;
  try {
    return JSON.parse(line) as unknown;
  } catch {
    // sealed by somebody else
    return undefined;
  }
}

function sealOf(line: string, codec: Codec): string {
  return codec.checksum(line).toString(16).padStart(8, "0");
}
