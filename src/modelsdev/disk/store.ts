import { ModelForgeError } from "../../failure.ts";
import { Place } from "../../places/place.ts";
import { listed, lookedAt, nothingRemoved } from "../../places/remove-ours.ts";
import type { Codec, Files, Lock, Process } from "../../system/ports.ts";
import { Generation } from "./generation.ts";
import { generationLayout, ourLayout, sourceKeyPattern } from "./layout.ts";
import { seen } from "./left-out.ts";
import { manifestFile, type Pointer } from "./manifest.ts";
import { isGenerationName, preparedName, type Room, storeVersion } from "./names.ts";
import { newestFirst } from "./order.ts";
import type { PreparedCatalog } from "./prepared-catalog.ts";
import { isDamage, isUnreadable } from "./read-errors.ts";
import { seal } from "./sealed.ts";
import { StoreReader } from "./store-reader.ts";
import { notOurs, type Unlike, unlikeManifest, unlikePointer } from "./unlike-ours.ts";

export type StoreMachine = { files: Files; codec: Codec; process: Pick<Process, "uniqueName"> };

/** The cache of one source, with everything that writes it. */
export class Store extends StoreReader {
  readonly place: Place;
  readonly #machine: StoreMachine;

  constructor(cacheDirectory: string, sourceKey: string, machine: StoreMachine, place?: Place) {
    super(cacheDirectory, sourceKey, machine);
    this.place = place ?? new Place(cacheDirectory, ourLayout, machine.files);
    this.#machine = machine;
  }

  /** Throws `cache.damaged` where its manifest is missing or not as it was written, `file.unreadable` where it is somebody's. */
  openGeneration(name: string): Generation {
    const path = this.pathOf(name);
    return this.#unlessUnlike(
      () => Generation.open(path, this.#machine),
      () => this.#unlikeManifest(path),
    );
  }

  override openPrepared(generation: string): PreparedCatalog | undefined {
    return this.#unlessUnlike(
      () => super.openPrepared(generation),
      () => this.#unlikeManifest(this.preparedPathOf(preparedName(generation))),
    );
  }

  /** Throws `cache.damaged` where there is a pointer that is not as it was written, `file.unreadable` where it is somebody's. */
  override readPointer(): Pointer | undefined {
    return this.#unlessUnlike(
      () => super.readPointer(),
      () => this.#unlikePointer(),
    );
  }

  /** What is somebody's is not damaged, whatever it holds. */
  #unlessUnlike<T>(read: () => T, look: () => Unlike | undefined): T {
    try {
      return read();
    } catch (error) {
      const unlike = isDamage(error) ? look() : undefined;
      throw unlike === undefined ? error : notOurs(unlike);
    }
  }

  #unlikePointer(): Unlike | undefined {
    return unlikePointer(this.pointerPath, this.place.isOurs, this.#machine.files);
  }

  #unlikeManifest(directory: string): Unlike | undefined {
    const path = `${directory}/${manifestFile}`;
    return unlikeManifest(path, this.place.isOurs, this.#machine.files);
  }

  /** What stands under names of ours and is somebody's by what it holds. */
  unlikeOurs(): Unlike[] {
    const pointer = this.#unlikePointer();
    const rooms = ["generations", "prepared"] as const;
    const manifests = rooms.flatMap((room) =>
      this.#directoriesIn(room).flatMap((path) => this.#unlikeManifest(path) ?? []),
    );
    return pointer === undefined ? manifests : [pointer, ...manifests];
  }

  /** The caches of all sources, this one among them. */
  siblings(): Store[] {
    return this.#sources(true).map((key) =>
      key === this.sourceKey
        ? this
        : new Store(this.cacheDirectory, key, this.#machine, this.place),
    );
  }

  /** What stands in the place of the caches of sources: nothing behind it is ours. */
  strangers(): string[] {
    const { files } = this.#machine;
    const directory = `${this.cacheDirectory}/${storeVersion}`;
    const kind = lookedAt(directory, files, nothingRemoved())?.kind;
    if (kind !== undefined && kind !== "directory") return [directory];
    return this.#sources(false).map((key) => `${directory}/${key}`);
  }

  #sources(areDirectories: boolean): string[] {
    const { files } = this.#machine;
    const unseen = nothingRemoved();
    const directory = `${this.cacheDirectory}/${storeVersion}`;
    if (lookedAt(directory, files, unseen)?.kind !== "directory") return [];
    return listed(directory, files, unseen).filter((key) => {
      if (!sourceKeyPattern.test(key)) return false;
      const kind = lookedAt(`${directory}/${key}`, files, unseen)?.kind;
      return kind !== undefined && (kind === "directory") === areDirectories;
    });
  }

  /** Makes a generation the one that answers, in one step. */
  writePointer(pointer: Pointer): void {
    const { files, codec, process } = this.#machine;
    this.makeDirectory();
    this.checkPointer();
    // a directory in its place cannot be renamed over
    if (files.info(this.pointerPath)?.kind === "directory") {
      this.setAside(["current.json"], [`current.json-${process.uniqueName()}`]);
    }
    files.replace(this.pointerPath, seal(pointer, codec));
  }

  /** Throws `file.unwritable` where something stands in the place of the pointer that may not be ours. */
  checkPointer(): void {
    const path = this.pointerPath;
    const unlike = this.#unlikePointer();
    if (unlike !== undefined) throw notOurs(unlike, "file.unwritable");
    if (this.#machine.files.info(path) === undefined) return;
    if (this.place.isOurs || this.isPointerSealed()) return;
    throw new ModelForgeError("file.unwritable", {
      message: `cannot write ${path}: something stands there that ModelForge did not make`,
      hint: "move it away, or set MODELFORGE_CACHE_DIR to an empty directory",
      details: { path, reason: "EEXIST" },
    });
  }

  /** Makes a directory of this source's cache and gives its path. */
  makeDirectory(...names: readonly string[]): string {
    return this.place.makeDirectory(storeVersion, this.sourceKey, ...names);
  }

  /** Names of all generations on disk, whatever state they are in; none where another user's may not be looked at. */
  generationNames(): string[] {
    return this.#namesIn("generations");
  }

  /** Names of all that was worked out of generations, by this version and by others. */
  preparedNames(): string[] {
    return this.#namesIn("prepared");
  }

  #namesIn(room: Room): string[] {
    const ours = this.#directoriesIn(room).filter((path) => this.#mayBeOurs(path));
    return ours.map((path) => path.slice(path.lastIndexOf("/") + 1));
  }

  #directoriesIn(room: Room): string[] {
    const { files } = this.#machine;
    const directory = `${this.directory}/${room}`;
    try {
      const names = (files.list(directory) ?? []).filter(isGenerationName);
      const paths = names.map((name) => `${directory}/${name}`);
      return paths.filter((path) => files.info(path)?.kind === "directory");
    } catch (error) {
      if (isUnreadable(error)) return [];
      throw error;
    }
  }

  /** A directory in which all is somebody else's is none of ours, whatever its name. */
  #mayBeOurs(path: string): boolean {
    const { files } = this.#machine;
    // in somebody's place a manifest alone proves what lies beside it
    const isUnproven = (): boolean =>
      seen(`${path}/${manifestFile}`, files) === undefined ||
      this.#unlikeManifest(path) !== undefined;
    if (!this.place.isOurs && isUnproven()) return false;
    const inside = listed(path, files, nothingRemoved());
    const isOurs = (one: string): boolean =>
      generationLayout.files?.test(one) === true &&
      lookedAt(`${path}/${one}`, files, nothingRemoved())?.kind === "file";
    return inside.length === 0 || inside.some(isOurs);
  }

  /** All generations whose manifest is whole and may be read, newest first. */
  generations(): Generation[] {
    const opened: Generation[] = [];
    for (const name of this.generationNames()) {
      try {
        opened.push(this.openGeneration(name));
      } catch (error) {
        if (!isDamage(error) && !isUnreadable(error)) throw error;
      }
    }
    return opened.sort((a, b) => newestFirst(a.manifest, b.manifest));
  }

  /** Moves something of ours to quarantine. */
  setAside(from: readonly string[], to: readonly string[]): void {
    this.checkWay(...from);
    const place = this.makeDirectory("quarantine", ...to.slice(0, -1));
    this.#machine.files.rename([this.directory, ...from].join("/"), `${place}/${to.at(-1)}`);
  }

  /** Keeps a catalog that was not accepted; gives its path. */
  keepRefused(body: Uint8Array, digest: string): string {
    const { files, codec } = this.#machine;
    const path = `${this.makeDirectory("refused")}/${digest.slice(0, 16)}.json.br`;
    // in a place that is not ours it need not be this one, nor may it be replaced
    if (this.place.isOurs || files.info(path) === undefined) {
      files.replace(path, codec.compress(body));
    }
    return path;
  }

  /** One refresh at a time, over all processes. */
  async lock(): Promise<Lock | undefined> {
    this.makeDirectory();
    return this.#machine.files.lock(`${this.directory}/refresh`);
  }

  /** Throws `file.unwritable` where a directory on the way to a path below this source's is a link. */
  checkWay(...names: readonly string[]): void {
    this.place.checkWay(storeVersion, this.sourceKey, ...names);
  }

  /** Whether the pointer proves by its seal that it is ours. */
  isPointerSealed(): boolean {
    try {
      return this.readPointer() !== undefined;
    } catch (error) {
      if (isDamage(error) || isUnreadable(error)) return false;
      throw error;
    }
  }
}
