import { type Cluster, haveSameWords } from "./cluster.ts";
import { makersNames, type NameIndex, stampFitsCluster } from "./name-index.ts";
import type { ReasonCode } from "./reasons.ts";
import { hasMark } from "./spelling.ts";
import { compareText } from "../../words/ref.ts";
import { daysApart } from "./stamps.ts";

const longestWait = 120;
/** A name that so many offers share is no accident. */
const fewestOffers = 3;

/**
 * Joins clusters whose ids differ, because one is written as the other is called: models.json calls mistral-large-2512
 * Mistral Large 3, and hosts offer mistral-large-3.
 */
export function joinByUsualNames(index: NameIndex): void {
  // upstream's word first, so that it has its choice
  for (const isOfficial of [true, false]) {
    for (const cluster of index.clusters) {
      // an alias that moves on is called by many names in turn
      if (index.heirOf(cluster) !== cluster) continue;
      if (cluster.isOfficial !== isOfficial || hasMark(cluster.marks, "latest")) continue;
      for (const [name, reason] of usualNames(cluster)) {
        const same = index
          .allMeant(name)
          .filter((other) => isSameByName(cluster, other, name, reason, index));
        for (const other of same) {
          cluster.take(other, reason);
          index.redirect(other, cluster);
        }
      }
    }
  }
}

function usualNames(cluster: Cluster): Map<string, ReasonCode> {
  const names = new Map<string, ReasonCode>();
  if (cluster.members.length >= fewestOffers) {
    const counts = new Map<string, number>();
    for (const { model } of cluster.members) {
      counts.set(model.name, (counts.get(model.name) ?? 0) + 1);
    }
    for (const [name, count] of [...counts].sort(([a], [b]) => compareText(a, b))) {
      const isUsual = count >= fewestOffers && count * 2 > cluster.members.length;
      if (isUsual) names.set(name, "usual-name");
    }
  }
  for (const name of makersNames(cluster)) names.set(name, "official-name");
  return names;
}

function isSameByName(
  cluster: Cluster,
  other: Cluster,
  name: string,
  reason: ReasonCode,
  index: NameIndex,
): boolean {
  if (other === cluster || other.isOfficial) return false;
  // ids that differ only in dates or marks have been compared by what they say
  if (haveSameWords(cluster, other)) return false;
  // its maker sells both
  if (other.makers.length > 0 && cluster.makers.length > 0) return false;
  // Mistral Small 3.2 has a version; Command R+ could be an older one by that name
  if (!/\d/.test(name) && !wereReleasedTogether(cluster, other)) return false;
  if (!other.stamps.every((stamp) => stampFitsCluster(stamp, cluster))) return false;
  if (reason === "official-name") return true;
  if (other.providers.size > cluster.providers.size) return false;
  return (
    other.forms.every((form) => index.fits(form, cluster)) ||
    cluster.forms.every((form) => index.fits(form, other))
  );
}

/** One offer of about the day is enough: resellers name all kinds of days. */
function wereReleasedTogether({ released }: Cluster, other: Cluster): boolean {
  const dates = other.members.map(({ model }) => model.releaseDate).filter((date) => date !== null);
  if (released === null || dates.length === 0) return true;
  return dates.some((date) => daysApart(released, date) <= longestWait);
}
