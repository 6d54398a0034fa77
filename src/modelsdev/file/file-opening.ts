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

export function notFound({ path }: FileSource): ModelForgeError {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const isHost = hostName.test(name) && !name.endsWith(".json");
  const address = isHost ? `; an address begins with https://, as https://${name} does` : "";
  return new ModelForgeError("file.not-found", {
    message: `there is no file ${path}`,
    hint: `correct MODELFORGE_URL, or unset it to use models.dev${address}`,
    details: { path },
  });
}

const hostName = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?::\d+)?$/i;

/** A directory is no catalog, but a catalog may lie in it. */
export function isDirectory(
  { path }: FileSource,
  { files }: Pick<System, "files">,
): ModelForgeError {
  const inside = ["api.json", "catalog.json"].map((name) => `${path.replace(/\/$/, "")}/${name}`);
  const found = inside.find((one) => files.target(one)?.kind === "file");
  return new ModelForgeError("file.unreadable", {
    message: `cannot read ${path} (it is a directory, EISDIR)`,
    hint:
      found === undefined
        ? "name the file in it that is the catalog"
        : `set MODELFORGE_URL to the file in it: ${found}`,
    details: { path, reason: "EISDIR" },
  });
}
