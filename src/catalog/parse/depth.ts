/** Levels of nesting a row may have: real ones have six. What is read or written by recursion stays far from the end of the stack. */
const deepest = 64;

export function isNestedTooDeep(value: unknown, levels = deepest): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (levels === 0) return true;
  const entries: unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const entry of entries) {
    if (typeof entry === "object" && isNestedTooDeep(entry, levels - 1)) return true;
  }
  return false;
}
