import { type Bucket, isSoldSideBySide, releasesApart, withMarks, without } from "./bucket.ts";
import type { Cluster } from "./cluster.ts";
import type { Mark } from "./marks.ts";

const longestWait = 75;
const thinkingMark: Mark = { kind: "thinking", name: "thinking" };

/**
 * Hosts serve the instruct weights and often leave the word out. Where a model was also released as thinking, the
 * plain name is nobody's for certain: then only release dates can tell.
 */
export function leaveOutInstruct(bucket: Bucket): void {
  bucket.forEach((cluster) => {
    const mark = cluster.marks.find(({ kind }) => kind === "tuned");
    if (mark === undefined) return;
    const facets = withMarks(cluster, without(cluster.marks, mark));
    const plain = bucket.find(facets);
    const thinking = bucket.find(withMarks(cluster, [...facets.marks, thinkingMark]));
    if (plain === undefined) {
      if (thinking === undefined) bucket.rename(cluster, facets);
    } else if (!areTwoProducts(plain, cluster) && isInstruct(plain, cluster, thinking, bucket))
      bucket.join(cluster, plain, "tuned", facets);
  });
}

/** Closed weights are called by their maker alone, and gpt-3.5-turbo-instruct is sold beside gpt-3.5-turbo. */
function areTwoProducts(plain: Cluster, instruct: Cluster): boolean {
  const isOpen = [plain, instruct].some(({ members }) =>
    members.some(({ model }) => model.openWeights === true),
  );
  return !isOpen && isSoldSideBySide(plain, instruct);
}

function isInstruct(
  plain: Cluster,
  instruct: Cluster,
  thinking: Cluster | undefined,
  bucket: Bucket,
): boolean {
  // qwen3-235b-a22b was released again as instruct, with a date in most ids
  const isAmbiguous =
    thinking !== undefined || bucket.clusters.some((one) => one.stamps.length > 0);
  if (isAmbiguous && (releasesApart(plain, instruct) ?? 0) > longestWait) return false;
  return thinking === undefined || (releasesApart(plain, thinking) ?? 0) > longestWait;
}
