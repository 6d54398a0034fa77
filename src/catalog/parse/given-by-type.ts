import { findKind, type Kind } from "../words/kinds.ts";

/** What models of some kinds give, whatever text their hosts list. */
const gives: ReadonlyMap<Kind | undefined, string> = new Map([
  ["embedding", "embedding"],
  ["rerank", "score"],
]);

/** The media a model gives, `listed` where its `type` of upstream's next schema does not say better. */
export function givenByType(type: unknown, listed: string[]): string[] {
  if (typeof type !== "string") return listed;
  const medium = gives.get(findKind(type));
  return medium === undefined ? listed : [medium];
}
