import type { FileInfo } from "../../system/ports.ts";
import { systemError } from "../../system/real/file-codes.ts";

/** What stands on the disk under one or more names. */
export interface Entry {
  number: number;
  kind: "file" | "directory" | "link" | "other";
  /** Of a file. */
  bytes: Uint8Array;
  /** Of a directory. */
  entries: Map<string, Entry>;
  /** Of a link: the path it leads to. */
  target: string;
  modifiedMs: number;
  changedMs: number;
  /** Names of a file. */
  names: number;
  owner: FileInfo["owner"];
  /** Whether others may write it. */
  isOpen: boolean;
  /** Whether its own user may not write it. */
  isReadOnly: boolean;
  /** Whether others may read it. */
  isShared: boolean;
}

/** Where a path leads: a name in a directory, and what stands there. */
export interface Place {
  directory: Entry;
  /** `.`, `..` or nothing where the path ends so: it names the directory itself. */
  name: string;
  entry: Entry | undefined;
}

/** The same with the way to it. */
export interface Found extends Place {
  /** Names from the root, links followed. */
  steps: readonly string[];
}

const mostLinks = 40;
const longestName = 255;
const longestPath = 4_095;
const encoder = new TextEncoder();

/** The files of a machine, in memory, as Linux keeps them. Throws the system's errors. */
export class Disk {
  /** Bytes that can be written until it is full. */
  free = Number.POSITIVE_INFINITY;
  /** Paths at and below which nothing can be changed. */
  readonly readOnly = new Set<string>();
  readonly root: Entry;
  readonly #now: () => number;
  #made = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.root = this.make("directory");
  }

  make(kind: Entry["kind"], target = ""): Entry {
    this.#made += 1;
    const now = this.#now();
    const about = { bytes: new Uint8Array(), entries: new Map<string, Entry>(), target };
    const times = { modifiedMs: now, changedMs: now };
    const rights = {
      owner: "self",
      isOpen: false,
      isReadOnly: false,
      isShared: false,
    } as const;
    return { number: this.#made, kind, ...about, ...times, names: 0, ...rights };
  }

  /** `follow`: also a link that stands at the end of the path. */
  find(path: string, follow: boolean): Found {
    if (path === "") throw systemError("ENOENT", "there is no name");
    if (path.includes("\0")) throw systemError("ERR_INVALID_ARG_VALUE", "no path holds that");
    if (encoder.encode(path).length > longestPath) throw systemError("ENAMETOOLONG", path);
    const left = partsOf(path);
    const trail = [this.root];
    const steps: string[] = [];
    let links = 0;
    let special = "";
    for (;;) {
      const directory = trail.at(-1) as Entry;
      const name = left.shift();
      if (name === undefined) return { directory, name: special, entry: directory, steps };
      if (directory.kind !== "directory") throw systemError("ENOTDIR", "it is no directory");
      if (encoder.encode(name).length > longestName) throw systemError("ENAMETOOLONG", name);
      if (name === "." || name === "..") {
        special = name;
        if (name === ".." && trail.length > 1) {
          trail.pop();
          steps.pop();
        }
        continue;
      }
      const entry = directory.entries.get(name);
      const isLast = left.length === 0;
      if (entry?.kind === "link" && (!isLast || follow)) {
        links += 1;
        if (links > mostLinks) throw systemError("ELOOP", "links lead in a circle");
        if (entry.target.startsWith("/")) trail.length = 1;
        steps.length = trail.length - 1;
        left.unshift(...partsOf(entry.target));
      } else if (isLast) return { directory, name, entry, steps: [...steps, name] };
      else if (entry === undefined) throw systemError("ENOENT", "there is nothing");
      else {
        trail.push(entry);
        steps.push(name);
      }
    }
  }

  /** What stands there. Throws where nothing does. */
  get(path: string, follow: boolean): Entry {
    const { entry } = this.find(path, follow);
    if (entry === undefined) throw systemError("ENOENT", "there is nothing");
    return entry;
  }

  /** Gives an entry a name that is free. */
  enter({ directory, name }: Place, entry: Entry): void {
    directory.entries.set(name, entry);
    entry.names += 1;
    entry.changedMs = this.#now();
    this.date(directory);
  }

  /** Takes a name away; without its last one a file takes no room any more. */
  leave({ directory, name, entry }: Place): void {
    directory.entries.delete(name);
    this.date(directory);
    if (entry === undefined) return;
    entry.names -= 1;
    entry.changedMs = this.#now();
    if (entry.names === 0) this.free += entry.bytes.length;
  }

  /** Adds bytes to the end of a file; as many as there is room for. Whether all were. */
  extend(file: Entry, bytes: Uint8Array): boolean {
    const kept = bytes.subarray(0, Math.max(0, this.free));
    this.free -= kept.length;
    const whole = new Uint8Array(file.bytes.length + kept.length);
    whole.set(file.bytes);
    whole.set(kept, file.bytes.length);
    file.bytes = whole;
    this.date(file);
    return kept.length === bytes.length;
  }

  /** Throws where nothing may be changed at a path, which is absolute. */
  checkWritable(path: string): void {
    const isBelow = [...this.readOnly].some((one) => path === one || path.startsWith(`${one}/`));
    if (isBelow) throw systemError("EROFS", "nothing can be changed there");
  }

  /** Says when the content changed last; that it was said is noted. */
  date(entry: Entry, modifiedMs = this.#now()): void {
    entry.modifiedMs = modifiedMs;
    entry.changedMs = this.#now();
  }
}

/** With a slash at its end a path means the directory that it leads to. */
function partsOf(path: string): string[] {
  const parts = path.split("/").filter((part) => part !== "");
  return path.endsWith("/") && parts.length > 0 ? [...parts, "."] : parts;
}
