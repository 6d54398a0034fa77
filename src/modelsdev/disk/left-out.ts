import { ModelForgeError, type Warning } from "../../failure.ts";
import { isShortage } from "../../places/shortage.ts";
import type { FileInfo, Files } from "../../system/ports.ts";
import { type MountEyes, Mounts } from "./mounts.ts";

type Eyes = Pick<Files, "info">;

/** Names what could not be looked at or removed, and what mends it. */
export function skippedWarnings(
  skipped: readonly string[],
  root: string,
  files: MountEyes,
): Warning[] {
  if (skipped.length === 0) return [];
  const mounts = new Mounts(files);
  const mounted = new Map(skipped.map((path) => [path, mounts.above(path, root)]));
  const refused = skipped.filter((path) => mounted.get(path) === undefined);
  const places = new Set([...mounted.values()].filter((place) => place !== undefined));
  return [
    ...leftOut(skipped.length - refused.length, [...places], (place, more) => {
      return `, as something is mounted there: ${place}${more}; unmount it if it is to go`;
    }),
    ...leftOut(refused.length, refused, (path, more) => {
      const mend = givesBack(path, root, files);
      return `, which this user may not look at or remove: ${path}${more}; ${mend} gives it back`;
    }),
  ];
}

function leftOut(
  count: number,
  [first, ...others]: readonly string[],
  why: (first: string, more: string) => string,
): Warning[] {
  if (first === undefined) return [];
  const what = count === 1 ? "1 entry was" : `${count} entries were`;
  const message = `${what} left out${why(first, others.length > 0 ? ", …" : "")}`;
  return [{ code: "cache.skipped", message }];
}

/** Only below the cache is all of a directory ours; neither command goes through a link in it. */
function givesBack(path: string, root: string, files: Eyes): string {
  const owned = toOwn(path, root, files);
  const quoted = `'${owned.replaceAll("'", String.raw`'\''`)}'`;
  const isInside = owned.startsWith(`${root}/`);
  return isInside
    ? `sudo chown -R "$(id -u)" ${quoted} && chmod -R u+rwX ${quoted}`
    : `sudo chown "$(id -u)" ${quoted} && chmod u+rwx ${quoted}`;
}

/**
 * What has to be this user's. What cannot even be seen is behind a directory that lets nobody in. A file is read by who
 * owns it, but removed by who owns its directory, which is ours as well.
 */
function toOwn(path: string, root: string, files: Eyes): string {
  let at = path;
  let info = seen(at, files);
  while (info === "hidden" && at.lastIndexOf("/") > 0) {
    at = at.slice(0, at.lastIndexOf("/"));
    info = seen(at, files);
  }
  const above = at.slice(0, at.lastIndexOf("/"));
  const isFile = typeof info === "object" && info.kind !== "directory";
  return isFile && above.startsWith(`${root}/`) ? above : at;
}

export function seen(path: string, files: Eyes): FileInfo | "hidden" | undefined {
  try {
    return files.info(path);
  } catch (error) {
    if (!(error instanceof ModelForgeError) || isShortage(error)) throw error;
    return "hidden";
  }
}
