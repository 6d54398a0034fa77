import { type DamageReport, verifyStore } from "../../modelsdev/cache/inspect.ts";
import type { Operation } from "../operation.ts";

export interface CacheVerification {
  /** Generations looked at. */
  checked: number;
  damages: DamageReport[];
}

export const cacheVerify: Operation<Record<string, never>, CacheVerification> = {
  name: "cache-verify",
  summary: "Reads every byte of the cache and compares it with its checksum.",
  effect: "reads",
  run: async ({ access }) => ({
    result: access.store === undefined ? { checked: 0, damages: [] } : verifyStore(access.store),
    warnings: [],
  }),
};
