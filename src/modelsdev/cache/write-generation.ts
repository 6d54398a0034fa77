import type { ParsedCatalog } from "../../catalog/parse/catalog.ts";
import { prepareParts } from "../../catalog/prepared/prepare.ts";
import { preparedVersion, type PartName } from "../../catalog/prepared/parts.ts";
import type { Codec, Files } from "../../system/ports.ts";
import { type CatalogBody, digestOf } from "../body.ts";
import { type GenerationFile, type Manifest, manifestFile, sumsFile } from "./manifest.ts";
import { seal } from "./sealed.ts";
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
  about: { source: string; fetchedAt: string; version: string; codec: Codec },
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
      providers: parsed.providers.length,
      models: parsed.models.length,
      setAside: { count: setAside.length, first: setAside.slice(0, mostSetAsideNamed) },
      unknownFields,
      oddValues,
      writtenBy: about.version,
      files: [],
      sumsSha256: "",
    },
  };
}

/** Writes into a new directory; nobody sees it before the manifest, which comes last. */
export function writeGeneration(
  directory: string,
  prepared: PreparedGeneration,
  machine: { files: Files; codec: Codec },
): void {
  const { files, codec } = machine;
  const contents = new Map<GenerationFile, Uint8Array>(prepared.parts);
  contents.set("body.br", codec.compress(prepared.body.catalog));
  if (prepared.body.facts !== undefined) {
    contents.set("facts.br", codec.compress(prepared.body.facts));
  }
  const { entries, sums } = sumFiles(contents, codec);
  const manifest = { ...prepared.manifest, files: entries, sumsSha256: codec.sha256(sums) };
  files.makeDirectory(directory);
  for (const [name, bytes] of contents) files.write(`${directory}/${name}`, bytes);
  files.write(`${directory}/${sumsFile}`, sums);
  files.write(`${directory}/${manifestFile}`, seal(manifest, codec));
}

/** `5f0c36a1e2d4b8c7-1`: head of the digest, version of the layout; a repaired copy gets a suffix of its own. */
export function generationName(manifest: Manifest): string {
  return `${manifest.digest.slice("sha256:".length, "sha256:".length + 16)}-${manifest.prepared}`;
}
