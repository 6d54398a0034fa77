import { findKind, type Kind } from "../words/kinds.ts";

/** What models of some kinds give, whatever text their hosts list. */
const gives: ReadonlyMap<Kind | undefined, string> = new Map([
  ["embedding", "embedding"],
  ["rerank", "score"],
]);

/** The kind that the `type` of upstream's next schema states; undefined where there is none, or one that we do not know. */
export function kindByType(type: unknown): Kind | undefined {
  return typeof type === "string" ? findKind(type) : undefined;
}

/** The media a model gives, `listed` where its stated kind does not say better. */
export function givenByKind(kind: Kind | undefined, listed: string[]): string[] {
  const medium = gives.get(kind);
  return medium === undefined ? listed : [medium];
}
