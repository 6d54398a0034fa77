import { type PartName, type PreparedPart, preparedVersion } from "../../catalog/prepared/parts.ts";
import type { Codec } from "../../system/ports.ts";
import type { CatalogBody } from "../body.ts";
import { generationFiles, newPrefix } from "./layout.ts";
import {
  type CatalogAbout,
  type GenerationFile,
  type Manifest,
  manifestFile,
  type Pointer,
  type PreparedManifest,
  reduced,
  sumsFile,
} from "./manifest.ts";
import { headOf, preparedName, type Room } from "./names.ts";
import { soundPrepared } from "./prepared-at-hand.ts";
import { fileSum, mixedSums } from "./prepared-sums.ts";
import { quarantine } from "./quarantine.ts";
import { aboutRows, type ReadGeneration } from "./read-generation.ts";
import { Remover } from "./remover.ts";
import { seal } from "./sealed.ts";
import type { Store, StoreMachine } from "./store.ts";
import { sumFiles } from "./sums.ts";

/** What was worked out of a generation, and what is known of it since. */
export interface WorkedOut {
  manifest: Manifest;
  parts: ReadonlyMap<PartName, PreparedPart>;
  body: CatalogBody;
}

/** Works out what answers. Throws `catalog.broken` where that cannot be done. */
export async function workOut(read: ReadGeneration, codec: Codec): Promise<WorkedOut> {
  const rows = await read.rows();
  const { prepareCatalog } = await import("../../catalog/prepare-catalog.ts");
  const parts = prepareCatalog(rows, mixedSums(read.manifest.digest, codec));
  return { manifest: aboutRows(read, rows), parts, body: read.body };
}

/** Writes a generation whole and has it answer; where it cannot be made to, nothing of it stays. */
export function keepGeneration(
  store: Store,
  read: ReadGeneration,
  pointer: Omit<Pointer, "generation">,
  machine: StoreMachine,
): Pointer {
  store.makeDirectory();
  // before megabytes are written for nothing
  store.checkPointer();
  const generation = addGeneration(store, read, machine);
  const kept = { ...pointer, generation };
  try {
    store.writePointer(kept);
    return kept;
  } catch (error) {
    new Remover(store, machine, "removes").filesOf("generations", generation, generationFiles);
    throw error;
  }
}

/** Writes a generation whole and gives its name; it answers only once the pointer names it. */
export function addGeneration(
  store: Store,
  { manifest, body }: ReadGeneration,
  machine: StoreMachine,
): string {
  const { codec } = machine;
  const { catalog, facts, brotli } = body;
  const contents = new Map<GenerationFile, Uint8Array>([
    ["body.br", brotli?.catalog ?? codec.compress(catalog)],
  ]);
  if (facts !== undefined) contents.set("facts.br", brotli?.facts ?? codec.compress(facts));
  const { entries, sums } = sumFiles(contents, codec);
  const files = new Map<string, Uint8Array>(contents);
  files.set(sumsFile, new Uint8Array(sums.buffer));
  const name = `${headOfDigest(manifest)}-${reduced}`;
  return add(
    store,
    "generations",
    name,
    { files, manifest: { ...manifest, files: entries } },
    machine,
  );
}

/** The same for what is worked out of it, where it is not there or not sound. What is damaged makes room. */
export function keepPrepared(store: Store, worked: WorkedOut, machine: StoreMachine): void {
  const { manifest, parts } = worked;
  const name = preparedName(headOfDigest(manifest));
  const { source } = manifest;
  const known = soundPrepared(store, name, { source, machine }, (damaged) =>
    quarantine(store, "prepared", damaged, machine),
  );
  if (known !== undefined) return;
  const files = new Map([...parts].map(([part, { bytes }]) => [part as string, bytes]));
  const prepared = manifestOf(worked, machine);
  add(store, "prepared", name, { files, manifest: prepared }, machine);
}

function manifestOf({ manifest, parts }: WorkedOut, { codec }: StoreMachine): PreparedManifest {
  const { etag: _etag, factsEtag: _factsEtag, files: _files, ...about } = manifest;
  const sumOf = mixedSums(manifest.digest, codec);
  const files = [...parts].map(([name, { bytes, root }]) => ({
    name,
    bytes: bytes.length,
    sum: fileSum(bytes, sumOf, codec),
    root,
  }));
  return { ...about, prepared: preparedVersion, files };
}

/**
 * Writes a directory under a passing name and gives it its own: nobody looks into it before, nor trusts it without the
 * manifest, which comes last. None of them changes: in the place of a damaged one another is put beside it.
 */
function add(
  store: Store,
  room: Room,
  name: string,
  { files: contents, manifest }: { files: ReadonlyMap<string, Uint8Array>; manifest: unknown },
  machine: StoreMachine,
): string {
  const { files, process, codec } = machine;
  const temporaryName = `${newPrefix}${process.uniqueName()}`;
  const pathOf = (one: string): string => `${store.directory}/${room}/${one}`;
  try {
    store.makeDirectory(room, temporaryName);
    const temporary = pathOf(temporaryName);
    for (const [file, bytes] of contents) files.write(`${temporary}/${file}`, bytes);
    files.write(`${temporary}/${manifestFile}`, seal(manifest, codec));
    const isFree = files.info(pathOf(name)) === undefined;
    const chosen = isFree ? name : `${name}-${process.uniqueName()}`;
    files.rename(temporary, pathOf(chosen));
    return chosen;
  } catch (error) {
    // the first failure is the one to report
    new Remover(store, machine, "removes").filesOf(room, temporaryName, generationFiles);
    throw error;
  }
}

function headOfDigest({ digest }: CatalogAbout): string {
  return headOf(digest.slice("sha256:".length));
}
