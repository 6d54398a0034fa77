import { bytes, flag } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface CachePruneInput {
  /** Bytes the cache may keep; MODELFORGE_MAX_CACHE_SIZE if not given. */
  maxBytes?: number;
  /** Say what would go, remove nothing. */
  dryRun?: boolean;
}

export const cachePruneFields: Fields<CachePruneInput> = {
  maxBytes: { kind: bytes, about: "what may stay, like 20MB" },
  dryRun: { kind: flag, about: "say what would go, remove nothing" },
};
