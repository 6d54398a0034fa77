import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { codeIn, type ScriptFacts } from "./format.ts";
import { cachesOf, mostBytes, placeIn, switchedOffBy, type Variables } from "./place.ts";
import { doubtAbout, isOurFile } from "./trust.ts";

/** Where kept code can be read from; undefined where there is none, or somebody else may have written there. */
export function directoryToRead(variables: Variables): string | undefined {
  if (switchedOffBy(variables) !== undefined) return undefined;
  const caches = cachesOf(variables);
  if (caches === undefined) return undefined;
  try {
    const place = placeIn(caches);
    return doubtAbout(place, variables) === undefined ? place.directory : undefined;
  } catch {
    // nothing was kept yet, or it may not even be looked at: everything is compiled as usual
    return undefined;
  }
}

// the last two are undefined, so nothing, on Windows: links need rights there, and no pipe stands among files
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;

/** V8's code of a script; undefined where none is kept, or what is there is not to be believed. */
export function readCode(path: string, script: ScriptFacts): Uint8Array | undefined {
  let descriptor: number | undefined;
  try {
    // a pipe in its place would be waited for
    descriptor = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    const stats = fstatSync(descriptor);
    if (!isOurFile(stats) || stats.size > mostBytes) return undefined;
    const kept = new Uint8Array(stats.size);
    if (readSync(descriptor, kept, 0, stats.size, 0) !== stats.size) return undefined;
    return codeIn(kept, script);
  } catch {
    // nothing is kept yet, or it may not be read: the script is compiled as usual
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
