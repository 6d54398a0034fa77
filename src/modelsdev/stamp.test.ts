import { describe, expect, it } from "vitest";
import type { Manifest } from "./disk/manifest.ts";
import { type Origin, stampOf } from "./stamp.ts";

const now = Date.UTC(2026, 6, 2, 12);
const hour = 3_600_000;
const manifest = {
  source: "https://models.dev",
  digest: "sha256:abc",
  providers: 147,
  models: 5_276,
} as Manifest;
const stamp = (ageMs: number, origin: Origin = "cache") =>
  stampOf(manifest, origin, new Date(now - ageMs).toISOString(), { now, ttlMs: 24 * hour });

describe("stampOf", () => {
  it("says which catalog answered", () => {
    expect(stamp(90 * 60_000)).toEqual({
      origin: "cache",
      source: "https://models.dev",
      digest: "sha256:abc",
      fetchedAt: "2026-07-02T10:30:00.000Z",
      ageSeconds: 5_400,
      stale: false,
      providers: 147,
      models: 5_276,
    });
  });

  it.each([
    ["just fetched", 0, false],
    ["a millisecond before its time", 24 * hour - 1, false],
    ["of exactly that age", 24 * hour, true],
    ["a year old", 365 * 24 * hour, true],
    ["a millisecond ahead of this clock, which confirms nothing", -1, true],
    ["two days ahead of this clock", -48 * hour, true],
  ])("is stale as it should where it is %s", (_, ageMs, stale) => {
    expect(stamp(ageMs).stale).toBe(stale);
  });

  it("has an age of which nobody knows where its time is ahead of this clock, or was lost", () => {
    expect(stamp(-hour).ageSeconds).toBeNull();
    expect(stamp(now).ageSeconds).toBeNull();
    expect(stamp(0).ageSeconds).toBe(0);
  });

  it("is never stale for a file, which each command looks at", () => {
    expect(stamp(365 * 24 * hour, "file").stale).toBe(false);
    expect(stamp(365 * 24 * hour, "snapshot").stale).toBe(true);
  });
});
