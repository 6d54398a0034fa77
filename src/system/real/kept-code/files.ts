import { lstatSync, readdirSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { isUnfinished, keptName } from "./names.ts";
import { isPlainFileOfOurs } from "./trust.ts";

export interface KeptFile {
  name: string;
  bytes: number;
  /** How far its time is from now; one ahead of the clock is as old as one as far behind. */
  ageMs: number;
}

/** The files that ModelForge made there: by their names, and each looked at. Nothing else is ever touched. */
export function filesIn(directory: string): KeptFile[] {
  const now = Date.now();
  return readdirSync(directory)
    .filter((name) => keptName.test(name))
    .flatMap((name) => {
      const stats = lstatSync(join(directory, name), { throwIfNoEntry: false });
      if (stats === undefined || !isPlainFileOfOurs(stats)) return [];
      return [{ name, bytes: stats.size, ageMs: Math.abs(now - stats.mtimeMs) }];
    });
}

// writing takes some milliseconds
const longestWriteMs = 10 * 60_000;

/** Begun by a process that was killed since. */
export function isLeftover({ name, ageMs }: KeptFile): boolean {
  return isUnfinished(name) && ageMs > longestWriteMs;
}

/** Says whether it did: another process may have been quicker, or the directory be read-only. */
export function remove(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch {
    // what cannot be removed stays, and is counted again the next time
    return false;
  }
}
