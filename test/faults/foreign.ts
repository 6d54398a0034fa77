import { execFileSync } from "node:child_process";
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** Files outside, to which links may lead. */
export interface Outside {
  file: string;
  directory: string;
}

export function makeOutside(home: string): Outside {
  const outside = {
    file: join(home, "outside", "diary.txt"),
    directory: join(home, "outside", "photos"),
  };
  mkdirSync(outside.directory, { recursive: true });
  writeFileSync(outside.file, "dear diary");
  writeFileSync(join(outside.directory, "cat.jpg"), "a cat");
  return outside;
}

/** What may stand at a path without being ours, whatever its name. */
export const strangers: readonly [name: string, put: (path: string, outside: Outside) => void][] = [
  ["a folder with something in it", putFolder],
  ["a link to a file", (path, { file }) => symlinkSync(file, path)],
  ["a link to a folder", (path, { directory }) => symlinkSync(directory, path)],
  ["a link to nowhere", (path) => symlinkSync("/nowhere/at/all", path)],
  ["a second name of a file", (path, { file }) => linkSync(file, path)],
  ["a pipe", (path) => execFileSync("mkfifo", [path])],
];

function putFolder(path: string): void {
  mkdirSync(path);
  writeFileSync(join(path, "mine.txt"), "mine");
}

/** One of everything with names of its own, in a directory; gives the paths. */
export function putAllIn(directory: string, outside: Outside): string[] {
  mkdirSync(directory, { recursive: true });
  const paths = strangers.map(([name, put]) => {
    const path = join(directory, `my ${name}`);
    put(path, outside);
    return path;
  });
  for (const name of ["notes.txt", "body.br.bak", ".hidden", "models.jsonl~", "old.tmp"]) {
    const path = join(directory, name);
    writeFileSync(path, `mine: ${name}`);
    paths.push(path);
  }
  for (const name of ["empty", ".new-ideas", "0123456789abcdef"]) {
    const path = join(directory, name);
    mkdirSync(path);
    paths.push(path);
  }
  return paths;
}

/** Puts something in the place of whatever is there. */
export function putInPlace(
  path: string,
  put: (path: string, outside: Outside) => void,
  outside: Outside,
): void {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(dirname(path), { recursive: true });
  put(path, outside);
}

/** The paths and all below them. */
export function allBelow(paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    lstatSync(path).isDirectory()
      ? [path, ...allBelow(readdirSync(path).map((name) => join(path, name)))]
      : [path],
  );
}

/** What stands at each path: kind, content, target, and which file it is. */
export function census(paths: readonly string[]): string[] {
  return paths.map((path) => {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) return `${path} is gone`;
    const which = `${path} #${stats.ino}`;
    if (stats.isDirectory()) return `${which} folder`;
    if (stats.isSymbolicLink()) return `${which} link to ${readlinkSync(path)}`;
    if (stats.isFile()) {
      const content = readFileSync(path, "latin1").slice(0, 80);
      return `${which} file x${stats.nlink} of ${stats.size}: ${content}`;
    }
    return `${which} special ${stats.mode}`;
  });
}
