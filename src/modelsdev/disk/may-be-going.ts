import { lookedAt, nothingRemoved } from "../../places/remove-ours.ts";
import type { Files } from "../../system/ports.ts";
import type { Store } from "./store.ts";

/**
 * Whether another process may be removing a generation file by file: where a directory is somebody's as well, none is
 * renamed first. What is absent then is not damaged. To be asked before whether it is gone: by then it is.
 */
export function mayBeGoing(store: Store, files: Pick<Files, "info">): boolean {
  const lock = `${store.directory}/refresh.lock`;
  return lookedAt(lock, files, nothingRemoved())?.kind === "directory" && !store.place.isOurs;
}
