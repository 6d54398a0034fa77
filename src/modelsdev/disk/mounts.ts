import { ModelForgeError } from "../../failure.ts";
import { isShortage } from "../../places/shortage.ts";
import type { FileInfo, Files } from "../../system/ports.ts";

export type MountEyes = Pick<Files, "info" | "readGiven">;

const mostBytes = 16 * 1024 ** 2;

/** What is mounted where, as Linux tells; elsewhere a device of its own does. */
export class Mounts {
  readonly #files: MountEyes;
  #points: readonly string[] | undefined;

  constructor(files: MountEyes) {
    this.#files = files;
  }

  /** The place below `root` at which something is mounted, where a path is that place or in it. */
  above(path: string, root: string): string | undefined {
    for (let at = path; at.startsWith(`${root}/`); at = above(at)) {
      if (this.#isPoint(at, at.slice(root.length))) return at;
    }
    return undefined;
  }

  /** `end` is the part below the root: the system has followed the links above it. */
  #isPoint(path: string, end: string): boolean {
    const info = this.#infoOf(path);
    if (info === undefined) return false;
    if (info.device !== (this.#infoOf(above(path))?.device ?? info.device)) return true;
    this.#points ??= this.#readPoints();
    return this.#points.some((point) => point.endsWith(end) && isSame(this.#infoOf(point), info));
  }

  #infoOf(path: string): FileInfo | undefined {
    return this.#orNothing(() => this.#files.info(path));
  }

  #readPoints(): string[] {
    const bytes = this.#orNothing(() => this.#files.readGiven("/proc/self/mountinfo", mostBytes));
    const lines = new TextDecoder().decode(bytes).split("\n");
    // the fifth field, spaces and the like as three digits
    return lines.map((line) => (line.split(" ")[4] ?? "").replaceAll(/\\(\d{3})/g, fromOctal));
  }

  #orNothing<T>(look: () => T | undefined): T | undefined {
    try {
      return look();
    } catch (error) {
      if (!(error instanceof ModelForgeError) || isShortage(error)) throw error;
      return undefined;
    }
  }
}

function isSame(one: FileInfo | undefined, other: FileInfo): boolean {
  return one?.number === other.number && one.device === other.device;
}

function above(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

function fromOctal(_: string, digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 8));
}
