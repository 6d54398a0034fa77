import { isRecord } from "../../catalog/parse/values.ts";
import { isTime } from "../../catalog/words/dates.ts";
import type { Findings } from "../../catalog/parse/findings.ts";
import { type PartName, partNames } from "../../catalog/prepared/parts.ts";

/**
 * Every file of a generation besides its manifest: what the source sent, compressed. Those of earlier versions hold
 * what was worked out of it, too.
 */
export type GenerationFile = PartName | "body.br" | "facts.br";

/** The checksums of a generation's files, block by block: 4 bytes for each KiB. */
export const sumsFile = "sums.bin";
export const manifestFile = "manifest.json";
export const blockBytes = 1024;

/** Instead of a version: what is there is the body, and everything else is worked out from it. */
export const reduced = 0;

/** What every answer says of the catalog it is from. */
export interface CatalogAbout {
  /** `sha256:…` of the catalog as the source sent it, of catalog and facts where facts came with it. */
  digest: string;
  source: string;
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
  /** Values that rows lack because they are not understood, by path. Not in manifests before version 0.2.0. */
  notUnderstood?: Record<string, number>;
  /** Of a catalog with what a configuration says of models: that of the catalog they were added to, and what is said. */
  joined?: { digest: string; said: string };
  /** Which rows those are, where they are few: in ref order each has its number. */
  lostRows?: [value: string, rows: number[]][];
}

/** What a generation is and what its files must look like. Written last, sealed, never changed. */
export interface Manifest extends CatalogAbout {
  /** 0; in generations of earlier versions the layout of what was worked out, which lies beside the body. */
  prepared: number;
  /** ETags of catalog and facts, as they came with these bytes. */
  etag: string | null;
  factsEtag: string | null;
  /** Version of ModelForge that wrote it. */
  writtenBy: string;
  /** `sums` is the checksum of the file's own checksums, which begin with number `firstBlock`. */
  files: { name: GenerationFile; bytes: number; firstBlock: number; sums: number }[];
}

/** What a version worked out of a generation, and what its files must look like. Written last, sealed, never changed. */
export interface PreparedManifest extends CatalogAbout {
  /** Version of the layout. */
  prepared: number;
  writtenBy: string;
  files: { name: PartName; bytes: number; sum: number; root: readonly number[] }[];
}

/** Whoever can write here can seal anything: what the code counts on is looked at. */
export function isManifest(value: unknown): value is Manifest {
  return (
    isAbout(value) &&
    value.files.every((file) => isFileEntry(file, ["bytes", "firstBlock", "sums"]))
  );
}

export function isPreparedManifest(value: unknown): value is PreparedManifest {
  return (
    isAbout(value) &&
    value.files.every(
      (file) =>
        isFileEntry(file, ["bytes", "sum"]) && Array.isArray(file.root) && file.root.every(isCount),
    )
  );
}

function isAbout(value: unknown): value is Record<string, unknown> & { files: unknown[] } {
  if (!isRecord(value) || !Array.isArray(value.files)) return false;
  const { digest, source, prepared, providers, models } = value;
  return (
    typeof digest === "string" &&
    typeof source === "string" &&
    isTime(value.fetchedAt) &&
    [prepared, providers, models, value.sequence ?? 0].every(Number.isSafeInteger) &&
    [value.setAside, value.unknownFields, value.oddValues, value.notUnderstood ?? {}].every(
      isRecord,
    ) &&
    Array.isArray(value.lostRows ?? [])
  );
}

/** Other versions have other parts: `models.jsonl`, `body.br`. What a manifest names may be removed with it. */
const partName = /^[a-z][a-z0-9-]{0,40}\.(?:json|jsonl|bin|br)$/;

function isFileEntry(value: unknown, counts: readonly string[]): value is Record<string, unknown> {
  if (!isRecord(value) || typeof value.name !== "string") return false;
  if (!partNames.some((name) => name === value.name) && !partName.test(value.name)) return false;
  // look-up allowed: the names are ours
  return counts.every((count) => isCount(value[count]));
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
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
  /** Damage was met in this cache: the next refresh looks at every byte of it, and takes no 304 for what is damaged. */
  doubted?: true;
  /** Of a file source: what it looked like when it was read, and the facts beside it. Missing where it may have changed in that very moment. */
  file?: { catalog: FileLook; facts: FileLook | null };
  /** Of a file source: what it held before it lost more than half, until that is accepted. */
  shrunkFrom?: { providers: number; models: number };
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
