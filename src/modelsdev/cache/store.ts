import { ModelForgeError } from "../../failure.ts";
import type { Codec, Files, Lock, Process } from "../../system/ports.ts";
import type { CatalogBody } from "../body.ts";
import { digestOf } from "../body.ts";
import { damaged, Generation } from "./generation.ts";
import { manifestFile, type Pointer } from "./manifest.ts";
import { seal, unseal } from "./sealed.ts";

export type StoreMachine = { files: Files; codec: Codec; process: Pick<Process, "uniqueName"> };

/** Raised when files of an older layout could no longer be told from damaged ones. */
const storeVersion = "v1";
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
  readonly #machine: StoreMachine;

  constructor(cacheDirectory: string, sourceKey: string, machine: StoreMachine) {
    this.cacheDirectory = cacheDirectory;
    this.sourceKey = sourceKey;
    this.directory = `${cacheDirectory}/${storeVersion}/${sourceKey}`;
    this.#machine = machine;
  }

  /** The caches of all sources, this one among them. */
  siblings(): Store[] {
    const keys = this.#machine.files.list(`${this.cacheDirectory}/${storeVersion}`) ?? [];
    return keys.map((key) =>
      key === this.sourceKey ? this : new Store(this.cacheDirectory, key, this.#machine),
    );
  }

  /** Throws `cache.damaged` where there is a pointer that is not as it was written. */
  readPointer(): Pointer | undefined {
    const path = this.#pointerPath;
    try {
      const bytes = this.#machine.files.read(path);
      if (bytes === undefined) return undefined;
      const pointer = unseal<Pointer>(bytes, this.#machine.codec);
      if (pointer !== undefined) return pointer;
    } catch (error) {
      if (!(error instanceof ModelForgeError)) throw error;
      throw damaged(path, `cannot be read (${String(error.details.reason)})`);
    }
    throw damaged(path, "is not as it was written");
  }

  /** Makes a generation the one that answers, in one step. */
  writePointer(pointer: Pointer): void {
    const { files, codec } = this.#machine;
    // a directory in its place cannot be renamed over
    if (files.info(this.#pointerPath)?.kind === "directory") this.quarantine(this.#pointerPath);
    files.replace(this.#pointerPath, seal(pointer, codec));
  }

  openGeneration(name: string): Generation {
    return Generation.open(this.pathOf(name), this.#machine);
  }

  pathOf(generation: string): string {
    return `${this.directory}/generations/${generation}`;
  }

  /** Names of all generations on disk, whatever state they are in; none where another user's may not be looked at. */
  generationNames(): string[] {
    try {
      const names = this.#machine.files.list(`${this.directory}/generations`) ?? [];
      return names.filter((name) => !name.startsWith(newPrefix));
    } catch (error) {
      if (error instanceof ModelForgeError && error.code === "file.unreadable") return [];
      throw error;
    }
  }

  /** All generations whose manifest is whole, newest first. */
  generations(): Generation[] {
    const opened: Generation[] = [];
    for (const name of this.generationNames()) {
      try {
        opened.push(this.openGeneration(name));
      } catch (error) {
        if (!(error instanceof ModelForgeError) || error.code !== "cache.damaged") throw error;
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

  /** Takes something damaged out of the way, keeping it for whoever wants to look. */
  quarantine(path: string): void {
    const { files, process } = this.#machine;
    const place = `${this.directory}/quarantine`;
    files.makeDirectory(place);
    const name = path.slice(path.lastIndexOf("/") + 1);
    files.rename(path, `${place}/${name}-${process.uniqueName()}`);
  }

  /** Keeps a catalog that was not accepted; gives its path. */
  keepRefused(body: Uint8Array, digest: string): string {
    const { files, codec } = this.#machine;
    const path = `${this.directory}/refused/${digest.slice(0, 16)}.json.br`;
    files.makeDirectory(`${this.directory}/refused`);
    files.replace(path, codec.compress(body));
    return path;
  }

  /** One refresh at a time, over all processes. */
  lock(): Promise<Lock | undefined> {
    return this.#machine.files.lock(`${this.directory}/refresh`);
  }

  remove(name: string): void {
    // without its manifest a half-removed generation is no generation any more
    this.#machine.files.remove(`${this.pathOf(name)}/${manifestFile}`);
    this.#machine.files.remove(this.pathOf(name));
  }

  get #pointerPath(): string {
    return `${this.directory}/current.json`;
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

/** Where a generation is written before it gets its name. */
export const newPrefix = ".new-";
