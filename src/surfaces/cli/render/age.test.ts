import { describe, expect, it } from "vitest";
import { isoTime } from "../../../catalog/words/dates.ts";
import type { Manifest } from "../../../modelsdev/disk/manifest.ts";
import { stampOf } from "../../../modelsdev/stamp.ts";
import { describeAge } from "./age.ts";

const noon = Date.UTC(2026, 6, 2, 12);
const at = (fetchedMs: number, now: number): string =>
  describeAge(stampOf({} as Manifest, "cache", isoTime(fetchedMs), { now, ttlMs: 0 }));

describe("the age of a catalog", () => {
  it.each([
    ["of this moment", noon, "0 seconds old"],
    ["of five minutes ago", noon - 300_000, "5 minutes old"],
    ["without any date", 0, "of unknown age"],
    ["of the day after that", 86_400_000, "20635 days old"],
  ])("%s is said", (_, fetched, text) => {
    expect(at(fetched, noon)).toBe(text);
  });

  it.each([
    ["a millisecond", noon + 1, noon],
    ["ten years", noon + 10 * 365 * 86_400_000, noon],
    ["all the time since 2001, by a clock that stands there", noon, Date.UTC(2001, 0)],
    ["all the time since 1970", noon, 0],
    ["more than that, by a clock from before 1970", noon, -1e12],
    ["nobody knows what, by a clock that tells nothing", noon, Number.NaN],
  ])("that is ahead by %s is unknown, and never below zero", (_, fetched, now) => {
    expect(at(fetched, now)).toBe("dated ahead of this clock");
  });

  it("is counted by a clock of 2106 like by any other", () => {
    expect(at(noon, Date.UTC(2106, 6, 2, 12))).toBe("29219 days old");
  });
});
