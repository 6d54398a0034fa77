import { type Bucket, releasesApart } from "./bucket.ts";
import type { Cluster } from "./cluster.ts";
import { isDerivedWord } from "./derived-words.ts";
import { sortedText } from "./spelling.ts";

const longestWait = 75;

/** `llama-4-maverick` is `llama-4-maverick-17b-128e` as long as the catalog knows no other size of it. */
export function completeSizes(bucket: Bucket): void {
  // what somebody made of one size is not what another made of another
  if (bucket.clusters.some(({ stem }) => stem.split(" ").some(isDerivedWord))) return;
  const known = [
    ...new Map(bucket.clusters.map((one) => [sortedText(one.sizes), one.sizes])).values(),
  ];
  const largest = known.filter((sizes) => !known.some((other) => isPart(sizes, other)));
  bucket.forEach((cluster) => {
    const wholes = largest.filter((sizes) => isPart(cluster.sizes, sizes));
    const [whole] = wholes;
    if (whole === undefined || wholes.length > 1) return;
    const facets = { sizes: whole, stamps: cluster.stamps, marks: cluster.marks };
    const full = bucket.find(facets);
    if (full === undefined) {
      // nobody spells it out with these marks and dates: its siblings do
      if (fitsAll(cluster, bucket, whole)) bucket.rename(cluster, facets);
    } else if (mayBe(cluster, full)) bucket.join(cluster, full, "size", facets);
  });
}

/** Either leaves out a part of the other's sizes, or none does. */
export function haveSameSizes(a: readonly string[], b: readonly string[]): boolean {
  return isPart(a, b) || isPart(b, a) || sortedText(a) === sortedText(b);
}

function isPart(some: readonly string[], all: readonly string[]): boolean {
  return some.length < all.length && some.every((size) => all.includes(size));
}

function mayBe(cluster: Cluster, full: Cluster): boolean {
  // a part of the sizes names the weights well enough: 35b of 35b-a3b
  if (cluster.sizes.length > 0) return true;
  // who sells the plain one sells both, so they are two
  if ([...cluster.providers].every((provider) => full.providers.has(provider))) return false;
  return (releasesApart(cluster, full) ?? 0) <= longestWait;
}

function fitsAll(cluster: Cluster, bucket: Bucket, sizes: readonly string[]): boolean {
  const siblings = bucket.clusters.filter((one) => sortedText(one.sizes) === sortedText(sizes));
  return siblings.every((sibling) => mayBe(cluster, sibling));
}
