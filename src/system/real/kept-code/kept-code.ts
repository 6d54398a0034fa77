import { lstatSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import type { KeptCodeFound, KeptCodeRemoved } from "../../ports.ts";
import { filesIn, type KeptFile, remove } from "./files.ts";
import { cachesOf, type Place, placeIn, type Variables } from "./place.ts";
import { isDirectoryOfOurs } from "./trust.ts";
import { whyNotUsed } from "./why-not.ts";

/** What is there, whether it is used or not. */
export function lookAtKeptCode(variables: Variables): KeptCodeFound {
  const caches = cachesOf(variables);
  if (caches === undefined) {
    return { directory: null, files: 0, bytes: 0, notUsed: "no home directory is known" };
  }
  const place = placeOf(caches);
  const files = place === undefined ? [] : filesOf(place).filter(holdsSomething);
  return {
    directory: place?.directory ?? join(caches, "model-forge", "code"),
    files: files.length,
    bytes: bytesOf(files),
    notUsed: whyNotUsed(caches, variables),
  };
}

/** Removes it and the marks of first uses, which count for nothing, and the directory if nothing else is in it. */
export function clearKeptCode(variables: Variables): KeptCodeRemoved {
  const caches = cachesOf(variables);
  const place = caches === undefined ? undefined : placeOf(caches);
  if (place === undefined) return { files: 0, bytes: 0 };
  const removed = filesOf(place)
    .filter(({ name }) => remove(join(place.directory, name)))
    .filter(holdsSomething);
  try {
    rmdirSync(place.directory);
  } catch {
    // it holds something that is not ours, or is not there
  }
  return { files: removed.length, bytes: bytesOf(removed) };
}

/** Undefined where there is no such directory. */
function placeOf(caches: string): Place | undefined {
  try {
    return placeIn(caches);
  } catch {
    // no directory for caches yet, so nothing is in it
    return undefined;
  }
}

/** None where the directory is a link or somebody else's: what is there is not ours, whatever its name. */
function filesOf({ ours, directory }: Place): KeptFile[] {
  try {
    const areOurs = [ours, directory].every((path) => isDirectoryOfOurs(lstatSync(path)));
    return areOurs ? filesIn(directory) : [];
  } catch {
    // nothing was kept yet
    return [];
  }
}

/** The first use of a script leaves an empty file. */
function holdsSomething({ bytes }: KeptFile): boolean {
  return bytes > 0;
}

function bytesOf(files: readonly KeptFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}
