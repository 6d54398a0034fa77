import { withoutDoubles } from "../../modelsdev/answer-warnings.ts";
import { currentManifest } from "../../modelsdev/disk/current.ts";
import { foreignWarnings } from "../../modelsdev/disk/strangers.ts";
import type { Operation } from "../operation.ts";
import type { RefreshCatalogInput } from "./input.ts";

export interface RefreshReport {
  /** `changed`: new data; `unchanged`: the source confirmed ours; `fresh`: not asked, ours is young enough. */
  outcome: "changed" | "unchanged" | "fresh";
  source: string;
  digest: string;
  /** Digest before, null where there was none. */
  previousDigest: string | null;
  providers: number;
  models: number;
  /** Rows that could not be read. */
  setAside: number;
  /** Whether it is there for the next question, too: false where the cache cannot be written, or there is no place for one. */
  kept: boolean;
}

export const refreshCatalog: Operation<RefreshCatalogInput, RefreshReport> = async (
  { access, machine },
  { acceptShrink, ifStale },
  options,
) => {
  const previousDigest = currentManifest(access.store)?.digest ?? null;
  const { result, catalog, warnings } = await access.ask(
    {
      ...options,
      refresh: true,
      orFail: true,
      asSent: true,
      acceptShrink: acceptShrink === true,
      ifStale: ifStale === true,
      prepare: options.prepare ?? true,
    },
    (_view, about) => about.setAside.count,
  );
  const { source, digest, providers, models, origin } = catalog;
  const same = digest === previousDigest;
  const outcome = !same ? "changed" : origin === "cache" ? "fresh" : "unchanged";
  const kept =
    access.store !== undefined && !warnings.some(({ code }) => code === "cache.unwritable");
  const counts = { providers, models, setAside: result };
  return {
    result: { outcome, source, digest, previousDigest, ...counts, kept },
    catalog,
    warnings: withoutDoubles([...warnings, ...foreignWarnings(access, machine.files)]),
  };
};
