import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  lstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { Script } from "node:vm";
import { filesIn, isLeftover, remove } from "./files.ts";
import { asKept, type ScriptFacts } from "./format.ts";
import { isUnfinished } from "./names.ts";
import { cachesOf, givenAbove, mostBytes, placeIn, type Variables } from "./place.ts";
import { doubtAbout, doubtAbove, isPlainFileOfOurs } from "./trust.ts";

/** What V8 compiled anew in this process. */
export interface Compiled {
  /** The name it is kept under. */
  name: string;
  script: Pick<Script, "createCachedData">;
  facts: ScriptFacts;
}

// `--liftoff-only`, set before the first request, changes two more
const flagsAtStart = "--no-liftoff-only --wasm-tier-up --wasm-dynamic-tiering";

/**
 * Keeps what V8 compiled for the next start, on the second use: many scripts are never run again, and what V8 compiled
 * takes long to get hold of. Where that cannot be done, the next start compiles again.
 */
export function keepCode(variables: Variables, compiled: readonly Compiled[]): void {
  try {
    const directory = directoryToWrite(variables);
    if (directory === undefined) return;
    const written = compiled.filter((one) => markOrWrite(directory, one)).map(({ name }) => name);
    if (written.length > 0) makeRoom(directory, written);
  } catch {
    // a read-only or full disk costs the next start its shortcut
  }
}

/** Makes what is missing, in nobody else's directory. */
function directoryToWrite(variables: Variables): string | undefined {
  const caches = cachesOf(variables);
  if (caches === undefined) return undefined;
  if (!existsSync(caches)) {
    if (doubtAbove(realpathSync.native(dirname(caches))) !== undefined) return undefined;
    makeDirectory(caches);
  }
  const place = placeIn(caches);
  const doubt = givenAbove(place, variables) ?? doubtAbove(place.caches);
  if (doubt !== undefined) return undefined;
  makeDirectory(place.ours);
  makeDirectory(place.directory);
  return doubtAbout(place, variables) === undefined ? place.directory : undefined;
}

function makeDirectory(path: string): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return;
    throw error;
  }
  // a umask may have taken from the user, too
  chmodSync(path, 0o700);
}

const { O_CREAT, O_EXCL, O_WRONLY, O_NOFOLLOW } = constants;

/** Says whether it wrote what was compiled: where nothing was under the name, it leaves an empty file and no more. */
function markOrWrite(directory: string, { name, script, facts }: Compiled): boolean {
  const path = join(directory, name);
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) {
    closeSync(openForUs(path));
    return false;
  }
  // a directory, a link, a file of somebody else: not written over
  if (!isPlainFileOfOurs(stats) || isTooYoung(facts)) return false;
  // V8 takes back only what was kept under the flags it starts with
  setFlagsFromString(flagsAtStart);
  write(path, asKept(script.createCachedData(), facts));
  return true;
}

/**
 * What changes within one step of a file system's clock has the same time before and after. On ext3, HFS+ and FAT, which
 * show whole seconds, that is up to two of them. A time ahead of ours tells nothing.
 */
function isTooYoung({ ctimeMs }: ScriptFacts): boolean {
  const step = ctimeMs % 1000 === 0 ? 3000 : 100;
  return Date.now() - ctimeMs < step;
}

function write(path: string, kept: Uint8Array): void {
  const beside = `${path}.${process.pid}-${Date.now()}.tmp`;
  const descriptor = openForUs(beside);
  try {
    writeFileSync(descriptor, kept);
    renameSync(beside, path);
  } catch (error) {
    remove(beside);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

/** A new file for this user alone. */
function openForUs(path: string): number {
  const descriptor = openSync(path, O_CREAT | O_EXCL | O_WRONLY | O_NOFOLLOW, 0o600);
  try {
    // a umask may have taken from the user, too
    fchmodSync(descriptor, 0o600);
    return descriptor;
  } catch (error) {
    closeSync(descriptor);
    remove(path);
    throw error;
  }
}

/** Removes what killed processes left, and then the oldest, until all together fits. */
function makeRoom(directory: string, justWritten: readonly string[]): void {
  const files = filesIn(directory);
  const finished = files.filter(({ name }) => !isUnfinished(name));
  const removable = [
    ...files.filter(isLeftover),
    ...finished.filter(({ name }) => !justWritten.includes(name)).sort((a, b) => b.ageMs - a.ageMs),
  ];
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  for (const file of removable) {
    if (bytes <= mostBytes && !isLeftover(file)) return;
    remove(join(directory, file.name));
    bytes -= file.bytes;
  }
}
