import { ModelForgeError, type Warning } from "../../failure.ts";
import type { Refusal } from "../../places/remove-ours.ts";
import { isShortage } from "../../places/shortage.ts";
import type { FileInfo, Files } from "../../system/ports.ts";
import { isUnkept } from "./read-errors.ts";
import { type MountEyes, Mounts } from "./mounts.ts";

type Eyes = Pick<Files, "info">;

/** Names what could not be looked at or removed, and what mends it. */
export function skippedWarnings(
  skipped: readonly Refusal[],
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
  skipped: readonly Refusal[],
  root: string,
  files: MountEyes,
): ModelForgeError {
  const found = leftOut(skipped, root, files);
  const said = found.map(({ what, why }) => `${what} left, ${why}`).join("; ");
  return new ModelForgeError("file.unwritable", {
    message: `nothing could be removed from ${directory}: ${said}`,
    hint: found.map(({ remedy }) => remedy).join("; "),
    details: { path: directory, skipped: skipped.map(({ path }) => path) },
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

function leftOut(skipped: readonly Refusal[], root: string, files: MountEyes): LeftOut[] {
  const mounts = new Mounts(files);
  // which words, by what is said of them: one word for all that has the same reason
  const ways = new Map<string, { paths: string[]; say: Saying }>();
  const add = (key: string, path: string, say: Saying): void => {
    const way = ways.get(key) ?? { paths: [], say };
    way.paths.push(path);
    ways.set(key, way);
  };
  for (const { path, error } of skipped) {
    const { reason } = error.details;
    const isOfAll = isShortage(error) || reason === "EROFS";
    const mounted = isOfAll ? undefined : mounts.above(path, root);
    if (mounted !== undefined) add("mounted", mounted, sayMounted);
    else if (notAllowed.has(reason)) {
      if (isLeftLock(path, files)) add("lock", path, sayLock);
      else add("another", path, (paths) => sayAnothers(paths, root, files));
    } else add(String(reason), path, (paths) => sayRefused(paths, error));
  }
  return [...ways.values()].map(({ paths, say }) => {
    const what = paths.length === 1 ? "1 entry was" : `${paths.length} entries were`;
    return { what, ...say(paths) };
  });
}

type Saying = (paths: readonly string[]) => Pick<LeftOut, "why" | "remedy">;

const lockName = "/refresh.lock";

/** Another user's lock in a directory that is this user's. */
export function isLeftLock(path: string, files: Eyes): boolean {
  if (!path.endsWith(lockName)) return false;
  const [lock, above] = [path, path.slice(0, -lockName.length)].map((one) => seen(one, files));
  return typeof lock === "object" && typeof above === "object" && above.owner === "self";
}

const sayMounted: Saying = (paths) => ({
  why: `as something is mounted there: ${firstOf([...new Set(paths)])}`,
  remedy: "unmount it if it is to go",
});

/** Whoever made it is gone: one that is held is waited for. */
const sayLock: Saying = (paths) => ({
  why: `which this user may not look at or remove: ${firstOf(paths)}`,
  remedy: removes(paths),
});

function sayAnothers(paths: readonly string[], root: string, files: Eyes) {
  // one command for all of them
  const directories = paths.map((one) => toOwn(one, root, files));
  return {
    why: `which this user may not look at or remove: ${firstOf(paths)}`,
    remedy: givesBack(commonOf(directories, root), root),
  };
}

/** In the words of the failure itself, which are no other user's. */
function sayRefused(paths: readonly string[], { message, hint, details }: ModelForgeError) {
  const words = message
    .replace(`cannot write ${String(details.path)}: `, "")
    .replace(/^cannot read .* \((.*?)(?:, [A-Z]+)?\)$/, "$1");
  return { why: `as ${words}: ${firstOf(paths)}`, remedy: hint ?? "" };
}

function firstOf([first = "", ...others]: readonly string[]): string {
  return others.length > 0 ? `${first}, …` : first;
}

/** The same failure with the command that mends it, where what was refused is below the cache. */
export function withMend(error: unknown, root: string, files: Eyes): unknown {
  if (!isUnkept(error) || !notAllowed.has(error.details.reason)) return error;
  const { path } = error.details;
  if (typeof path !== "string" || !path.startsWith(`${root}/`)) return error;
  const { code, message, details, cause } = error;
  const hint = isLeftLock(path, files)
    ? removes([path])
    : givesBack(toOwn(path, root, files), root);
  return new ModelForgeError(code, { message, hint, details, cause });
}

/** What the system says of another user's. */
export const notAllowed: ReadonlySet<unknown> = new Set(["EACCES", "EPERM"]);

/** Only below the cache is all of a directory ours; neither command goes through a link in it. */
function givesBack(owned: string, root: string): string {
  const quoted = inQuotes(owned);
  const isInside = owned.startsWith(`${root}/`);
  return isInside
    ? `sudo chown -R "$(id -u)" ${quoted} && chmod -R u+rwX ${quoted} gives it back`
    : `sudo chown "$(id -u)" ${quoted} && chmod u+rwx ${quoted} gives it back`;
}

function removes(paths: readonly string[]): string {
  return `sudo rm -r ${paths.map(inQuotes).join(" ")} removes ${paths.length === 1 ? "it" : "them"}`;
}

/** As a shell takes it. */
export function inQuotes(path: string): string {
  return `'${path.replaceAll("'", String.raw`'\''`)}'`;
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
