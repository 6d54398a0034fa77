import type { WireRecord } from "./values.ts";

/** Levels of nesting a row may have: real ones have six. What is read or written by recursion stays far from the end of the stack. */
const deepest = 64;

export function isNestedTooDeep(value: unknown, levels = deepest): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const entry: unknown = value[at];
      if (typeof entry === "object" && isNestedTooDeep(entry, levels - 1)) return true;
    }
    return false;
  }
  // a list of the values would take twice the time, five thousand rows in turn
  for (const field in value) {
    // look-up allowed: the name is one the record itself gives
    const entry = (value as WireRecord)[field];
    if (typeof entry === "object" && isNestedTooDeep(entry, levels - 1)) return true;
  }
  return false;
}
