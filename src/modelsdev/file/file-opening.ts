import { ModelForgeError, type Warning } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import type { Pointer } from "../disk/manifest.ts";
import type { Store } from "../disk/store.ts";
import type { Failed } from "../disk/stored-catalog.ts";
import type { Settings } from "../settings.ts";
import type { FileSource } from "../source.ts";

/** What reading a file source works with. */
export interface FileOpening {
  source: FileSource;
  store: Store | undefined;
  machine: System;
  settings: Pick<Settings, "maxCacheBytes" | "stateDirectory" | "timeoutMs">;
  warnings: Warning[];
  /** Whether nothing but reading it is wanted, and wanted in any case: nothing older answers then. */
  mustRead: boolean;
  /** A file that lost more than half is right so. */
  acceptShrink: boolean;
  /** The question looks at every row. */
  allRows: boolean;
  failed: Failed;
  signal?: AbortSignal | undefined;
}

/** What a file looked like from outside. */
export type Look = NonNullable<Pointer["file"]>;

export function notFound(source: FileSource): ModelForgeError {
  return new ModelForgeError("file.not-found", {
    message: `there is no file ${source.path}`,
    hint: "correct MODELFORGE_URL, or unset it to use models.dev",
    details: { path: source.path },
  });
}
