import { ModelForgeError } from "../../failure.ts";
import { exactlyOneOf, type Layout } from "../../places/layout.ts";
import type { Codec, Files } from "../../system/ports.ts";
import { layoutWith } from "./layout.ts";
import { isManifest, isPreparedManifest, manifestFile, sumsFile } from "./manifest.ts";
import { unseal } from "./sealed.ts";

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

function namesIn(directory: string, { files, codec }: { files: Files; codec: Codec }): string[] {
  try {
    const bytes = files.read(`${directory}/${manifestFile}`);
    const manifest = bytes === undefined ? undefined : unseal(bytes, codec);
    return namesOf(manifest);
  } catch (error) {
    // another user's, or no directory: nothing is proved
    if (error instanceof ModelForgeError) return [];
    throw error;
  }
}

/** Of any version. */
function namesOf(manifest: unknown): string[] {
  if (!isManifest(manifest) && !isPreparedManifest(manifest)) return [];
  return [...manifest.files.map(({ name }) => name), sumsFile, manifestFile];
}
