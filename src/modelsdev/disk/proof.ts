import { ModelForgeError } from "../../failure.ts";
import { exactlyOneOf, type Layout } from "../../places/layout.ts";
import type { Codec, Files } from "../../system/ports.ts";
import { Generation } from "./generation.ts";
import { layoutWith } from "./layout.ts";
import { manifestFile, sumsFile } from "./manifest.ts";

/**
 * What is ours in the directory of a generation: in a place of ours what bears one of our names,
 * elsewhere only what its sealed manifest names.
 */
export function layoutOf(
  directory: string,
  isOurs: boolean,
  machine: { files: Files; codec: Codec },
): Layout {
  const named = namesIn(directory, machine);
  return isOurs ? layoutWith(named) : { files: exactlyOneOf(named) };
}

/** The same without the manifest, which proves the rest and so has to go last. */
export function withoutManifest({ files }: Layout): Layout {
  return { files: { test: (name) => name !== manifestFile && files?.test(name) === true } };
}

function namesIn(directory: string, machine: { files: Files; codec: Codec }): string[] {
  try {
    const { files } = Generation.open(directory, machine).manifest;
    return [...files.map(({ name }) => name), sumsFile, manifestFile];
  } catch (error) {
    // damaged, another user's, or no generation: nothing is proved
    if (error instanceof ModelForgeError) return [];
    throw error;
  }
}
