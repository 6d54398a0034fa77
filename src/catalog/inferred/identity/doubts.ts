import { type Cluster, weaken } from "./cluster.ts";
import type { Member } from "./forms.ts";
import type { ReasonCode } from "./reasons.ts";
import { daysApart } from "./stamps.ts";

/** Resellers copy dates carelessly; one that is so far off still says that something may be amiss. */
const oddFrom = 200;

/** Lowers the confidence of offers that are listed otherwise than most of their cluster. */
export function doubtOddOffers(cluster: Cluster): void {
  const media = usualMedia(cluster);
  const { released, members } = cluster;
  members.forEach((member, at) => {
    const doubt = doubtOf(member, released, media);
    if (doubt !== undefined) members[at] = weaken(member, doubt, []);
  });
}

function doubtOf(
  { model }: Member,
  released: string | null,
  media: ReadonlySet<string>,
): ReasonCode | undefined {
  const { output } = model.modalities;
  if (media.size > 0 && output.length > 0 && !output.some((medium) => media.has(medium))) {
    return "media-differ";
  }
  if (released === null || model.releaseDate === null) return undefined;
  return daysApart(released, model.releaseDate) < oddFrom ? undefined : "date-differs";
}

/** What most offers give; nothing where one alone is asked. */
function usualMedia({ members }: Cluster): Set<string> {
  if (members.length === 1) return new Set();
  const counts = new Map<string, number>();
  for (let at = 0; at < members.length; at += 1) {
    const { output } = (members[at] as Member).model.modalities;
    for (let place = 0; place < output.length; place += 1) {
      const medium = output[place] as string;
      counts.set(medium, (counts.get(medium) ?? 0) + 1);
    }
  }
  const usual = [...counts].filter(([, count]) => count * 2 > members.length);
  return new Set(usual.map(([medium]) => medium));
}
