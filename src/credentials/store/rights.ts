import { shellWord } from "../../catalog/words/shell-word.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { ReadingFiles } from "../../system/ports.ts";
import type { StorePlace } from "./place.ts";

type Looking = Pick<ReadingFiles, "info">;
type Kept = Pick<StorePlace, "directory" | "file">;

/** What of the store others may look at, and how that ends. */
export function sharedWith(files: Looking, { directory, file }: Kept): Warning[] {
  return (
    [
      [directory, "700"],
      [file, "600"],
    ] as const
  ).flatMap(([path, mode]) => {
    if (files.info(path)?.isShared !== true) return [];
    const message = `other users may look into ${path}, where credentials are kept: chmod ${mode} ${shellWord(path)}`;
    return [{ code: "credential.store-open", message, details: { path, mode } }];
  });
}

/** Throws `file.unwritable` where somebody took the right to write it from themselves: a rename would not ask. */
export function refuseReadOnly(files: Looking, { directory, file }: Kept): void {
  const path = [directory, file].find((one) => files.info(one)?.isReadOnly === true);
  if (path === undefined) return;
  throw new ModelForgeError("file.unwritable", {
    message: `no credential is changed: the rights of ${path} let nobody write it`,
    hint: `if it is to be changed all the same, chmod u+w ${shellWord(path)}`,
    details: { path, reason: "EACCES" },
  });
}
