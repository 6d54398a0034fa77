import type { Place } from "../../catalog/prepared/lines.ts";
import { copiesIn, roomFor } from "../../catalog/prepared/mirrored.ts";
import type { Part, PartName, Parts } from "../../catalog/prepared/parts.ts";
import type { Codec, ReadingFiles } from "../../system/ports.ts";
import { isPreparedManifest, manifestFile, type PreparedManifest } from "./manifest.ts";
import { headOf } from "./names.ts";
import { OpenFiles } from "./open-files.ts";
import { fileSum, mixedSums, ownNumber } from "./prepared-sums.ts";
import { damaged, damagedIfSo } from "./read-errors.ts";
import { readList } from "./read-list.ts";
import { unseal } from "./sealed.ts";

type Machine = { files: ReadingFiles; codec: Codec };

/** What one version worked out of a generation, on disk. Every byte an answer rests on has been compared with a sum. */
export class PreparedCatalog {
  readonly directory: string;
  readonly manifest: PreparedManifest;
  readonly #machine: Machine;
  readonly #files: OpenFiles;
  readonly #known = new Map<PartName, Part>();

  private constructor(directory: string, manifest: PreparedManifest, machine: Machine) {
    this.directory = directory;
    this.manifest = manifest;
    this.#machine = machine;
    this.#files = new OpenFiles(
      directory,
      machine.files,
      (name) => manifest.files.find((file) => file.name === name)?.bytes,
    );
  }

  /**
   * Undefined where there is none. Throws `cache.damaged` where its manifest is not as it was written, or what lies there
   * is of another catalog or another layout than its name says.
   */
  static open(directory: string, machine: Machine): PreparedCatalog | undefined {
    const path = `${directory}/${manifestFile}`;
    const bytes = damagedIfSo(path, () => machine.files.read(path));
    if (bytes === undefined) return undefined;
    const manifest = unseal(bytes, machine.codec);
    if (!isPreparedManifest(manifest)) throw damaged(path, "is not as it was written");
    const head = headOf(manifest.digest.slice("sha256:".length));
    if (!directory.slice(directory.lastIndexOf("/") + 1).startsWith(`${head}-${manifest.prepared}`))
      throw damaged(path, "is of another catalog");
    return new PreparedCatalog(directory, manifest, machine);
  }

  readonly parts: Parts = (name) => {
    const known = this.#known.get(name) ?? this.#part(name);
    this.#known.set(name, known);
    return known;
  };

  #part(name: PartName): Part {
    const entry = this.manifest.files.find((file) => file.name === name);
    const path = `${this.directory}/${name}`;
    if (entry === undefined) throw damaged(path, "is not part of its generation");
    const notAsWritten = () => damaged(path, "is not as it was written");
    const { codec } = this.#machine;
    const sumOf = mixedSums(this.manifest.digest, codec);
    const own = ownNumber(this.manifest.digest);
    const proven = (bytes: Uint8Array, found: number, sum: number): Uint8Array => {
      if (found === sum) return bytes;
      throw notAsWritten();
    };
    // what led here may be what is damaged
    const checkWithin = (offset: number, length: number): void => {
      if (length < 0 || offset + length > entry.bytes) throw notAsWritten();
    };
    const peek = (offset: number, length: number): Uint8Array => {
      checkWithin(offset, length);
      return length === 0 ? new Uint8Array() : this.#files.read(name, offset, length);
    };
    return {
      root: entry.root,
      peek,
      read: ([offset, length, sum]: Place) => {
        const bytes = peek(offset, length);
        return proven(bytes, sumOf(bytes), sum);
      },
      list: (places) => {
        for (const [offset, length] of places) checkWithin(offset, length);
        const { bytes, pieces } = readList(places, (...part) => this.#files.fill(name, ...part));
        const sums = codec.checksumsOf(bytes, pieces);
        if (sums.every((sum, at) => (sum ^ own) >>> 0 === places[at]?.[2])) return bytes;
        throw notAsWritten();
      },
      mirrored: ([offset, length, sum]) => {
        const copies = copiesIn(peek(offset, roomFor(length)), length, sum);
        if (copies !== undefined && codec.isMirrored(copies.first, copies.second))
          return copies.first;
        throw notAsWritten();
      },
      text: (bytes) => codec.text(bytes),
      whole: () => {
        const bytes = peek(0, entry.bytes);
        return proven(bytes, fileSum(bytes, sumOf, codec), entry.sum);
      },
    };
  }

  /** Closes its files; the next read opens them again. */
  close(): void {
    this.#files.close();
  }

  /** Another of the same, with all its files open: what is open stays readable, whoever removes it. */
  hold(): PreparedCatalog {
    const held = new PreparedCatalog(this.directory, this.manifest, this.#machine);
    try {
      for (const { name } of this.manifest.files) held.#files.get(name);
      return held;
    } catch (error) {
      held.close();
      throw error;
    }
  }

  /** Whether another process has removed it meanwhile, as opposed to damaged. */
  isGone(): boolean {
    return this.#machine.files.info(this.directory) === undefined;
  }
}
