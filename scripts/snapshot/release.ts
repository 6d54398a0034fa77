import { ageOf } from "../../src/modelsdev/age.ts";

const oldestOfRelease = 14;

const dayMs = 24 * 60 * 60 * 1000;

/** `of today`, `1 day old`, `441 days old`. */
export function ageInWords(takenAt: string, now: number): string {
  const days = daysSince(takenAt, now);
  if (days === undefined) return "dated after this clock";
  if (days === 0) return "of today";
  return days === 1 ? "1 day old" : `${days} days old`;
}

/** Why a release may not carry a snapshot of that day; undefined where it may. */
export function refusalOf(takenAt: string, now: number): string | undefined {
  const days = daysSince(takenAt, now);
  if (days !== undefined && days <= oldestOfRelease) return undefined;
  return `a release carries no snapshot older than ${oldestOfRelease} days, and this one is ${ageInWords(takenAt, now)}: build with a network, name a newer catalog in MODELFORGE_SNAPSHOT_FROM, or set MODELFORGE_ALLOW_OLD_SNAPSHOT=1`;
}

function daysSince(takenAt: string, now: number): number | undefined {
  const age = ageOf(takenAt, now);
  return age === undefined ? undefined : Math.floor(age / dayMs);
}
