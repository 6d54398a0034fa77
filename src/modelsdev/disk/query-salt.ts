import { ModelForgeError, type Warning } from "../../failure.ts";
import { exactlyOneOf } from "../../places/layout.ts";
import { Place } from "../../places/place.ts";
import type { Removed } from "../../places/remove-ours.ts";
import { isShortage } from "../../places/shortage.ts";
import type { Codec, Files } from "../../system/ports.ts";
import { Generation } from "./generation.ts";
import { ourLayout, sourceKeyPattern } from "./layout.ts";
import { saltName, storeVersion } from "./names.ts";
import { readSalt, saltText } from "./read-salt.ts";
import { StoreReader } from "./store-reader.ts";

type SaltMachine = { files: Files; codec: Codec };

/** What an address with a query is mixed with before it names a cache. */
export class QuerySalt {
  /** What a person should know of it. */
  readonly warnings: Warning[] = [];
  /** Whether one is needed and cannot be kept: the next command could not find what this one keeps. */
  isLost = false;
  readonly #directory: string | undefined;
  readonly #machine: SaltMachine;

  constructor(cacheDirectory: string | undefined, machine: SaltMachine) {
    this.#directory = cacheDirectory;
    this.#machine = machine;
  }

  /** The salt of the cache, made for the first address with a query; undefined where there is no place for it. */
  read(): string | undefined {
    const directory = this.#directory;
    if (directory === undefined) return undefined;
    try {
      return readSalt(directory, this.#machine) ?? this.#make(directory);
    } catch (error) {
      if (!(error instanceof ModelForgeError)) throw error;
      this.isLost = true;
      const message = `nothing is kept of an address with a query: ${error.message}; ${remedyOf(error)}`;
      this.warnings.push({ code: "cache.unwritable", message });
      return undefined;
    }
  }

  #make(directory: string): string {
    const { files, codec } = this.#machine;
    const salt = codec.randomHex(16);
    const path = `${directory}/${saltName}`;
    const place = new Place(directory, ourLayout, files);
    place.makeDirectory();
    const isThere = files.info(path) !== undefined;
    // another process was faster
    const theirs = isThere ? readSalt(directory, this.#machine) : undefined;
    if (theirs !== undefined) return theirs;
    if (isThere && !place.isOurs) throw foreign(path);
    const orphans = saltedCaches(directory, this.#machine);
    const text = saltText(salt, orphans);
    try {
      if (isThere) files.replace(path, text);
      else files.write(path, text);
    } catch (error) {
      const another = isThere ? undefined : readSalt(directory, this.#machine);
      if (another === undefined) throw error;
      return another;
    }
    if (isThere || orphans.length > 0) this.warnings.push(madeAnew(path, isThere, orphans.length));
    return salt;
  }
}

/** Removes the salt; in somebody's directory where its content proves it. */
export function removeSalt(place: Place, machine: SaltMachine): Removed {
  if (place.isOurs) return place.remove([saltName]);
  const isProven = orUnread(() => readSalt(place.root, machine)) !== undefined;
  return place.removeNamed({ files: exactlyOneOf(isProven ? [saltName] : []) }, [saltName]);
}

function orUnread<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ModelForgeError) return undefined;
    throw error;
  }
}

/** Caches of addresses with a query, which a new salt gives other names. */
function saltedCaches(cacheDirectory: string, machine: SaltMachine): string[] {
  const keys = machine.files.list(`${cacheDirectory}/${storeVersion}`) ?? [];
  return keys.filter((key) => sourceKeyPattern.test(key) && isSalted(cacheDirectory, key, machine));
}

function isSalted(cacheDirectory: string, key: string, machine: SaltMachine): boolean {
  const source = orUnread(() => {
    const store = new StoreReader(cacheDirectory, key, machine);
    const pointer = store.readPointer();
    return pointer && Generation.open(store.pathOf(pointer.generation), machine).manifest.source;
  });
  // the address as it is shown, where a query is left out
  return source !== undefined && /^https?:.*…$/.test(source);
}

function madeAnew(path: string, isThere: boolean, orphans: number): Warning {
  const caches = orphans === 1 ? "1 cache" : `${orphans} caches`;
  const rest = orphans === 0 ? "" : `, and modelforge cache prune removes ${caches} of before`;
  return {
    code: "cache.damaged",
    message: `damaged: ${path} ${isThere ? "is not as it was written" : "is missing"}; it was made anew, so that addresses with a query begin new caches${rest}`,
  };
}

function foreign(path: string): ModelForgeError {
  return new ModelForgeError("file.unwritable", {
    message: `cannot write ${path}: something stands there that ModelForge did not make`,
    hint: "move it away, or set MODELFORGE_CACHE_DIR to an empty directory",
    details: { path, reason: "EEXIST" },
  });
}

function remedyOf(error: ModelForgeError): string {
  const { code, hint = "", details } = error;
  const { path, reason } = details;
  if (code !== "file.unreadable" || isShortage(error)) return hint;
  if (reason !== "EACCES" && reason !== "EPERM") return "move it away";
  return `sudo chown "$(id -u)" '${String(path).replaceAll("'", String.raw`'\''`)}' gives it back`;
}
