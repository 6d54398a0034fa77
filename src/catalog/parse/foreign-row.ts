import type { ModelRow } from "../words/model.ts";
import { informativeFields } from "./values-at.ts";
import type { WireRecord } from "./values.ts";

const informative = informativeFields();
// what any list of models may have, and what says nothing without the rest
const neutral = new Set([
  "id",
  "name",
  "family",
  "description",
  "type",
  "canonical_id",
  "provider",
  "api",
  "experimental",
  "interleaved",
  "reasoning_options",
]);

// one field more than a name has is no other catalog yet
const fewest = 2;

/**
 * Whether a row says something, and nothing of it in the words of models.dev: it has other fields alone, or none that was
 * understood. One that says no more than its name is as good as any.
 */
export function isForeignRow(wire: WireRecord, { notUnderstood }: ModelRow): boolean {
  let said = 0;
  for (const field in wire) {
    if (neutral.has(field)) continue;
    // look-up allowed: the name is one the record itself gives
    if (wire[field] === null || wire[field] === undefined) continue;
    said += 1;
    const values = informative.get(field);
    if (values === undefined) continue;
    if (notUnderstood === undefined || !values.some((value) => notUnderstood.includes(value)))
      return false;
  }
  return said >= fewest;
}
