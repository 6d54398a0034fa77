import type { ModelFacts } from "../../words/facts.ts";
import type { DescribedModel } from "./describe.ts";
import type { NameOf } from "./said.ts";

/**
 * What a name stands for: one model; whichever a router takes; whichever an alias points to; something of nobody known;
 * a preview that something else is meant by. The position of a standing is its number in the columns.
 */
export const standings = ["model", "router", "alias", "unknown-maker", "preview"] as const;

export type Standing = NameOf | "unknown-maker" | "preview";

const previews: readonly RegExp[] = [
  // an edition of a preview: gemini-3.1-pro-preview-customtools
  /^(.+-preview)-[a-z]+$/,
  // a preview of what is out: gemini-3.1-flash-lite-preview
  /^(.+)-preview$/,
];

/** Whether a name is that of a preview which another of `names` stands before. */
export function isPreviewOf(key: string, names: ReadonlySet<string>): boolean {
  return previews.some((pattern) => names.has(pattern.exec(key)?.[1] ?? ""));
}

// who makes a model that so many sell is known
const knownFrom = 4;

/** Labs of models.json, and whoever made something that several sell. */
export function knownMakers(
  models: readonly DescribedModel[],
  facts: readonly ModelFacts[],
): Set<string> {
  const known = new Set(facts.map(({ id }) => id.slice(0, id.indexOf("/")).toLowerCase()));
  for (const { maker, sellers } of models) {
    if (maker !== null && sellers >= knownFrom) known.add(maker);
  }
  return known;
}

export function standingOf(
  { nameOf, maker }: Pick<DescribedModel, "nameOf" | "maker">,
  makers: ReadonlySet<string>,
): Standing {
  if (nameOf !== "model") return nameOf;
  return maker !== null && makers.has(maker) ? "model" : "unknown-maker";
}
