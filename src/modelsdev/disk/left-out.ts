import { ModelForgeError, type Warning } from "../../failure.ts";
import { isShortage } from "../../places/shortage.ts";
import type { FileInfo, Files } from "../../system/ports.ts";

type Eyes = Pick<Files, "info">;

/** Names what could not be looked at or removed, and the command that mends it. */
export function skippedWarnings(skipped: readonly string[], root: string, files: Eyes): Warning[] {
  const [first] = skipped;
  if (first === undefined) return [];
  const what = skipped.length === 1 ? "1 entry was" : `${skipped.length} entries were`;
  const message = `${what} left out, which this user may not look at or remove: ${first}${skipped.length > 1 ? ", …" : ""}; ${givesBack(first, root, files)} gives it back`;
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

function seen(path: string, files: Eyes): FileInfo | "hidden" | undefined {
  try {
    return files.info(path);
  } catch (error) {
    if (!(error instanceof ModelForgeError) || isShortage(error)) throw error;
    return "hidden";
  }
}

/** Where a directory of ours should be stands something else: nothing behind it is ModelForge's, nor is it followed. */
export function foreignWarnings(directory: string, files: Eyes): Warning[] {
  return Object.entries(needed).flatMap(([name, without]) => {
    const path = `${directory}/${name}`;
    const info = seen(path, files);
    if (typeof info !== "object" || info.kind === "directory") return [];
    const what = info.kind === "link" ? "a link" : info.kind === "file" ? "a file" : "no directory";
    const message = `${path} is ${what}, and not ModelForge's: ${without}; move it away`;
    return [{ code: "cache.foreign", message }];
  });
}

const needed = {
  "refresh.lock": "while it is there nothing can be refreshed, kept or cleared",
  generations: "while it is there nothing new can be kept",
  quarantine: "while it is there damage cannot be set aside",
  refused: "while it is there a catalog that shrank cannot be kept",
};
