import { ModelForgeError } from "../failure.ts";
import type { Files } from "../system/ports.ts";
import { insideOf, type Layout } from "./layout.ts";
import { isAllOurs, nothingRemoved, type Removed, removeEntry, removeOurs } from "./remove-ours.ts";

/** `<cache>/.model-forge` */
export const markerName = ".model-forge";
const markerStart = "This directory belongs to ModelForge";
const markerText = `${markerStart}: it removes what it made here, and nothing else.\n`;

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
  #isOurs: boolean | undefined;

  constructor(root: string, layout: Layout, files: Files) {
    this.root = root;
    this.#layout = layout;
    this.#files = files;
  }

  /** Whether what bears a name of ours is ours. */
  get isOurs(): boolean {
    this.#isOurs ??= this.#hasMarker() || this.#adopt();
    return this.#isOurs;
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
      this.#files.makeDirectory(path);
      this.#refuseLink(path);
    }
    return path;
  }

  /** Throws `file.unwritable` where a directory on the way is a link: what is written would land elsewhere. */
  checkWay(...names: readonly string[]): void {
    let path = this.root;
    for (const name of names) {
      path = `${path}/${name}`;
      this.#refuseLink(path);
    }
  }

  /** Removes what is ours at a path of the layout; of a directory all that is ours in it, and itself if nothing else is. */
  remove(...names: readonly string[]): Removed {
    const above = names.slice(0, -1);
    let layout: Layout | undefined = this.#layout;
    for (const name of above) layout = layout && insideOf(layout, name);
    if (layout === undefined || !this.isOurs) {
      return { ...nothingRemoved(), foreign: [this.#pathOf(names)] };
    }
    return this.removeNamed(layout, ...names);
  }

  /** The same where a manifest of ours, not a name, proves what is ours: `layout` is that of the directory above. */
  removeNamed(layout: Layout, ...names: readonly string[]): Removed {
    const name = names.at(-1);
    return name === undefined
      ? removeOurs(this.root, layout, this.#files)
      : removeEntry(this.#pathOf(names.slice(0, -1)), name, layout, this.#files);
  }

  #pathOf(names: readonly string[]): string {
    return [this.root, ...names].join("/");
  }

  #hasMarker(): boolean {
    try {
      const bytes = this.#files.read(`${this.root}/${markerName}`);
      return bytes !== undefined && new TextDecoder().decode(bytes).startsWith(markerStart);
    } catch (error) {
      if (error instanceof ModelForgeError) return false;
      throw error;
    }
  }

  #adopt(): boolean {
    try {
      if (this.#files.list(this.root) === undefined) return false;
      if (!isAllOurs(this.root, this.#layout, this.#files)) return false;
    } catch (error) {
      // what cannot be looked at cannot be known
      if (error instanceof ModelForgeError) return false;
      throw error;
    }
    try {
      this.#files.replace(`${this.root}/${markerName}`, markerText);
    } catch (error) {
      // read-only or full: it is ours all the same
      if (!(error instanceof ModelForgeError)) throw error;
    }
    return true;
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
