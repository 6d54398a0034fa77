import { ModelForgeError } from "../failure.ts";
import type { FileInfo, Files } from "../system/ports.ts";
import { insideOf, type Layout } from "./layout.ts";
import { isShortage } from "./shortage.ts";

/** What the system did not let us look at or remove, and what it said. */
export interface Refusal {
  path: string;
  error: ModelForgeError;
}

/** What came of removing what is ours. */
export interface Removed {
  freedBytes: number;
  /** Paths that stayed: not ours, or links. */
  foreign: string[];
  /** What stayed because the system did not let us at it. */
  refused: Refusal[];
}

export function nothingRemoved(): Removed {
  return { freedBytes: 0, foreign: [], refused: [] };
}

/** Adds what came of one removal to what came of others. */
export function addTo(total: Removed, one: Removed): void {
  total.freedBytes += one.freedBytes;
  total.foreign.push(...one.foreign);
  total.refused.push(...one.refused);
}

/** What a removal may use. */
export type Removing = Pick<Files, "info" | "list" | "removeFile" | "removeDirectory"> & {
  readonly onlyLooks?: true;
};

/** The same eyes without hands: what would be removed, with nothing removed. */
export function onlyLooking({ info, list }: Removing): Removing {
  return {
    info,
    list,
    removeFile: () => undefined,
    removeDirectory: () => false,
    onlyLooks: true,
  };
}

/** The same for somebody's place: a directory goes only where something went from it, which `emptied` remembers. */
export function onlyEmptied(files: Removing, emptied: Set<string>): Removing {
  if (files.onlyLooks === true) return files;
  const above = (path: string): string => path.slice(0, path.lastIndexOf("/"));
  return {
    info: files.info,
    list: files.list,
    removeFile: (path) => {
      files.removeFile(path);
      emptied.add(above(path));
    },
    removeDirectory: (path) => {
      if (!emptied.has(path) || !files.removeDirectory(path)) return false;
      emptied.delete(path);
      emptied.add(above(path));
      return true;
    },
  };
}

/** Removes from a directory what bears a name of its layout, one by one and through no link; the directory stays. */
function removeOurs(
  directory: string,
  layout: Layout,
  files: Removing,
  removed = nothingRemoved(),
): Removed {
  for (const name of listed(directory, files, removed)) {
    removeEntry(directory, name, layout, files, removed);
  }
  return removed;
}

/** The same for one name in it. */
export function removeEntry(
  directory: string,
  name: string,
  layout: Layout,
  files: Removing,
  removed = nothingRemoved(),
): Removed {
  const path = `${directory}/${name}`;
  tolerating(path, removed, () => {
    const info = files.info(path);
    if (info === undefined) return;
    const inside = info.kind === "directory" ? insideOf(layout, name) : undefined;
    if (inside !== undefined) {
      removeOurs(path, inside, files, removed);
      files.removeDirectory(path);
    } else if (isOurFile(name, info, layout)) {
      files.removeFile(path);
      removed.freedBytes += info.bytes;
    } else {
      removed.foreign.push(path);
    }
  });
  return removed;
}

/**
 * Whether nothing in a directory is anybody else's; stops at the first thing that is, or that cannot be known. With `read`
 * a name alone proves nothing: files whose content can tell are looked at, too.
 */
export function isAllOurs(
  directory: string,
  layout: Layout,
  files: Removing,
  read?: Files["read"],
): boolean {
  try {
    return (files.list(directory) ?? []).every((name) => {
      const path = `${directory}/${name}`;
      const info = files.info(path);
      if (info === undefined) return true;
      const inside = info.kind === "directory" ? insideOf(layout, name) : undefined;
      if (inside !== undefined) return isAllOurs(path, inside, files, read);
      return isOurFile(name, info, layout) && mayHold(path, name, layout, read);
    });
  } catch (error) {
    // what may not be looked at cannot be known
    if (error instanceof ModelForgeError) return false;
    throw error;
  }
}

function mayHold(path: string, name: string, layout: Layout, read?: Files["read"]): boolean {
  if (read === undefined || layout.mayHold === undefined) return true;
  const bytes = read(path);
  return bytes === undefined || layout.mayHold(name, bytes);
}

/** A link is somebody's, be it symbolic or a second name of the same file. */
export function isOurFile(name: string, info: FileInfo, { files }: Layout): boolean {
  return info.kind === "file" && info.names === 1 && files?.test(name) === true;
}

/** Names in a directory; none where it may not be looked at, which is then noted. */
export function listed(
  directory: string,
  files: Pick<Files, "list">,
  removed: Pick<Removed, "refused">,
): string[] {
  let names: string[] = [];
  tolerating(directory, removed, () => {
    names = files.list(directory) ?? [];
  });
  return names;
}

/** What stands at a path; undefined where that may not be looked at, which is then noted. */
export function lookedAt(
  path: string,
  files: Pick<Files, "info">,
  removed: Pick<Removed, "refused">,
): FileInfo | undefined {
  let info: FileInfo | undefined;
  tolerating(path, removed, () => {
    info = files.info(path);
  });
  return info;
}

/** What the system refuses for one thing is noted, and ends nothing else. */
export function tolerating(
  path: string,
  { refused }: Pick<Removed, "refused">,
  act: () => void,
): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof ModelForgeError) || isShortage(error)) throw error;
    refused.push({ path, error });
  }
}
