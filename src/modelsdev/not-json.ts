import { notUtf8 } from "../catalog/words/text-encoding.ts";
import { ModelForgeError } from "../failure.ts";

/** Why bytes are no catalog, or no facts, once they were found to be no JSON: in another encoding, empty, or something else. */
export function notJson(bytes: Uint8Array, name = "the catalog"): ModelForgeError {
  const misfit = notUtf8(bytes);
  if (misfit !== undefined) {
    return new ModelForgeError("catalog.broken", {
      message: `${name} is not UTF-8: ${misfit.how}`,
      hint: "save it as UTF-8, the only encoding of JSON",
      details: { bytes: bytes.length, offset: misfit.offset },
    });
  }
  return new ModelForgeError("catalog.broken", {
    message: `${name} is no JSON: ${describeStart(bytes)}`,
    hint: "it may have been cut short on its way; try again, or check MODELFORGE_URL",
    details: { bytes: bytes.length },
  });
}

function describeStart(bytes: Uint8Array): string {
  if (bytes.length === 0) return "it is empty";
  const start = new TextDecoder().decode(bytes.subarray(0, 24)).trim();
  return `${bytes.length} bytes that begin with ${JSON.stringify(start)}`;
}
