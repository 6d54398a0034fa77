import { ModelForgeError } from "../failure.ts";

/** Why bytes are no catalog, or no facts, once they were found to be no JSON: in another encoding, empty, or something else. */
export function notJson(bytes: Uint8Array, name = "the catalog"): ModelForgeError {
  const encoding = otherEncoding(bytes);
  if (encoding !== undefined) {
    return new ModelForgeError("catalog.broken", {
      message: `${name} is not UTF-8: ${encoding.how}`,
      hint: "save it as UTF-8, the only encoding of JSON",
      details: { bytes: bytes.length, offset: encoding.offset },
    });
  }
  return new ModelForgeError("catalog.broken", {
    message: `${name} is no JSON: ${describeStart(bytes)}`,
    hint: "it may have been cut short on its way; try again, or check MODELFORGE_URL",
    details: { bytes: bytes.length },
  });
}

function otherEncoding(bytes: Uint8Array): { how: string; offset: number } | undefined {
  const [first = 0, second = 0] = bytes;
  const isUtf16 =
    bytes.length > 1 &&
    ((first === 0xff && second === 0xfe) ||
      (first === 0xfe && second === 0xff) ||
      (first === 0) !== (second === 0));
  if (isUtf16) return { how: "it is UTF-16 by its first two bytes", offset: 0 };
  const offset = firstNotUtf8(bytes);
  if (offset === undefined) return undefined;
  const byte = (bytes[offset] ?? 0).toString(16).padStart(2, "0");
  return { how: `byte 0x${byte} at offset ${offset} cannot stand there`, offset };
}

/** What was no UTF-8 is written back as something else, from the first byte on that was none. */
function firstNotUtf8(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  const back = new TextEncoder().encode(text);
  const shared = Math.min(bytes.length, back.length);
  for (let at = 0; at < shared; at += 1) if (bytes[at] !== back[at]) return at;
  return bytes.length === back.length ? undefined : shared;
}

function describeStart(bytes: Uint8Array): string {
  if (bytes.length === 0) return "it is empty";
  const start = new TextDecoder().decode(bytes.subarray(0, 24)).trim();
  return `${bytes.length} bytes that begin with ${JSON.stringify(start)}`;
}
