import { unique } from "../../places/layout.ts";

/** Raised when files of an older layout could no longer be told from damaged ones. */
export const storeVersion = "v1";

/** `<cache>/query-salt` keeps what an address's query is mixed with before it names a directory. */
export const saltName = "query-salt";

/** `5f0c36a1e2d4b8c7-2`: head of the digest, version of the prepared files; a repaired copy has a suffix. */
export const generationPattern = String.raw`[0-9a-f]{16}-\d{1,6}(?:-${unique})?`;
const generation = new RegExp(`^${generationPattern}$`);

export function isGenerationName(name: string): boolean {
  return generation.test(name);
}
