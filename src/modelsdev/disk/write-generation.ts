import type { ParsedCatalog } from "../../catalog/parse/catalog.ts";
import { type PartName, preparedVersion } from "../../catalog/prepared/parts.ts";
import { prepareParts } from "../../catalog/prepared/prepare.ts";
import type { Codec } from "../../system/ports.ts";
import { type CatalogBody, digestOf } from "../body.ts";
import {
  type GenerationFile,
  type Manifest,
  manifestFile,
  type Pointer,
  sumsFile,
} from "./manifest.ts";
import { Remover } from "./remover.ts";
import { seal } from "./sealed.ts";
import { generationFiles, newPrefix } from "./layout.ts";
import type { Store, StoreMachine } from "./store.ts";
import { sumFiles } from "./sums.ts";

/** A generation that is worked out but not yet on disk. */
export interface PreparedGeneration {
  manifest: Manifest;
  parts: ReadonlyMap<PartName, Uint8Array>;
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
  return {
    body,
    parts: prepareParts(parsed),
    manifest: {
      prepared: preparedVersion,
      digest: `sha256:${digestOf(body, about.codec)}`,
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

/** Writes a generation whole and has it answer; where it cannot be made to, nothing of it stays. */
export function keepGeneration(
  store: Store,
  prepared: PreparedGeneration,
  pointer: Omit<Pointer, "generation">,
  machine: StoreMachine,
): Pointer {
  store.makeDirectory();
  // before megabytes are written for nothing
  store.checkPointer();
  const kept = { ...pointer, generation: addGeneration(store, prepared, machine) };
  try {
    store.writePointer(kept);
  } catch (error) {
    new Remover(store, machine, "removes").filesOf(kept.generation, generationFiles);
    throw error;
  }
  return kept;
}

/** Writes a generation whole and gives its name; it answers only once the pointer names it. */
export function addGeneration(
  store: Store,
  prepared: PreparedGeneration,
  machine: StoreMachine,
): string {
  const { files, process } = machine;
  const name = nameOf(prepared.manifest);
  const temporaryName = `${newPrefix}${process.uniqueName()}`;
  const temporary = store.pathOf(temporaryName);
  try {
    store.makeDirectory("generations", temporaryName);
    writeFiles(temporary, prepared, machine);
    // generations never change: a damaged one is replaced by a new one beside it
    const isFree = files.info(store.pathOf(name)) === undefined;
    const chosen = isFree ? name : `${name}-${process.uniqueName()}`;
    files.rename(temporary, store.pathOf(chosen));
    return chosen;
  } catch (error) {
    // the first failure is the one to report
    new Remover(store, machine, "removes").filesOf(temporaryName, generationFiles);
    throw error;
  }
}

/** Nobody looks into the directory before it has its name, nor trusts it without the manifest, which comes last. */
function writeFiles(directory: string, prepared: PreparedGeneration, machine: StoreMachine): void {
  const { files, codec } = machine;
  const contents = new Map<GenerationFile, Uint8Array>(prepared.parts);
  contents.set("body.br", codec.compress(prepared.body.catalog));
  if (prepared.body.facts !== undefined) {
    contents.set("facts.br", codec.compress(prepared.body.facts));
  }
  const { entries, sums } = sumFiles(contents, codec);
  const manifest = { ...prepared.manifest, files: entries };
  for (const [name, bytes] of contents) files.write(`${directory}/${name}`, bytes);
  files.write(`${directory}/${sumsFile}`, new Uint8Array(sums.buffer));
  files.write(`${directory}/${manifestFile}`, seal(manifest, codec));
}

/** `5f0c36a1e2d4b8c7-1`: head of the digest, version of the layout; a repaired copy gets a suffix of its own. */
function nameOf(manifest: Manifest): string {
  return `${manifest.digest.slice("sha256:".length, "sha256:".length + 16)}-${manifest.prepared}`;
}
