import { compareText } from "../../words/ref.ts";
import type { Makers } from "../maker.ts";
import type { Cluster } from "./cluster.ts";
import type { Member } from "./forms.ts";
import { confidenceOf } from "./reasons.ts";

/** What a group is called: as models.json does, else as most of its offers write the id. */
export function keyOf(cluster: Cluster): string {
  const official = cluster.forms.flatMap((form) =>
    form.official.map(({ id }) => ({ id, offers: form.members.length })),
  );
  // of an alias and its dated release, the one that more offers write
  official.sort((a, b) => b.offers - a.offers || compareText(a.id, b.id));
  return official[0]?.id ?? mostWritten(cluster.members);
}

function mostWritten(members: readonly Member[]): string {
  const bare = mostFrequent(plainestOf(members).map(({ bareId }) => bareId));
  const makers = members.filter(({ bareId, namespace }) => namespace !== "" && bareId === bare);
  if (makers.length === 0) return bare;
  return `${mostFrequent(makers.map(({ namespace }) => namespace))}/${bare}`;
}

/** Without servings and prefixes where any is. */
function plainestOf(members: readonly Member[]): readonly Member[] {
  const plain = members.filter(({ variants }) => variants.length === 0);
  const surest = plain.filter(({ reason }) => confidenceOf(reason) >= confidenceOf("same-id"));
  if (surest.length > 0) return surest;
  return plain.length > 0 ? plain : members;
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
  return sorted[0]?.[0] ?? "";
}

/** The maker's own offer, the plainest first: of those that are known to be, or of `offers`. */
export function referenceOf(
  cluster: Cluster,
  makers: Makers,
  key: string,
  offers = cluster.members.filter(({ isMakers }) => isMakers),
): Member | undefined {
  const rank = ({ model, bareId, variants, reason }: Member): number[] => [
    `${model.provider}/${bareId}` === key.toLowerCase() ? 0 : 1,
    variants.length,
    -makers.strength(model.provider, bareId),
    -confidenceOf(reason),
  ];
  return offers
    .map((member) => ({ member, rank: rank(member) }))
    .sort(
      (a, b) => compareRanks(a.rank, b.rank) || compareText(a.member.model.ref, b.member.model.ref),
    )
    .map(({ member }) => member)[0];
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [position, rank] of a.entries()) {
    const difference = rank - (b[position] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
