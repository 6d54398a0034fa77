import type { ProviderInfo, ProviderVariables } from "../words/provider.ts";
import type { Place, SumOf } from "./lines.ts";
import { jsonInWords, mirror, roomFor } from "./mirrored.ts";
import { type Part, type PreparedPart, readMirrored } from "./parts.ts";

/** All in one, and twice: an offer asks this of every provider that makes one. The root is its place. */
export function encodeProviderVariables(
  providers: readonly ProviderInfo[],
  sumOf: SumOf,
): PreparedPart {
  const json = jsonInWords(providers.map(({ id, env }): ProviderVariables => ({ id, env })));
  const bytes = new Uint8Array(roomFor(json.length));
  const sum = sumOf(json);
  bytes.set(json);
  mirror(bytes, 0, json.length, sum);
  return { bytes, root: [0, json.length, sum] };
}

/** Sorted by id. */
export function readProviderVariables(part: Part): ProviderVariables[] {
  return readMirrored(part, part.root as unknown as Place);
}
