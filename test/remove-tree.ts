import { rmSync } from "node:fs";

const tries = 1000;

/**
 * Removes a directory that a process which outlived its command may still write into: what it put there meanwhile is
 * looked for anew each time, which rmSync's own retries never do.
 */
export function removeTree(directory: string): void {
  for (let at = 1; ; at += 1) {
    try {
      rmSync(directory, { recursive: true, force: true });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOTEMPTY" || at === tries) throw error;
    }
  }
}
