import { z } from "zod";
import type { GenerationSummary } from "../modelsdev/disk/inspect.ts";
import type { Pruned } from "../modelsdev/disk/prune.ts";
import type { CacheCleared } from "./cache-clear/cache-clear.ts";
import type { CacheRestored } from "./cache-restore/cache-restore.ts";
import type { CacheStatus } from "./cache-status/cache-status.ts";
import type { CacheVerification } from "./cache-verify/cache-verify.ts";
import type { RefreshReport } from "./refresh-catalog/refresh-catalog.ts";

/** The shapes of answers about the cache, from which the published JSON Schema is made. Loaded by no command. */

const count = z.int().nonnegative();
const counts = z.record(z.string(), count);
const bytes = count.describe("bytes");

export const refreshShape = z.object({
  outcome: z.enum(["changed", "unchanged", "fresh"]),
  source: z.string(),
  digest: z.string(),
  previousDigest: z.string().nullable(),
  providers: count,
  models: count,
  setAside: count.describe("rows that could not be read"),
  kept: z.boolean().describe("whether it is there for the next question, too"),
}) satisfies z.ZodType<RefreshReport>;

export const cacheStatusShape = z.object({
  directory: z.string().nullable(),
  source: z.string(),
  generation: z.string().nullable().describe("the one that answers"),
  generations: count,
  bytes,
  allBytes: bytes,
  maxBytes: bytes,
  ttlSeconds: z.number().nonnegative(),
  etag: z.string().nullable(),
  setAside: z.object({
    count,
    first: z.array(z.object({ where: z.string(), reason: z.string() })),
  }),
  unknownFields: counts,
  oddValues: counts,
  lastRefresh: z
    .object({
      at: z.string(),
      state: z.enum(["started", "done", "failed"]),
      error: z.object({ code: z.string(), message: z.string() }).nullable(),
      lost: z.literal(true).exactOptional(),
    })
    .nullable(),
  answers: z.object({ hits: count, misses: count, snapshot: count }),
  snapshot: z
    .object({
      source: z.string(),
      standsFor: z.string(),
      takenAt: z.string(),
      digest: z.string(),
    })
    .nullable(),
  keptCode: z.object({
    directory: z.string().nullable(),
    files: count,
    bytes,
    notUsed: z.string().nullable().describe("why nothing is read or written there"),
  }),
}) satisfies z.ZodType<CacheStatus>;

const damage = z.object({ path: z.string(), problem: z.string() });

export const cacheVerificationShape = z.object({
  checked: count.describe("generations of which every byte could be read"),
  damages: z.array(damage.extend({ remedy: z.string().describe("what mends it") })),
  unreadable: z.array(damage).describe("what could not be looked at; it may be sound"),
}) satisfies z.ZodType<CacheVerification>;

export const generationShape = z.object({
  name: z.string().describe("what cache restore takes"),
  isCurrent: z.boolean(),
  digest: z.string().nullable(),
  fetchedAt: z.string().nullable(),
  providers: count.nullable(),
  models: count.nullable(),
  bytes,
  damage: z.string().nullable(),
}) satisfies z.ZodType<GenerationSummary>;

export const restoredShape = z.object({
  generation: z.string(),
  digest: z.string(),
  fetchedAt: z.string(),
}) satisfies z.ZodType<CacheRestored>;

export const prunedShape = z.object({
  removed: z.array(z.string()),
  reduced: z.array(z.string()).describe("cut down to what the source sent"),
  freedBytes: bytes,
  bytes: bytes.describe("bytes that are left"),
  maxBytes: bytes,
  neededBytes: bytes.nullable(),
  skipped: z.array(z.string()),
}) satisfies z.ZodType<Pruned>;

export const clearedShape = z.object({
  directory: z.string().nullable(),
  freedBytes: bytes,
  kept: z.array(z.string()).describe("left, because it is not ModelForge's"),
  keptCode: z.object({ files: count, bytes }),
}) satisfies z.ZodType<CacheCleared>;

export const cachePathShape = z.object({ directory: z.string() });
