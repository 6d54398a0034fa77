import { type Bucket, without, withMarks } from "./bucket.ts";
import type { Cluster } from "./cluster.ts";
import type { Mark, MarkKind } from "./marks.ts";
import type { ReasonCode } from "./reasons.ts";
import { hasMark } from "./spelling.ts";
import { daysAfter } from "./stamps.ts";

type ServingKind = Extract<MarkKind, "serving" | "effort" | "speed" | "weights-speed" | "thinking">;

type ServingMark = Mark & { kind: ServingKind };

interface ServingRule {
  reason: ReasonCode;
  /** After how many days it must be a later model. Hosts add faster servings long after the release. */
  within: number;
  allows(variant: Cluster, base: Cluster, bucket: Bucket, mark: Mark): boolean;
}

/** In the order in which marks are taken off: kimi-k2-thinking-turbo-original is a serving of kimi-k2-thinking-turbo. */
const rules: Readonly<Record<ServingKind, ServingRule>> = {
  serving: { reason: "serving", within: 200, allows: () => true },
  effort: { reason: "effort", within: 100, allows: (_, base) => canReason(base) },
  speed: {
    reason: "speed",
    within: 100,
    allows: (variant, base) => base.sizes.length > 0 || !isMuchCheaper(variant, base),
  },
  "weights-speed": {
    reason: "speed",
    within: 100,
    allows: (_, base) => base.sizes.length > 0,
  },
  thinking: {
    reason: "thinking",
    within: 45,
    allows: (variant, base, bucket, mark) => {
      // weights that were also released as instruct do not think
      const instruct = [...without(variant.marks, mark), instructMark];
      if (bucket.find(withMarks(variant, instruct)) !== undefined) return false;
      return canReason(base) && !base.forms.some(({ marks }) => hasMark(marks, "tuned"));
    },
  },
};
const instructMark: Mark = { kind: "tuned", name: "instruct" };
const kinds = Object.keys(rules) as ServingKind[];

/** Puts `x-fast`, `x-thinking`, `x-high` under `x` where they are servings of it, not models of their own. */
export function findServings(bucket: Bucket): void {
  bucket.forEach((cluster) => {
    // most have none
    if (cluster.marks.length === 0) return;
    const marks = servingMarks(cluster);
    // one by one, and then all at once: glm-5.2-short-fast where nobody sells glm-5.2-short
    const ways = marks.length > 1 ? [...marks.map((mark) => [mark]), marks] : [marks];
    for (const way of ways) if (findServing(cluster, way, bucket)) return;
  });
}

/** Puts the cluster under what it is without these marks, if it is a serving of that. */
function findServing(cluster: Cluster, way: readonly ServingMark[], bucket: Bucket): boolean {
  const [first] = way;
  if (first === undefined) return false;
  const base = bucket.find(withMarks(cluster, without(cluster.marks, ...way)));
  if (base === undefined) return false;
  for (const mark of way) {
    if (!isServing(cluster, base, mark.kind)) return false;
    if (!rules[mark.kind].allows(cluster, base, bucket, mark)) return false;
  }
  const names = way.map(({ name }) => name);
  bucket.subordinate(cluster, base, rules[first.kind].reason, names);
  return true;
}

function servingMarks({ marks }: Cluster): ServingMark[] {
  return kinds.flatMap((kind) => marks.filter((mark): mark is ServingMark => mark.kind === kind));
}

function isServing(variant: Cluster, base: Cluster, kind: ServingKind): boolean {
  // models.json lists it, or the maker sells it by that name: kimi-k2-thinking-turbo
  if (variant.isOfficial || isMakersOwn(variant, base)) return false;
  // grok-4-fast has more sellers than grok-4: no serving is better known than its model
  if (variant.providers.size > base.providers.size) return false;
  if (variant.providers.size === base.providers.size && kind !== "serving") return false;
  // earlier than the model itself is a mistake, much later is another model
  if (variant.released !== null && base.released !== null) {
    if (daysAfter(variant.released, base.released) > rules[kind].within) return false;
  }
  // imagen-4-fast: faster pictures are drawn by another model
  return base.mostly(({ model }) => model.modalities.output.includes("text"));
}

function isMakersOwn(variant: Cluster, base: Cluster): boolean {
  const makers = new Set(base.makers);
  return variant.members.some(({ isMakers, model }) => isMakers || makers.has(model.provider));
}

/** A faster serving of the same weights does not cost half of it. */
function isMuchCheaper(variant: Cluster, base: Cluster): boolean {
  const [price, usual] = [variant.inputPrice, base.inputPrice];
  return price !== undefined && usual !== undefined && price < usual * 0.45;
}

function canReason(base: Cluster): boolean {
  return base.members.some(({ model }) => model.capabilities.includes("reasoning"));
}
