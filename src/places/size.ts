import { ModelForgeError } from "../failure.ts";
import type { Files } from "../system/ports.ts";

export interface Size {
  /** Of all files below; links count as themselves. */
  bytes: number;
  /** Directories that could not be looked into. */
  unreadable: string[];
}

export function sizeOf(
  path: string,
  files: Files,
  size: Size = { bytes: 0, unreadable: [] },
): Size {
  try {
    const info = files.info(path);
    if (info?.kind !== "directory") size.bytes += info?.bytes ?? 0;
    else for (const name of files.list(path) ?? []) sizeOf(`${path}/${name}`, files, size);
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    size.unreadable.push(path);
  }
  return size;
}
