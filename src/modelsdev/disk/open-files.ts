import type { OpenFile, ReadingFiles } from "../../system/ports.ts";
import { damaged, damagedIfSo, missing } from "./read-errors.ts";

/** The files of one directory, each opened when it is first read. Throws `cache.damaged` where one is not as long as it was. */
export class OpenFiles {
  readonly #directory: string;
  readonly #files: ReadingFiles;
  readonly #bytesOf: (name: string) => number | undefined;
  readonly #open = new Map<string, OpenFile>();

  constructor(
    directory: string,
    files: ReadingFiles,
    bytesOf: (name: string) => number | undefined,
  ) {
    this.#directory = directory;
    this.#files = files;
    this.#bytesOf = bytesOf;
  }

  get(name: string): OpenFile {
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const path = `${this.#directory}/${name}`;
    const file = damagedIfSo(path, () => this.#files.open(path));
    if (file === undefined) throw missing(path);
    this.#open.set(name, file);
    const bytes = this.#bytesOf(name);
    if (file.size === bytes) return file;
    throw damaged(path, `holds ${file.size} bytes instead of ${bytes}`);
  }

  /** So many bytes, no fewer. */
  read(name: string, offset: number, length: number): Uint8Array {
    const file = this.get(name);
    const path = `${this.#directory}/${name}`;
    const bytes = damagedIfSo(path, () => file.read(offset, length));
    if (bytes.length !== length) throw damaged(path, "is cut short");
    return bytes;
  }

  /** Fills bytes with what lies at an offset, no fewer. */
  fill(name: string, offset: number, bytes: Uint8Array): void {
    const file = this.get(name);
    const path = `${this.#directory}/${name}`;
    const filled = damagedIfSo(path, () => file.readInto(bytes, offset));
    if (filled !== bytes.length) throw damaged(path, "is cut short");
  }

  /** Closes them; the next read opens them again. */
  close(): void {
    for (const file of this.#open.values()) file.close();
    this.#open.clear();
  }
}
