import { preparedVersion } from "../../catalog/prepared/parts.ts";
import { unique } from "../../places/layout.ts";

/** Raised when files of an older layout could no longer be told from damaged ones. */
export const storeVersion = "v1";

/** `<cache>/query-salt` keeps what an address's query is mixed with before it names a directory. */
export const saltName = "query-salt";

/**
 * `5f0c36a1e2d4b8c7-0`: head of the digest, and for what was worked out of it the version of its layout; a repaired copy
 * has a suffix.
 */
export const generationPattern = String.raw`[0-9a-f]{16}-\d{1,6}(?:-${unique})?`;
const generation = new RegExp(`^${generationPattern}$`);

export function isGenerationName(name: string): boolean {
  return generation.test(name);
}

/** What a damaged one is called once it is out of the way: `5f0c36a1e2d4b8c7-0-4711-1-x3k9q2`. */
export const asidePattern = `${generationPattern}-${unique}`;

export function isAsideName(name: string): boolean {
  return new RegExp(`^${asidePattern}$`).test(name);
}

/** The directories that hold generations, and what was worked out of them. */
export type Room = "generations" | "prepared";

const headLength = 16;

/** What all names that have to do with the same body begin with. */
export function headOf(name: string): string {
  return name.slice(0, headLength);
}

/** Where this version keeps what it works out of a generation. */
export function preparedName(generation: string): string {
  return `${headOf(generation)}-${preparedVersion}`;
}
