import { ModelForgeError } from "../../failure.ts";
import { exactlyOneOf, type Layout } from "../../places/layout.ts";
import { Place } from "../../places/place.ts";
import {
  addTo,
  isAllOurs,
  listed,
  nothingRemoved,
  type Removed,
} from "../../places/remove-ours.ts";
import type { Codec, Files, Lock, Process } from "../../system/ports.ts";
import type { CatalogBody } from "../body.ts";
import { digestOf } from "../body.ts";
import { Generation } from "./generation.ts";
import {
  cacheLayout,
  generationLayout,
  gonePrefix,
  isGenerationName,
  storeVersion,
} from "./layout.ts";
import { isPointer, manifestFile, type Pointer, sumsFile } from "./manifest.ts";
import { damaged, damagedIfSo, isDamage, isForbidden } from "./read-errors.ts";
import { seal, unseal } from "./sealed.ts";

export type StoreMachine = { files: Files; codec: Codec; process: Pick<Process, "uniqueName"> };

const largestBody = 256 * 1024 * 1024;

/**
 * The cache of one source:
 *
 *     <cache>/v1/models.dev-8a1f03bc/current.json
 *                                   /generations/5f0c36a1e2d4b8c7-1/manifest.json, body.br, columns.bin, …
 *                                   /refused/…      catalogs that were not accepted
 *                                   /quarantine/…   what was found damaged
 */
export class Store {
  readonly directory: string;
  readonly sourceKey: string;
  readonly cacheDirectory: string;
  readonly place: Place;
  readonly #machine: StoreMachine;

  constructor(cacheDirectory: string, sourceKey: string, machine: StoreMachine, place?: Place) {
    this.cacheDirectory = cacheDirectory;
    this.sourceKey = sourceKey;
    this.directory = `${cacheDirectory}/${storeVersion}/${sourceKey}`;
    this.place = place ?? new Place(cacheDirectory, cacheLayout, machine.files);
    this.#machine = machine;
  }

  /** The caches of all sources, this one among them. */
  siblings(): Store[] {
    const keys = this.#machine.files.list(`${this.cacheDirectory}/${storeVersion}`) ?? [];
    return keys
      .filter(
        (key) =>
          this.#machine.files.info(`${this.cacheDirectory}/${storeVersion}/${key}`)?.kind ===
          "directory",
      )
      .map((key) =>
        key === this.sourceKey
          ? this
          : new Store(this.cacheDirectory, key, this.#machine, this.place),
      );
  }

  /** Throws `cache.damaged` where there is a pointer that is not as it was written. */
  readPointer(): Pointer | undefined {
    const path = this.#pointerPath;
    const bytes = damagedIfSo(path, () => this.#machine.files.read(path));
    if (bytes === undefined) return undefined;
    const pointer = unseal(bytes, this.#machine.codec);
    if (isPointer(pointer) && isGenerationName(pointer.generation)) return pointer;
    throw damaged(path, "is not as it was written");
  }

  /** Makes a generation the one that answers, in one step. */
  writePointer(pointer: Pointer): void {
    const { files, codec } = this.#machine;
    this.makeDirectory();
    // a directory in its place cannot be renamed over
    if (files.info(this.#pointerPath)?.kind === "directory") this.quarantine("current.json");
    else if (!this.place.isOurs) this.#refuseForeignPointer();
    files.replace(this.#pointerPath, seal(pointer, codec));
  }

  /** Throws `cache.damaged` where its manifest is missing or not as it was written. */
  openGeneration(name: string): Generation {
    return Generation.open(this.pathOf(name), this.#machine);
  }

  pathOf(generation: string): string {
    return `${this.directory}/generations/${generation}`;
  }

  /** Makes a directory of this source's cache and gives its path. */
  makeDirectory(...names: readonly string[]): string {
    return this.place.makeDirectory(storeVersion, this.sourceKey, ...names);
  }

  /** Names of all generations on disk, whatever state they are in; none where another user's may not be looked at. */
  generationNames(): string[] {
    const { files } = this.#machine;
    try {
      const names = files.list(`${this.directory}/generations`) ?? [];
      return names.filter(
        (name) => isGenerationName(name) && files.info(this.pathOf(name))?.kind === "directory",
      );
    } catch (error) {
      if (isForbidden(error)) return [];
      throw error;
    }
  }

  /** All generations whose manifest is whole and may be read, newest first. */
  generations(): Generation[] {
    const opened: Generation[] = [];
    for (const name of this.generationNames()) {
      try {
        opened.push(this.openGeneration(name));
      } catch (error) {
        if (!isDamage(error) && !isForbidden(error)) throw error;
      }
    }
    return opened.sort((a, b) => (a.manifest.fetchedAt < b.manifest.fetchedAt ? 1 : -1));
  }

  /** The body a generation was made from, proved by its digest even where its manifest is lost. */
  readBody(name: string): CatalogBody | undefined {
    const catalog = this.#readCompressed(`${this.pathOf(name)}/body.br`);
    if (catalog === undefined) return undefined;
    const facts = this.#readCompressed(`${this.pathOf(name)}/facts.br`);
    const body = { catalog, facts, etag: undefined, factsEtag: undefined };
    return name.startsWith(digestOf(body, this.#machine.codec).slice(0, 16)) ? body : undefined;
  }

  /** Takes something damaged of ours out of the way, keeping it for whoever wants to look; what may be another's stays. */
  quarantine(path: string): void {
    const { files, process } = this.#machine;
    const from = `${this.directory}/${path}`;
    const kind = files.info(from)?.kind;
    const isOurs =
      kind === "directory" ? isAllOurs(from, generationLayout, files) : kind === "file";
    if (!isOurs || !this.place.isOurs) return;
    const place = this.makeDirectory("quarantine");
    const name = path.slice(path.lastIndexOf("/") + 1);
    files.rename(from, `${place}/${name}-${process.uniqueName()}`);
  }

  quarantineGeneration(name: string): void {
    this.quarantine(`generations/${name}`);
  }

  /** Keeps a catalog that was not accepted; gives its path. */
  keepRefused(body: Uint8Array, digest: string): string {
    const path = `${this.makeDirectory("refused")}/${digest.slice(0, 16)}.json.br`;
    this.#machine.files.replace(path, this.#machine.codec.compress(body));
    return path;
  }

  /** One refresh at a time, over all processes. */
  async lock(): Promise<Lock | undefined> {
    this.makeDirectory();
    return this.#machine.files.lock(`${this.directory}/refresh`);
  }

  /** Removes a generation; whoever looks meanwhile finds it whole or not at all. */
  remove(name: string): Removed {
    const { files, process } = this.#machine;
    const path = this.pathOf(name);
    if (!this.place.isOurs) return this.removeFilesOf(name, this.#namesIn(name));
    // what is somebody else's in it stays where it is
    if (!isAllOurs(path, generationLayout, files)) return this.removeOther("generations", name);
    const gone = `${gonePrefix}${process.uniqueName()}`;
    try {
      files.rename(path, this.pathOf(gone));
    } catch (error) {
      if (!(error instanceof ModelForgeError)) throw error;
      const isGone = files.info(path) === undefined;
      return { ...nothingRemoved(), refused: isGone ? [] : [path] };
    }
    return this.removeOther("generations", gone);
  }

  /** Removes files of a generation by their names, and its directory if nothing else is left in it. */
  removeFilesOf(generation: string, names: readonly string[]): Removed {
    const layout: Layout = { directories: [[/./, { files: exactlyOneOf(names) }]] };
    const path = [storeVersion, this.sourceKey, "generations", generation];
    return this.place.removeNamed(layout, ...path);
  }

  removePointer(): void {
    const isOurs = this.place.isOurs || this.#isSealedPointer();
    if (isOurs && this.#machine.files.info(this.#pointerPath)?.kind === "file") {
      this.#machine.files.removeFile(this.#pointerPath);
    }
  }

  /** Removes something of this source's besides its generations, if it is ours. */
  removeOther(...names: readonly string[]): Removed {
    return this.place.remove(storeVersion, this.sourceKey, ...names);
  }

  /** Removes all that is ours of this source but the lock, which whoever calls this holds. */
  removeAll(): Removed {
    const removed = nothingRemoved();
    // without it no process is led to what is about to go
    this.removePointer();
    const { files } = this.#machine;
    for (const name of listed(`${this.directory}/generations`, files, removed)) {
      addTo(removed, this.remove(name));
    }
    for (const name of listed(this.directory, files, removed)) {
      if (!name.startsWith("refresh.lock")) addTo(removed, this.removeOther(name));
    }
    return removed;
  }

  get #pointerPath(): string {
    return `${this.directory}/current.json`;
  }

  /** Names of the files that a manifest proves to be ours, the manifest last; none where there is no whole one. */
  #namesIn(generation: string): string[] {
    try {
      const { files } = this.openGeneration(generation).manifest;
      return [...files.map(({ name }) => name), sumsFile, manifestFile];
    } catch (error) {
      if (isDamage(error) || isForbidden(error)) return [];
      throw error;
    }
  }

  #isSealedPointer(): boolean {
    try {
      return this.readPointer() !== undefined;
    } catch (error) {
      if (isDamage(error) || isForbidden(error)) return false;
      throw error;
    }
  }

  /** In somebody's directory a file of that name need not be ours. */
  #refuseForeignPointer(): void {
    if (this.#machine.files.info(this.#pointerPath) === undefined || this.#isSealedPointer())
      return;
    throw new ModelForgeError("file.unwritable", {
      message: `cannot write ${this.#pointerPath}: another file of that name is there, in a directory that is not ModelForge's alone`,
      hint: "move the file away, or set MODELFORGE_CACHE_DIR to an empty directory",
      details: { path: this.#pointerPath, reason: "EEXIST" },
    });
  }

  #readCompressed(path: string): Uint8Array | undefined {
    const { files, codec } = this.#machine;
    try {
      const bytes = files.read(path);
      return bytes === undefined ? undefined : codec.decompress(bytes, largestBody);
    } catch (error) {
      if (error instanceof ModelForgeError) return undefined;
      throw error;
    }
  }
}
