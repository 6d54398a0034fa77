import { type Verification, verifyStore } from "../../modelsdev/cache/inspect.ts";
import { skippedWarnings } from "../../modelsdev/prune-after.ts";
import type { Operation } from "../operation.ts";

export type CacheVerification = Verification;

export const cacheVerify: Operation<Record<string, never>, CacheVerification> = {
  name: "cache-verify",
  summary: "Reads every byte of the cache and compares it with its checksum.",
  effect: "reads",
  run: async ({ access }) => {
    const nothing = { checked: 0, damages: [], unreadable: [] };
    const result = access.store === undefined ? nothing : verifyStore(access.store);
    return { result, warnings: skippedWarnings(result.unreadable.map(({ path }) => path)) };
  },
};
