import { realpathSync } from "node:fs";
import { isAbsolute, resolve, sep } from "node:path";

export type Variables = Readonly<Record<string, string | undefined>>;

/** Where kept code lies: `caches` is the user's, both directories in it are ours. */
export interface Place {
  /** `/home/you/.cache`, with every link followed. */
  caches: string;
  /** `/home/you/.cache/model-forge`. */
  ours: string;
  /** `/home/you/.cache/model-forge/code`. */
  directory: string;
}

/** All kept code together: that of every command of the short way, twice over. */
export const mostBytes = 8_000_000;

// what somebody named is theirs: nothing that will run is kept in it
const givenDirectories = [
  "MODELFORGE_CACHE_DIR",
  "MODELFORGE_STATE_DIR",
  "MODELFORGE_CONFIG_DIR",
  "MODELFORGE_DATA_DIR",
];

/** The user's own directory for caches, wherever ModelForge's other files go; undefined where no home is known. */
export function cachesOf({ XDG_CACHE_HOME, LOCALAPPDATA, HOME }: Variables): string | undefined {
  // the XDG specification has relative paths ignored
  if (XDG_CACHE_HOME?.startsWith("/") === true) return XDG_CACHE_HOME;
  if (process.platform === "win32" && LOCALAPPDATA) return LOCALAPPDATA;
  return HOME !== undefined && isAbsolute(HOME) ? `${HOME}${sep}.cache` : undefined;
}

/** Throws what the system says where there is no such directory yet. */
export function placeIn(caches: string): Place {
  const real = realpathSync.native(caches);
  // not node:path's join: it takes as long as looking at two directories
  const ours = `${real === sep ? "" : real}${sep}model-forge`;
  return { caches: real, ours, directory: `${ours}${sep}code` };
}

/** The variable that names a directory the place lies in. */
export function givenAbove({ directory }: Place, variables: Variables): string | undefined {
  for (const name of givenDirectories) {
    // look-up allowed: the names are those of four variables
    const given = variables[name];
    if (given && isBelow(directory, given)) return name;
  }
  return undefined;
}

function isBelow(directory: string, given: string): boolean {
  const above = realPathOf(given);
  return directory === above || directory.startsWith(above.endsWith(sep) ? above : above + sep);
}

function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // it is not there yet
    return resolve(path);
  }
}

/** Whether it was said that nothing is to be kept; gives the variable that says so. */
export function switchedOffBy({
  CI,
  MODELFORGE_FEATURE_CODE_CACHE: feature,
}: Variables): string | undefined {
  if (CI && !isNo(CI)) return "CI";
  return feature && isNo(feature) ? "MODELFORGE_FEATURE_CODE_CACHE" : undefined;
}

function isNo(value: string): boolean {
  return /^(0|false|no|off)$/i.test(value);
}
