import type { Warning } from "../failure.ts";

const mostSaid = 8;

/** What of providers is unknown because it is not understood, in one line. */
export function providerNotes(
  providers: readonly { id: string; notUnderstood?: readonly string[] }[],
): Warning[] {
  const lacking = providers.filter(({ notUnderstood }) => notUnderstood !== undefined);
  const [first] = lacking;
  if (first === undefined) return [];
  const message =
    lacking.length === 1
      ? `provider ${first.id} has values that are not understood and count as unknown: ${first.notUnderstood?.join(", ")}`
      : `${lacking.length} providers have values that are not understood and count as unknown: ${lacking
          .map(({ id }) => id)
          .slice(0, mostSaid)
          .join(", ")}`;
  return [{ code: "catalog.not-understood", message }];
}
