import { ModelForgeError } from "../failure.ts";
import type { Files } from "../system/ports.ts";

/** `<cache>/.model-forge` */
export const markerName = ".model-forge";

/** What stands in it; other versions read it, so that it stays as it is. */
export const markerText =
  "This directory belongs to ModelForge: it removes what it made here, and nothing else.\n";

/** `damaged`: it may be what is left of a marker, so that it proves nothing, neither for nor against. */
export type MarkerState = "whole" | "damaged" | "absent" | "foreign";

export function isMarker(bytes: Uint8Array): boolean {
  // plain ASCII: a byte a character
  return (
    bytes.length === markerText.length &&
    bytes.every((byte, at) => byte === markerText.charCodeAt(at))
  );
}

/** What stands where the marker of a directory would. */
export function lookAtMarker(directory: string, files: Files): MarkerState {
  let bytes: Uint8Array | undefined;
  try {
    bytes = files.read(`${directory}/${markerName}`);
  } catch (error) {
    // a project's own folder of that name, a link, another user's
    if (error instanceof ModelForgeError) return "foreign";
    throw error;
  }
  if (bytes === undefined) return "absent";
  const expected = new TextEncoder().encode(markerText);
  const same = bytes.filter((byte, at) => byte === expected[at]).length;
  if (same === expected.length) return "whole";
  // cut short, or with a few bytes that are others
  const isRemnant = bytes.length <= expected.length && same >= bytes.length * 0.9;
  return isRemnant ? "damaged" : "foreign";
}
