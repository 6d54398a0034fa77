import { ModelForgeError } from "../../failure.ts";
import { isShortage } from "../../places/shortage.ts";
import type { Files } from "../../system/ports.ts";
import type { Store } from "./store.ts";

/**
 * Whether another process may be removing a generation file by file: where a directory is somebody's as well, none is
 * renamed first. What is missing then is not damaged; what is there and wrong is, whoever holds the lock. To be asked
 * before whether it is gone: by then it is.
 */
export async function mayBeGoing(store: Store, files: Pick<Files, "isLocked">): Promise<boolean> {
  if (store.place.isOurs) return false;
  try {
    return await files.isLocked(`${store.directory}/refresh`);
  } catch (error) {
    // somebody's file in its place, say: nobody holds it
    if (error instanceof ModelForgeError && !isShortage(error)) return false;
    throw error;
  }
}
