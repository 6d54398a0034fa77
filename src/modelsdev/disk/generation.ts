import { type Part, type Parts, preparedVersion } from "../../catalog/prepared/parts.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Codec, OpenFile, ReadingFiles } from "../../system/ports.ts";
import {
  blockBytes,
  type GenerationFile,
  type Manifest,
  isManifest,
  manifestFile,
  reduced,
  sumsFile,
} from "./manifest.ts";
import { damaged, damagedIfSo, isDamage } from "./read-errors.ts";
import { unseal } from "./sealed.ts";
import { blocksMatch } from "./sums.ts";

type Machine = { files: ReadingFiles; codec: Codec };

/** A generation on disk. Every byte it gives has been compared with its checksum. */
export class Generation {
  readonly directory: string;
  readonly name: string;
  readonly manifest: Manifest;
  readonly #machine: Machine;
  readonly #open = new Map<string, OpenFile>();
  readonly #sums = new Map<string, Uint32Array>();

  private constructor(directory: string, manifest: Manifest, machine: Machine) {
    this.directory = directory;
    this.name = directory.slice(directory.lastIndexOf("/") + 1);
    this.manifest = manifest;
    this.#machine = machine;
  }

  /** Throws `cache.damaged` where the manifest is missing or not as it was written, `file.unreadable` where it may be sound. */
  static open(directory: string, machine: Machine): Generation {
    const path = `${directory}/${manifestFile}`;
    const bytes = damagedIfSo(path, () => machine.files.read(path));
    if (bytes === undefined) throw damaged(path, "is missing");
    const manifest = unseal(bytes, machine.codec);
    if (!isManifest(manifest)) throw damaged(path, "is not as it was written");
    return new Generation(directory, manifest, machine);
  }

  /** Whether this version of ModelForge can read the prepared files. */
  get isReadable(): boolean {
    return this.manifest.prepared === preparedVersion;
  }

  /** Whether it was cut down to what the source sent, to make room. */
  get isReduced(): boolean {
    return this.manifest.prepared === reduced;
  }

  readonly parts: Parts = (name) => this.#part(name);

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
      if (info === undefined) found.push(damaged(path, "is missing"));
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
      const file = this.#file(path);
      const got = damagedIfSo(path, () => file.readInto(piece, offset));
      if (got !== piece.length) throw damaged(path, "is cut short");
      if (!blocksMatch(piece, offset / blockBytes, sums, this.#machine.codec)) {
        throw damaged(path, "is not as it was written");
      }
    }
  }

  /** A whole file. Throws `cache.damaged`. */
  read(name: GenerationFile): Uint8Array {
    const part = this.#part(name);
    return part.read(0, part.size);
  }

  has(name: GenerationFile): boolean {
    return this.manifest.files.some((file) => file.name === name);
  }

  /** Closes its files; the next read opens them again. */
  close(): void {
    for (const file of this.#open.values()) file.close();
    this.#open.clear();
  }

  /** Another of the same, with all its files open: what is open stays readable, whoever removes it. */
  hold(): Generation {
    const held = new Generation(this.directory, this.manifest, this.#machine);
    try {
      for (const { name } of this.manifest.files) held.#file(`${this.directory}/${name}`);
      held.#file(`${this.directory}/${sumsFile}`);
      return held;
    } catch (error) {
      held.close();
      throw error;
    }
  }

  /** Whether another process has removed it, fetched it anew or cut it down to its body meanwhile, as opposed to damaged. */
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

  #part(name: GenerationFile): Part {
    const entry = this.manifest.files.find((file) => file.name === name);
    const path = `${this.directory}/${name}`;
    if (entry === undefined) throw damaged(path, "is not part of its generation");
    return {
      size: entry.bytes,
      read: (offset, length) => {
        if (length === 0) return new Uint8Array();
        const firstBlock = Math.floor(offset / blockBytes);
        const start = firstBlock * blockBytes;
        const end = Math.min(entry.bytes, Math.ceil((offset + length) / blockBytes) * blockBytes);
        const bytes = this.#bytes(path, start, end - start);
        if (!blocksMatch(bytes, firstBlock, this.#sumsOf(entry), this.#machine.codec)) {
          throw damaged(path, "is not as it was written");
        }
        return bytes.subarray(offset - start, offset - start + length);
      },
    };
  }

  #bytes(path: string, offset: number, length: number): Uint8Array {
    const file = this.#file(path);
    const bytes = damagedIfSo(path, () => file.read(offset, length));
    if (bytes.length !== length) throw damaged(path, "is cut short");
    return bytes;
  }

  #file(path: string): OpenFile {
    const known = this.#open.get(path);
    if (known !== undefined) return known;
    const file = damagedIfSo(path, () => this.#machine.files.open(path));
    if (file === undefined) throw damaged(path, "is missing");
    this.#open.set(path, file);
    const bytes = this.#bytesOf(path.slice(this.directory.length + 1));
    if (file.size === bytes) return file;
    throw damaged(path, `holds ${file.size} bytes instead of ${bytes}`);
  }

  #sumsOf({ name, bytes, firstBlock, sums }: Manifest["files"][number]): Uint32Array {
    const known = this.#sums.get(name);
    if (known !== undefined) return known;
    const path = `${this.directory}/${sumsFile}`;
    const blocks = Math.ceil(bytes / blockBytes);
    const raw = this.#bytes(path, firstBlock * sumBytes, blocks * sumBytes);
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
