import type { Bucket } from "./bucket.ts";
import type { Cluster } from "./cluster.ts";
import { haveSameSizes } from "./sizes-rule.ts";
import { hasMark, marksText } from "./spelling.ts";
import { stampFits } from "./stamps.ts";

/**
 * `claude-opus-4-5-20251101` is what `claude-opus-4-5` stands for: the only dated release of it, of about its day.
 * With several dated releases the plain id moves from one to the next, and stays alone: gpt-4o. Where its sellers name
 * a version, as of devstral-small Devstral Small 1.1, it is the release that is called so, or none.
 */
export function joinDatedReleases(bucket: Bucket): void {
  bucket.forEach((plain) => {
    // a preview of a date is that preview, not the release
    if (plain.stamps.length > 0 || hasMark(plain.marks, "preview")) return;
    const dated = bucket.clusters.filter((one) => isDatedFormOf(one, plain));
    const versions = dated.length === 0 ? [] : bucket.versionsOf(plain);
    const isNamed = versions.length * 2 > plain.members.length;
    const fitting = dated.filter(
      (one) => (isNamed || fits(one, plain)) && isCalledSo(one, versions, bucket),
    );
    const [only] = fitting;
    if (only === undefined || fitting.length > 1) return;
    if (dated.length > 1 && plain.isMoving && !isNamed) return;
    const { stamps, marks } = only;
    const sizes = only.sizes.length > plain.sizes.length ? only.sizes : plain.sizes;
    bucket.join(plain, only, isNamed ? "version" : "dated", { sizes, stamps, marks });
  });
}

function isDatedFormOf(one: Cluster, plain: Cluster): boolean {
  return (
    one.stamps.length > 0 &&
    haveSameSizes(one.sizes, plain.sizes) &&
    marksText(one.marks) === marksText(plain.marks)
  );
}

/** Its names say every version that is looked for. */
function isCalledSo(one: Cluster, versions: readonly string[], bucket: Bucket): boolean {
  if (versions.length === 0) return true;
  const own = bucket.versionsOf(one);
  return versions.every((version) => own.includes(version));
}

function fits({ stamps, released }: Cluster, plain: Cluster): boolean {
  const date = plain.released ?? released;
  return date !== null && stamps.every((stamp) => stampFits(stamp, date));
}

/** Joins `0905` and `2025-09-05` of one model: two ways to write a date. */
export function joinStamps(bucket: Bucket): void {
  bucket.forEach((cluster) => {
    const [stamp] = cluster.stamps;
    if (stamp?.startsWith("--") !== true) return;
    const whole = bucket.clusters.filter(
      (one) => isDatedFormOf(one, cluster) && one.stamps[0]?.slice(4) === stamp.slice(1),
    );
    const [only] = whole;
    if (only === undefined || whole.length > 1) return;
    bucket.join(cluster, only, "two-stamps", only);
  });
}
