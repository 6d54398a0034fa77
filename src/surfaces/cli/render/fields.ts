import { nearest } from "../../../catalog/nearest.ts";
import { ModelForgeError } from "../../../failure.ts";

/** `{price:{input:1}, capabilities:["a","b"]}` → `{"price.input":1, capabilities:"a b"}`, for formats without nesting. */
export function flatten(value: object, prefix = ""): Record<string, unknown> {
  const flat: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    const path = `${prefix}${key}`;
    if (Array.isArray(entry)) {
      const isPlain = entry.every((one) => typeof one === "string");
      flat[path] = isPlain ? entry.join(" ") : JSON.stringify(entry);
    } else if (typeof entry === "object" && entry !== null) {
      Object.assign(flat, flatten(entry as object, `${path}.`));
    } else flat[path] = entry;
  }
  return flat;
}

/** Keeps the named fields, in the order named; `price.input` keeps that one of the prices. */
export function selectFields(value: object, fields: readonly string[]): Record<string, unknown> {
  const selected: Record<string, unknown> = {};
  for (const field of fields) {
    const path = field.split(".");
    let from: unknown = value;
    let into = selected;
    for (const [depth, key] of path.entries()) {
      const isObject = typeof from === "object" && from !== null && Object.hasOwn(from, key);
      from = isObject ? (from as Record<string, unknown>)[key] : null;
      if (depth === path.length - 1) into[key] = from;
      else if (from === null) {
        // nothing below what is not there
        into[key] = null;
        break;
      } else {
        const known = into[key];
        const next = typeof known === "object" && known !== null ? known : {};
        into[key] = next;
        into = next as Record<string, unknown>;
      }
    }
  }
  return selected;
}

/** Throws `usage.bad-value` for a field that is not in `known`, nor a group of them. */
export function checkFields(fields: readonly string[], known: readonly string[]): void {
  for (const field of fields) {
    if (known.some((one) => one === field || one.startsWith(`${field}.`))) continue;
    const close = nearest(field, known);
    throw new ModelForgeError("usage.bad-value", {
      message: `no field ${field}`,
      hint: close.length > 0 ? `did you mean ${close.join(", ")}?` : `known: ${known.join(", ")}`,
      details: { field, known },
    });
  }
}
