import type { ParsedCatalog } from "../../catalog/parse/catalog.ts";
import { type PartName, type PreparedPart, preparedVersion } from "../../catalog/prepared/parts.ts";
import { prepareParts } from "../../catalog/prepared/prepare.ts";
import type { Codec } from "../../system/ports.ts";
import { type CatalogBody, digestOf } from "../body.ts";
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
import { preparedNamesOf, soundPrepared, stateOfPrepared } from "./prepared-at-hand.ts";
import { fileSum, mixedSums } from "./prepared-sums.ts";
import { quarantine } from "./quarantine.ts";
import { Remover } from "./remover.ts";
import { seal } from "./sealed.ts";
import type { Store, StoreMachine } from "./store.ts";
import { sumFiles } from "./sums.ts";

/** A generation and what is worked out of it, not yet on disk. */
export interface PreparedGeneration {
  manifest: Manifest;
  parts: ReadonlyMap<PartName, PreparedPart>;
  body: CatalogBody;
}

const mostSetAsideNamed = 50;

export function prepareGeneration(
  parsed: ParsedCatalog,
  body: CatalogBody,
  about: {
    source: string;
    fetchedAt: string;
    sequence: number | undefined;
    version: string;
    codec: Codec;
  },
): PreparedGeneration {
  const { setAside, unknownFields, oddValues } = parsed.findings;
  const digest = `sha256:${digestOf(body, about.codec)}`;
  return {
    body,
    parts: prepareParts(parsed, mixedSums(digest, about.codec)),
    manifest: {
      prepared: reduced,
      digest,
      source: about.source,
      etag: body.etag ?? null,
      factsEtag: body.factsEtag ?? null,
      fetchedAt: about.fetchedAt,
      ...(about.sequence === undefined ? {} : { sequence: about.sequence }),
      providers: parsed.providers.length,
      models: parsed.models.length,
      setAside: { count: setAside.length, first: setAside.slice(0, mostSetAsideNamed) },
      unknownFields,
      oddValues,
      writtenBy: about.version,
      files: [],
    },
  };
}

/**
 * Writes a generation whole, with what is worked out of it, and has it answer. Where it cannot be made to, nothing of
 * it stays.
 */
export function keepGeneration(
  store: Store,
  prepared: PreparedGeneration,
  pointer: Omit<Pointer, "generation">,
  machine: StoreMachine,
): Pointer {
  store.makeDirectory();
  // before megabytes are written for nothing
  store.checkPointer();
  // whoever follows the pointer finds all of it
  const added = { prepared: keepPrepared(store, prepared, machine), generations: "" };
  try {
    added.generations = addGeneration(store, prepared, machine);
    const kept = { ...pointer, generation: added.generations };
    store.writePointer(kept);
    return kept;
  } catch (error) {
    const remover = new Remover(store, machine, "removes");
    if (added.generations !== "")
      remover.filesOf("generations", added.generations, generationFiles);
    if (added.prepared !== undefined) remover.filesOf("prepared", added.prepared, generationFiles);
    throw error;
  }
}

/** Writes a generation whole and gives its name; it answers only once the pointer names it. */
export function addGeneration(
  store: Store,
  { manifest, body }: Pick<PreparedGeneration, "manifest" | "body">,
  machine: StoreMachine,
): string {
  const { codec } = machine;
  const contents = new Map<GenerationFile, Uint8Array>([["body.br", codec.compress(body.catalog)]]);
  if (body.facts !== undefined) contents.set("facts.br", codec.compress(body.facts));
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

/** The same for what is worked out of it; undefined where that is there and sound. What is damaged makes room. */
export function keepPrepared(
  store: Store,
  prepared: Pick<PreparedGeneration, "manifest" | "parts">,
  machine: StoreMachine,
): string | undefined {
  const name = preparedName(headOfDigest(prepared.manifest));
  for (const known of preparedNamesOf(store, name)) {
    if (stateOfPrepared(store, known, machine) === "damaged")
      quarantine(store, "prepared", known, machine);
  }
  const { source } = prepared.manifest;
  if (soundPrepared(store, name, { source, machine }) !== undefined) return undefined;
  const files = new Map([...prepared.parts].map(([part, { bytes }]) => [part as string, bytes]));
  return add(store, "prepared", name, { files, manifest: manifestOf(prepared, machine) }, machine);
}

function manifestOf(
  { manifest, parts }: Pick<PreparedGeneration, "manifest" | "parts">,
  { codec }: StoreMachine,
): PreparedManifest {
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
