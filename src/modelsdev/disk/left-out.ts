import { ModelForgeError, type Warning } from "../../failure.ts";
import { isShortage } from "../../places/shortage.ts";
import type { FileInfo, Files } from "../../system/ports.ts";
import { isUnkept } from "./read-errors.ts";
import { type MountEyes, Mounts } from "./mounts.ts";

type Eyes = Pick<Files, "info">;

/** Names what could not be looked at or removed, and what mends it. */
export function skippedWarnings(
  skipped: readonly string[],
  root: string,
  files: MountEyes,
): Warning[] {
  return leftOut(skipped, root, files).map(({ what, why, remedy }) => ({
    code: "cache.skipped",
    message: `${what} left out, ${why}; ${remedy}`,
  }));
}

/** The same as a failure, where nothing else was to be removed from a directory. */
export function nothingCouldGo(
  directory: string,
  skipped: readonly string[],
  root: string,
  files: MountEyes,
): ModelForgeError {
  const found = leftOut(skipped, root, files);
  const said = found.map(({ what, why }) => `${what} left, ${why}`).join("; ");
  return new ModelForgeError("file.unwritable", {
    message: `nothing could be removed from ${directory}: ${said}`,
    hint: found.map(({ remedy }) => remedy).join("; "),
    details: { path: directory, skipped: [...skipped] },
  });
}

interface LeftOut {
  /** `2 entries were` */
  what: string;
  why: string;
  remedy: string;
}

/** The one they all lie in, where that is below the cache. */
function commonOf([first = "", ...others]: readonly string[], root: string): string {
  const holds = (path: string): boolean => others.every((one) => `${one}/`.startsWith(`${path}/`));
  let at = first;
  while (at.startsWith(`${root}/`) && !holds(at)) at = at.slice(0, at.lastIndexOf("/"));
  return at.startsWith(`${root}/`) ? at : first;
}

function leftOut(skipped: readonly string[], root: string, files: MountEyes): LeftOut[] {
  const mounts = new Mounts(files);
  const mounted = new Map(skipped.map((path) => [path, mounts.above(path, root)]));
  const refused = skipped.filter((path) => mounted.get(path) === undefined);
  const places = new Set([...mounted.values()].filter((place) => place !== undefined));
  return [
    ...entriesOf(skipped.length - refused.length, [...places], (place, more) => ({
      why: `as something is mounted there: ${place}${more}`,
      remedy: "unmount it if it is to go",
    })),
    ...entriesOf(refused.length, refused, (path, more) => {
      // one command for all of them
      const directories = refused.map((one) => toOwn(one, root, files));
      return {
        why: `which this user may not look at or remove: ${path}${more}`,
        remedy: givesBack(commonOf(directories, root), root),
      };
    }),
  ];
}

function entriesOf(
  count: number,
  [first, ...others]: readonly string[],
  say: (first: string, more: string) => Omit<LeftOut, "what">,
): LeftOut[] {
  if (first === undefined) return [];
  const what = count === 1 ? "1 entry was" : `${count} entries were`;
  return [{ what, ...say(first, others.length > 0 ? ", …" : "") }];
}

/** The same failure with the command that mends it, where what was refused is below the cache. */
export function withMend(error: unknown, root: string, files: Eyes): unknown {
  if (!isUnkept(error) || !notAllowed.has(error.details.reason)) return error;
  const { path } = error.details;
  if (typeof path !== "string" || !path.startsWith(`${root}/`)) return error;
  const { code, message, details, cause } = error;
  const hint = givesBack(toOwn(path, root, files), root);
  return new ModelForgeError(code, { message, hint, details, cause });
}

/** What the system says of another user's. */
export const notAllowed: ReadonlySet<unknown> = new Set(["EACCES", "EPERM"]);

/** Only below the cache is all of a directory ours; neither command goes through a link in it. */
function givesBack(owned: string, root: string): string {
  const quoted = `'${owned.replaceAll("'", String.raw`'\''`)}'`;
  const isInside = owned.startsWith(`${root}/`);
  return isInside
    ? `sudo chown -R "$(id -u)" ${quoted} && chmod -R u+rwX ${quoted} gives it back`
    : `sudo chown "$(id -u)" ${quoted} && chmod u+rwx ${quoted} gives it back`;
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
  // what is not there is to be made there
  const isFile = info === undefined || (typeof info === "object" && info.kind !== "directory");
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
