import { joinAliases } from "./alias-rule.ts";
import { Bucket } from "./bucket.ts";
import { Cluster } from "./cluster.ts";
import { joinDatedReleases, joinStamps } from "./dates-rule.ts";
import type { Form, Forms, Member } from "./forms.ts";
import { namedVersion } from "./named-version.ts";
import { findServings } from "./servings-rule.ts";
import { completeSizes } from "./sizes-rule.ts";
import { leaveOutInstruct } from "./tuned-rule.ts";

/**
 * The order matters: sizes are compared without instruct, dates once the aliases are gone. Servings are looked for
 * twice, for their base may be spelled out (`x-70b-instruct`) or come to light only then (`x-70b-fast`).
 */
const rules: readonly ((bucket: Bucket) => void)[] = [
  joinStamps,
  findServings,
  leaveOutInstruct,
  completeSizes,
  findServings,
  joinAliases,
  joinDatedReleases,
];

/** Every form in its cluster, judged by ids alone. */
export function clusterForms(forms: Forms): Map<string, Cluster> {
  const byStem = new Map<string, Form[]>();
  for (const form of forms.byKey.values()) {
    const known = byStem.get(form.stem);
    if (known === undefined) byStem.set(form.stem, [form]);
    else known.push(form);
  }
  const clusterOf = new Map<string, Cluster>();
  for (const [, group] of byStem) {
    for (const cluster of joinedByIds(group, forms)) {
      for (const form of cluster.forms) clusterOf.set(form.key, cluster);
    }
  }
  return clusterOf;
}

function joinedByIds(group: readonly Form[], forms: Forms): readonly Cluster[] {
  const clusters = group.map((form) => new Cluster(form));
  if (clusters.length < 2) return clusters;
  const bucket = new Bucket(
    clusters,
    () => hasLaterEdition(group, forms),
    (member) => wholeVersion(member, forms),
  );
  for (const rule of rules) rule(bucket);
  return bucket.clusters;
}

function wholeVersion(member: Member, { names }: Forms): string | undefined {
  const named = namedVersion(member, names);
  return named?.words.length === member.form.words.length ? named.version : undefined;
}

/** In the order of the id: nova-2-lite is no second edition of nova-lite. */
function hasLaterEdition(group: readonly Form[], forms: Forms): boolean {
  return group.some(({ words }) =>
    ["1.1", "1.5", "2", "002"].some((edition) => forms.isWritten([...words, edition])),
  );
}
