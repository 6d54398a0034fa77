import { ModelForgeError } from "../failure.ts";
import type { Files } from "../system/ports.ts";
import { insideAt, type Layout, withoutFiles } from "./layout.ts";
import { lookAtMarker, markerName, markerText } from "./marker.ts";
import {
  isAllOurs,
  lookedAt,
  nothingRemoved,
  onlyEmptied,
  type Removed,
  type Removing,
  removeEntry,
  tolerating,
} from "./remove-ours.ts";

const mostTries = 3;

/**
 * A directory that was given, by a variable, an option or a default: what this tool made there is its own.
 *
 * A marker says so. It is written where nothing is found but names of the layout, so into a directory just made,
 * an empty one, and the cache of an earlier version. A directory with anything else in it is somebody's: it is
 * used, never marked, and nothing is removed from it but what our own manifests name.
 */
export class Place {
  readonly root: string;
  readonly #layout: Layout;
  readonly #files: Files;
  /** Of somebody's place: directories that were made here, or from which something of ours went. */
  readonly #emptied = new Set<string>();
  #isOurs: boolean | undefined;

  constructor(root: string, layout: Layout, files: Files) {
    this.root = root;
    this.#layout = layout;
    this.#files = files;
  }

  /** Whether what bears a name of ours is ours. */
  get isOurs(): boolean {
    // one that is made only later is to be marked then
    return (this.#isOurs ??= this.#isThere() ? this.#isMarked() : undefined) ?? false;
  }

  /** Makes a directory of the layout and gives its path. Throws `file.unwritable`, also where a link would lead out of the place. */
  makeDirectory(...names: readonly string[]): string {
    for (let tries = 1; ; tries += 1) {
      try {
        return this.#makeDirectory(names);
      } catch (error) {
        // another process has just removed an empty one
        const isGone = error instanceof ModelForgeError && error.details.reason === "ENOENT";
        if (!isGone || tries === mostTries) throw error;
      }
    }
  }

  #makeDirectory(names: readonly string[]): string {
    this.#files.makeDirectory(this.root);
    // before anything of ours is in it
    void this.isOurs;
    let path = this.root;
    for (const name of names) {
      path = `${path}/${name}`;
      // what may not be looked at cannot be made either, and is told so
      const isNew = lookedAt(path, this.#files, nothingRemoved()) === undefined;
      this.#files.makeDirectory(path);
      if (isNew && !this.isOurs) this.#emptied.add(path);
      this.#refuseLink(path);
    }
    return path;
  }

  /** Throws `file.unwritable` where a directory on the way is a link: what is written or moved would be elsewhere. */
  checkWay(...names: readonly string[]): void {
    for (let length = 1; length <= names.length; length += 1) {
      this.#refuseLink(this.pathOf(names.slice(0, length)));
    }
  }

  /**
   * Removes what is ours at a path of the layout; of a directory all that is ours in it, and itself if nothing else is.
   * In somebody's place that is directories which this very run has emptied: no name proves anything.
   * With `onlyLooking` it says what it would remove.
   */
  remove(names: readonly string[], files: Removing = this.#files): Removed {
    const layout = insideAt(this.#layout, names.slice(0, -1));
    const known = layout ?? {};
    return this.removeNamed(this.isOurs ? known : withoutFiles(known), names, files);
  }

  /** The same where a manifest of ours, not a name, proves what is ours: `layout` is that of the directory above. */
  removeNamed(layout: Layout, names: readonly string[], using: Removing = this.#files): Removed {
    const files = this.#removing(using);
    const removed = nothingRemoved();
    const way = names.slice(0, -1);
    for (let length = 1; length <= way.length; length += 1) {
      const path = this.pathOf(way.slice(0, length));
      const kind = lookedAt(path, files, removed)?.kind;
      if (kind === "directory") continue;
      // what is behind a link is not looked at
      if (kind !== undefined) removed.foreign.push(path);
      return removed;
    }
    return removeEntry(this.pathOf(way), names.at(-1) ?? "", layout, files, removed);
  }

  /** Removes a directory in which nothing is; in somebody's place only one that this very run has emptied. */
  removeEmpty(names: readonly string[], files: Removing = this.#files): Removed {
    const removed = nothingRemoved();
    const path = this.pathOf(names);
    tolerating(path, removed, () => void this.#removing(files).removeDirectory(path));
    return removed;
  }

  #removing(files: Removing): Removing {
    return this.isOurs ? files : onlyEmptied(files, this.#emptied);
  }

  pathOf(names: readonly string[]): string {
    return [this.root, ...names].join("/");
  }

  #isThere(): boolean {
    try {
      return this.#files.target(this.root)?.kind === "directory";
    } catch (error) {
      // what cannot be looked at cannot be known
      if (error instanceof ModelForgeError) return false;
      throw error;
    }
  }

  #isMarked(): boolean {
    const marker = lookAtMarker(this.root, this.#files);
    if (marker === "whole") return true;
    if (marker === "foreign") return false;
    // without a marker a name proves little
    const read = marker === "absent" ? this.#files.read : undefined;
    if (!isAllOurs(this.root, this.#layout, this.#files, read)) return false;
    if (marker === "absent") this.#mark();
    return true;
  }

  #mark(): void {
    try {
      this.#files.replace(`${this.root}/${markerName}`, markerText);
    } catch (error) {
      // read-only or full: it is ours all the same
      if (!(error instanceof ModelForgeError)) throw error;
    }
  }

  #refuseLink(path: string): void {
    const kind = this.#files.info(path)?.kind;
    if (kind !== "link") return;
    throw new ModelForgeError("file.unwritable", {
      message: `cannot write below ${path}: it is a link, and what it leads to is not ModelForge's`,
      hint: `remove the link, or give its target as the directory itself`,
      details: { path, reason: "ELOOP" },
    });
  }
}
