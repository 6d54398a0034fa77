import { accessSync, constants, lstatSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf } from "../file-codes.ts";
import { givenAbove, type Place, placeIn, switchedOffBy, type Variables } from "./place.ts";
import { doubtAbout, doubtAboutOurs, doubtAbove } from "./trust.ts";

const nothingYet = "nothing is kept yet";

/** Why no kept code is read or written, also where its directory is still to be made; null where it is. */
export function whyNotUsed(caches: string, variables: Variables): string | null {
  const off = switchedOffBy(variables);
  if (off !== undefined) return `switched off by ${off}`;
  try {
    return doubtAbout(placeIn(caches), variables) ?? null;
  } catch (error) {
    if (codeOf(error) !== "ENOENT") return cannotBeLookedAt(caches, error);
  }
  try {
    return whyNotMade(caches, variables) ?? nothingYet;
  } catch (error) {
    return cannotBeLookedAt(caches, error);
  }
}

/** As whoever keeps the first code decides. */
function whyNotMade(caches: string, variables: Variables): string | undefined {
  const place = placeToBe(caches);
  if (place === undefined) return `there is no ${dirname(caches)}`;
  const given = givenAbove(place, variables);
  if (given !== undefined) return `it would lie in the directory that ${given} names`;
  const last = [place.caches, place.ours].findLast(isThere) ?? dirname(place.caches);
  return (
    doubtAbove(last === place.ours ? place.caches : last) ??
    (last === place.ours ? doubtAboutOurs(last) : undefined) ??
    (mayWriteIn(last) ? undefined : `nothing may be written in ${last}`)
  );
}

/** The directory for caches is made, but none above it. */
function placeToBe(caches: string): Place | undefined {
  try {
    if (isThere(caches)) return placeIn(caches);
    const real = join(realpathSync.native(dirname(caches)), basename(caches));
    const ours = join(real, "model-forge");
    return { caches: real, ours, directory: join(ours, "code") };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function mayWriteIn(directory: string): boolean {
  try {
    accessSync(directory, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function cannotBeLookedAt(caches: string, error: unknown): string {
  return `${caches} cannot be looked at (${codeOf(error) ?? String(error)})`;
}
