import { isRecord } from "../../catalog/parse/values.ts";
import { isTime } from "../../catalog/words/dates.ts";
import type { Findings } from "../../catalog/parse/findings.ts";
import type { PartName } from "../../catalog/prepared/parts.ts";

/** Every file of a generation besides its manifest. `body.br` and `facts.br` are what the source sent, compressed. */
export type GenerationFile = PartName | "body.br" | "facts.br";

/** The checksums of all files, block by block: 4 bytes for each KiB. */
export const sumsFile = "sums.bin";
export const manifestFile = "manifest.json";
// a row is half as long: larger blocks are mostly checked for nothing, smaller ones have more sums to check
export const blockBytes = 1024;

/** Instead of a version: what is left is the body, and everything else is worked out from it when it is asked for. */
export const reduced = 0;

/** What a generation is and what its files must look like. Written last, sealed, never changed. */
export interface Manifest {
  /** Version of the prepared files' layout; 0 where they were removed to make room. */
  prepared: number;
  /** `sha256:…` of the catalog as the source sent it, of catalog and facts where facts came with it. */
  digest: string;
  source: string;
  /** ETags of catalog and facts, as they came with these bytes. */
  etag: string | null;
  factsEtag: string | null;
  /** When the bytes were fetched, ISO 8601. */
  fetchedAt: string;
  /** Counts the generations of a source, which clocks that were set put out of order. Not in those of version 0.1.0. */
  sequence?: number;
  providers: number;
  models: number;
  /** Rows set aside: how many, and the first of them. */
  setAside: { count: number; first: Findings["setAside"] };
  unknownFields: Record<string, number>;
  oddValues: Record<string, number>;
  /** Version of ModelForge that wrote it. */
  writtenBy: string;
  /** `sums` is the checksum of the file's own checksums, which begin with number `firstBlock`. */
  files: { name: GenerationFile; bytes: number; firstBlock: number; sums: number }[];
}

/** Whoever can write here can seal anything: what the code counts on is looked at. */
export function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value) || !Array.isArray(value.files)) return false;
  const texts = [value.digest, value.source];
  const counts = [value.prepared, value.providers, value.models, value.sequence ?? 0];
  return (
    texts.every((text) => typeof text === "string") &&
    isTime(value.fetchedAt) &&
    counts.every(Number.isSafeInteger) &&
    isRecord(value.setAside) &&
    isRecord(value.unknownFields) &&
    isRecord(value.oddValues) &&
    value.files.every(isFileEntry)
  );
}

/** Other versions have other parts: `models.jsonl`, `body.br`. What a manifest names may be removed with it. */
const partName = /^[a-z][a-z0-9-]{0,40}\.(?:json|jsonl|bin|br)$/;

function isFileEntry(value: unknown): boolean {
  if (!isRecord(value) || typeof value.name !== "string" || !partName.test(value.name))
    return false;
  const { bytes, firstBlock, sums } = value;
  return [bytes, firstBlock, sums].every(
    (one) => Number.isSafeInteger(one) && (one as number) >= 0,
  );
}

/** Which generation answers, and when the source last confirmed it. The only file that changes. */
export interface Pointer {
  generation: string;
  /** When the source last sent or confirmed these bytes, ISO 8601. */
  fetchedAt: string;
  /** It is newer than this, although the clock said otherwise: the package's snapshot was older when it was confirmed. */
  notBefore?: string;
  /** ETags the source has since given to the same bytes. */
  etag?: string;
  factsEtag?: string;
  /** Chosen by hand: stays until a refresh is asked for. */
  restored?: true;
  /** Of a file source: what it looked like when it was read, and the facts beside it. Missing where it may have changed in that very moment. */
  file?: { catalog: FileLook; facts: FileLook | null };
}

/** Any content that a program puts in a file's place changes one of these, whatever date it gives it. */
export interface FileLook {
  bytes: number;
  modifiedMs: number;
  changedMs: number;
  number: number;
}

export function isPointer(value: unknown): value is Pointer {
  return isRecord(value) && typeof value.generation === "string" && isTime(value.fetchedAt);
}
