import { ModelForgeError } from "../../failure.ts";
import type { Codec, ReadingFiles } from "../../system/ports.ts";
import {
  blockBytes,
  isManifest,
  type Manifest,
  manifestFile,
  reduced,
  sumsFile,
} from "./manifest.ts";
import { OpenFiles } from "./open-files.ts";
import { damaged, damagedIfSo, isDamage, missing } from "./read-errors.ts";
import { unseal } from "./sealed.ts";
import { blocksMatch } from "./sums.ts";

type Machine = { files: ReadingFiles; codec: Codec };

/** A catalog as a source sent it, on disk. */
export class Generation {
  readonly directory: string;
  readonly name: string;
  readonly manifest: Manifest;
  readonly #machine: Machine;
  readonly #files: OpenFiles;
  readonly #sums = new Map<string, Uint32Array>();

  private constructor(directory: string, manifest: Manifest, machine: Machine) {
    this.directory = directory;
    this.name = directory.slice(directory.lastIndexOf("/") + 1);
    this.manifest = manifest;
    this.#machine = machine;
    this.#files = new OpenFiles(directory, machine.files, (name) => this.#bytesOf(name));
  }

  /** Throws `cache.damaged` where the manifest is missing or not as it was written, `file.unreadable` where it may be sound. */
  static open(directory: string, machine: Machine): Generation {
    const path = `${directory}/${manifestFile}`;
    const bytes = damagedIfSo(path, () => machine.files.read(path));
    if (bytes === undefined) throw missing(path);
    const manifest = unseal(bytes, machine.codec);
    if (!isManifest(manifest)) throw damaged(path, "is not as it was written");
    return new Generation(directory, manifest, machine);
  }

  /** Whether it holds what the source sent and nothing else. */
  get isReduced(): boolean {
    return this.manifest.prepared === reduced;
  }

  /** Sizes alone: finds what is missing, emptied, cut short or no file, without reading it. */
  checkSizes(): ModelForgeError[] {
    const found: ModelForgeError[] = [];
    const expected = [
      ...this.manifest.files.map(({ name, bytes }) => ({ name: name as string, bytes })),
      { name: sumsFile, bytes: this.#sumsBytes() },
    ];
    for (const { name, bytes } of expected) {
      const path = `${this.directory}/${name}`;
      const info = this.#machine.files.info(path);
      if (info === undefined) found.push(missing(path));
      else if (info.kind !== "file") found.push(damaged(path, "is not a file"));
      else if (info.bytes !== bytes) {
        found.push(damaged(path, `holds ${info.bytes} bytes instead of ${bytes}`));
      }
    }
    return found;
  }

  /** Reads every byte; gives what is wrong. */
  verify(): ModelForgeError[] {
    const found = this.checkSizes();
    const known = new Set(found.map(({ details }) => details.path));
    // one piece of memory for all: touching new pages takes longer than reading
    const memory = new Uint8Array(verifiedAtOnce);
    for (const entry of this.manifest.files) {
      if (known.has(`${this.directory}/${entry.name}`)) continue;
      try {
        this.#verifyFile(entry, memory);
      } catch (error) {
        if (!isDamage(error)) throw error;
        if (!known.has(error.details.path)) found.push(error);
        known.add(error.details.path);
      }
    }
    return found;
  }

  /** Whether what the source sent is there as it was written: everything else can be worked out from it. */
  holdsBody(): boolean {
    const bodies = this.manifest.files.filter(
      ({ name }) => name === "body.br" || name === "facts.br",
    );
    if (!bodies.some(({ name }) => name === "body.br")) return false;
    const memory = new Uint8Array(verifiedAtOnce);
    try {
      for (const entry of bodies) this.#verifyFile(entry, memory);
      return true;
    } catch (error) {
      if (error instanceof ModelForgeError) return false;
      throw error;
    }
  }

  #verifyFile(entry: Manifest["files"][number], memory: Uint8Array): void {
    const path = `${this.directory}/${entry.name}`;
    const sums = this.#sumsOf(entry);
    for (let offset = 0; offset < entry.bytes; offset += memory.length) {
      const piece = memory.subarray(0, Math.min(memory.length, entry.bytes - offset));
      const file = this.#files.get(entry.name);
      const got = damagedIfSo(path, () => file.readInto(piece, offset));
      if (got !== piece.length) throw damaged(path, "is cut short");
      if (!blocksMatch(piece, offset / blockBytes, sums, this.#machine.codec)) {
        throw damaged(path, "is not as it was written");
      }
    }
  }

  /** Closes its files; the next read opens them again. */
  close(): void {
    this.#files.close();
  }

  /** Whether another process has removed it, or cut one of an earlier version down to its body, as opposed to damaged. */
  isGone(): boolean {
    if (this.#machine.files.info(this.directory) === undefined) return true;
    if (this.isReduced) return false;
    try {
      const now = Generation.open(this.directory, this.#machine);
      return now.isReduced || now.manifest.fetchedAt !== this.manifest.fetchedAt;
    } catch (error) {
      if (error instanceof ModelForgeError) return false;
      throw error;
    }
  }

  #sumsOf({ name, bytes, firstBlock, sums }: Manifest["files"][number]): Uint32Array {
    const known = this.#sums.get(name);
    if (known !== undefined) return known;
    const path = `${this.directory}/${sumsFile}`;
    const blocks = Math.ceil(bytes / blockBytes);
    const raw = this.#files.read(sumsFile, firstBlock * sumBytes, blocks * sumBytes);
    if (this.#machine.codec.checksum(raw) !== sums) throw damaged(path, "is not as it was written");
    const own = new Uint32Array(raw.buffer, raw.byteOffset, blocks);
    this.#sums.set(name, own);
    return own;
  }

  #bytesOf(name: string): number | undefined {
    if (name === sumsFile) return this.#sumsBytes();
    return this.manifest.files.find((file) => file.name === name)?.bytes;
  }

  #sumsBytes(): number {
    const last = this.manifest.files.at(-1);
    if (last === undefined) return 0;
    return (last.firstBlock + Math.ceil(last.bytes / blockBytes)) * sumBytes;
  }
}

const sumBytes = 4;
const verifiedAtOnce = 64 * blockBytes;
