import { directoryOf } from "../places/usual.ts";
import type { Environment, ReadingFiles } from "../system/ports.ts";

/** `~/.config/model-forge/config.json`, `.model-forge/config.json` */
const fileName = "config.json";
const projectDirectory = ".model-forge";

/** Whose file it is; the project's goes first. */
export type Scope = "user" | "project";

/** The user's file, be it there or not; undefined where there is no place for one. */
export function userFile(environment: Environment, files: ReadingFiles): string | undefined {
  const directory = directoryOf(environment, files, "config", "MODELFORGE_CONFIG_DIR");
  return directory === undefined ? undefined : `${directory}/${fileName}`;
}

/**
 * The project's file: of the nearest directory up to the root of the repository that has one, without a repository of the
 * working directory alone; never of the home directory or one above it. Where none has one, where it would be made.
 * `candidates`: all places that were looked at, the nearest first.
 */
export function projectFile(
  environment: Environment,
  files: ReadingFiles,
): { path: string | undefined; isThere: boolean; candidates: readonly string[] } {
  const current = currentDirectoryOf(environment);
  if (current === undefined) return { path: undefined, isThere: false, candidates: [] };
  const above = directoriesAbove(current);
  const end = endAt(environment.home, above, files);
  const open = end < 0 ? above : above.slice(0, end);
  const root = open.findIndex((one) => files.info(`${one}/.git`) !== undefined);
  const searched = root < 0 ? open.slice(0, 1) : open.slice(0, root + 1);
  const candidates = searched.map(fileIn);
  const there = candidates.find((path) => files.info(path) !== undefined);
  return { path: there ?? candidates.at(-1), isThere: there !== undefined, candidates };
}

/** Undefined where it has been removed: there is no project in it then. */
function currentDirectoryOf(environment: Environment): string | undefined {
  try {
    return environment.currentDirectory;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function fileIn(directory: string): string {
  return `${directory === "/" ? "" : directory}/${projectDirectory}/${fileName}`;
}

/** `/a/b` → `/a/b`, `/a`, `/` */
function directoriesAbove(directory: string): string[] {
  const found: string[] = [];
  for (let at = directory; ; at = parentOf(at)) {
    found.push(at);
    if (parentOf(at) === at) return found;
  }
}

function parentOf(directory: string): string {
  const slash = Math.max(directory.lastIndexOf("/"), directory.lastIndexOf("\\"));
  // `C:\` and `/` are above nothing
  if (slash < 0) return directory;
  const isRoot = slash === 0 || directory[slash - 1] === ":";
  return isRoot ? directory.slice(0, slash + 1) : directory.slice(0, slash);
}

/** Where home begins, or what lies above it. The working directory is the real one, and home may be named by a link. */
function endAt(home: string | undefined, above: readonly string[], files: ReadingFiles): number {
  if (home === undefined) return -1;
  const at = (one: string): number => above.findIndex((directory) => isAtOrAbove(directory, one));
  const named = files.resolve(home);
  const end = at(named);
  // links are followed where the name alone does not tell
  return above[end] === named ? end : Math.min(end, at(files.follow(named) ?? named));
}

function isAtOrAbove(directory: string, home: string): boolean {
  const inside = directory.endsWith("/") ? directory : `${directory}/`;
  return home === directory || home.startsWith(inside);
}
