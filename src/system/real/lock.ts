import lockfile from "proper-lockfile";
import { ModelForgeError } from "../../failure.ts";
import type { Lock } from "../ports.ts";

// a holder touches its lock every second; one that has not for five is gone
const staleMs = 5_000;
const updateMs = 1_000;

export async function takeLock(path: string): Promise<Lock | undefined> {
  try {
    const release = await lockfile.lock(path, {
      stale: staleMs,
      update: updateMs,
      realpath: false,
      retries: 0,
      // a lock lost to a long sleep of the machine: the generation is written whole either way
      onCompromised: () => undefined,
    });
    return {
      release: async () => {
        try {
          await release();
        } catch (error) {
          const code = (error as NodeJS.ErrnoException).code;
          if (code !== "ERELEASED" && code !== "ENOTACQUIRED" && code !== "ECOMPROMISED")
            throw error;
        }
      },
    };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ELOCKED") return undefined;
    throw new ModelForgeError("file.unwritable", {
      message: `cannot lock ${path} (${(cause as NodeJS.ErrnoException).code ?? String(cause)})`,
      hint: "check that the cache directory can be written to",
      details: { path },
      cause,
    });
  }
}
