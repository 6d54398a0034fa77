import type { ProviderInfo, ProviderVariables } from "../words/provider.ts";
import { LineWriter, type Place, type SumOf } from "./lines.ts";
import { type Part, type PreparedPart, readLine } from "./parts.ts";

/** One line: an offer asks this of every provider that makes one. The root is its place. */
export function encodeProviderVariables(
  providers: readonly ProviderInfo[],
  sumOf: SumOf,
): PreparedPart {
  const lines = new LineWriter(sumOf);
  const root = lines.add(providers.map(({ id, env }): ProviderVariables => ({ id, env })));
  return { bytes: lines.bytes(), root };
}

/** Sorted by id. */
export function readProviderVariables(part: Part): ProviderVariables[] {
  return readLine(part, part.root as unknown as Place);
}
