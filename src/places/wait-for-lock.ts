import { ModelForgeError } from "../failure.ts";
import type { Lock, System } from "../system/ports.ts";

const longestWaitMs = 10_000;
const pollMs = 25;

/** The lock of a file that changes in a moment. Throws `file.busy`, `file.unwritable`, `cancelled`. */
export async function waitForLock(
  { files, clock }: Pick<System, "files" | "clock">,
  path: string,
  signal?: AbortSignal,
): Promise<Lock> {
  const end = clock.steady() + longestWaitMs;
  for (;;) {
    const lock = await files.lock(path);
    if (lock !== undefined) return lock;
    if (clock.steady() >= end) {
      throw new ModelForgeError("file.busy", {
        message: `another process is changing ${path} and is not done yet`,
        hint: "try again in a moment",
        details: { path },
      });
    }
    await clock.wait(pollMs * (1 + clock.random()), signal);
  }
}
