import type { Codec, ReadingFiles } from "../../system/ports.ts";
import { isPointer, type Pointer } from "./manifest.ts";
import { isGenerationName, preparedName, storeVersion } from "./names.ts";
import { PreparedCatalog } from "./prepared-catalog.ts";
import { damaged, damagedIfSo } from "./read-errors.ts";
import { unseal } from "./sealed.ts";

type ReaderMachine = { files: ReadingFiles; codec: Codec };

/**
 * What answers from the cache of one source:
 *
 *     <cache>/v1/models.dev-8a1f03bc/current.json
 *                                   /generations/5f0c36a1e2d4b8c7-0/manifest.json, body.br, …
 *                                   /prepared/5f0c36a1e2d4b8c7-8/manifest.json, columns.bin, …
 *                                   /refused/…      catalogs that were not accepted
 *                                   /quarantine/…   what was found damaged
 */
export class StoreReader {
  readonly directory: string;
  readonly sourceKey: string;
  readonly cacheDirectory: string;
  readonly #machine: ReaderMachine;

  constructor(cacheDirectory: string, sourceKey: string, machine: ReaderMachine) {
    this.cacheDirectory = cacheDirectory;
    this.sourceKey = sourceKey;
    this.directory = `${cacheDirectory}/${storeVersion}/${sourceKey}`;
    this.#machine = machine;
  }

  /** Throws `cache.damaged` where there is a pointer that is not as it was written. */
  readPointer(): Pointer | undefined {
    const path = this.pointerPath;
    const bytes = damagedIfSo(path, () => this.#machine.files.read(path));
    if (bytes === undefined) return undefined;
    const pointer = unseal(bytes, this.#machine.codec);
    if (isPointer(pointer) && isGenerationName(pointer.generation)) return pointer;
    throw damaged(path, "is not as it was written");
  }

  /**
   * What this version worked out of a generation, where it lies in its usual place; undefined where it does not.
   * Throws `cache.damaged`.
   */
  openPrepared(generation: string): PreparedCatalog | undefined {
    return PreparedCatalog.open(this.preparedPathOf(preparedName(generation)), this.#machine);
  }

  pathOf(generation: string): string {
    return `${this.directory}/generations/${generation}`;
  }

  preparedPathOf(name: string): string {
    return `${this.directory}/prepared/${name}`;
  }

  get pointerPath(): string {
    return `${this.directory}/current.json`;
  }
}
