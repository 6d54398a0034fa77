import { type Bucket, isSoldSideBySide, releasesApart, withMarks, without } from "./bucket.ts";
import type { Cluster } from "./cluster.ts";
import type { Mark, MarkKind } from "./marks.ts";
import type { ReasonCode } from "./reasons.ts";

type AliasKind = Extract<MarkKind, "preview" | "latest" | "first">;

interface AliasRule {
  /** Days between the releases of both. */
  within: number;
  allows(marked: Cluster, plain: Cluster, bucket: Bucket): boolean;
}

const rules: Readonly<Record<AliasKind, AliasRule>> = {
  // gemini-3-pro for gemini-3-pro-preview; where one seller has both, they are two releases
  preview: {
    within: 45,
    allows: (marked, plain) => !isSoldSideBySide(marked, plain) && haveSameMedia(marked, plain),
  },
  // gpt-5.1-chat-latest; without a version, as in mistral-small-latest, the alias moves on
  latest: { within: 31, allows: (_, plain) => /\d/.test(plain.stem) },
  // nova-lite-v1; where there is a second edition, the plain name could be either
  first: {
    within: 120,
    allows: (_, __, bucket) => !bucket.hasLaterEdition(),
  },
};

/** Joins `x` with `x-preview`, `x-latest` and `x-v1` where hosts mean the same by them. */
export function joinAliases(bucket: Bucket): void {
  bucket.forEach((cluster) => {
    for (const mark of cluster.marks) {
      if (!bucket.has(cluster) || !isAlias(mark)) continue;
      const facets = withMarks(cluster, without(cluster.marks, mark));
      const plain = bucket.find(facets);
      if (plain === undefined || (plain.isOfficial && cluster.isOfficial)) continue;
      const apart = releasesApart(cluster, plain);
      const rule = rules[mark.kind];
      if (apart === undefined || apart > rule.within) continue;
      if (!rule.allows(cluster, plain, bucket)) continue;
      bucket.join(cluster, plain, mark.kind satisfies ReasonCode, facets);
    }
  });
}

function isAlias(mark: Mark): mark is Mark & { kind: AliasKind } {
  return Object.hasOwn(rules, mark.kind);
}

function haveSameMedia(a: Cluster, b: Cluster): boolean {
  return a.mostly(seesImages) === b.mostly(seesImages);
}

function seesImages({ model }: Cluster["members"][number]): boolean {
  return model.modalities.input.includes("image");
}
