import { nearest } from "../catalog/words/nearest.ts";
import { said } from "../catalog/words/said.ts";
import { ownEntry } from "../catalog/words/own-entry.ts";
import { ModelForgeError } from "../failure.ts";

/** `{price:{input:1}, capabilities:["a","b"]}` → `{"price.input":1, capabilities:"a b"}`, for formats without nesting. */
export function flatten(value: object): Record<string, unknown> {
  return Object.fromEntries(flatEntries(value, ""));
}

function flatEntries(value: object, prefix: string): [path: string, value: unknown][] {
  return Object.entries(value).flatMap(([key, entry]): [string, unknown][] => {
    const path = `${prefix}${key}`;
    if (Array.isArray(entry)) {
      const isPlain = entry.every((one) => typeof one === "string");
      return [[path, isPlain ? entry.join(" ") : JSON.stringify(entry)]];
    }
    if (typeof entry !== "object" || entry === null) return [[path, entry]];
    return flatEntries(entry as object, `${path}.`);
  });
}

/** Keeps the named fields, in the order named; `price.input` keeps that one of the prices. */
export function selectFields(value: object, fields: readonly string[]): Record<string, unknown> {
  const selected: Branch = new Map();
  for (const field of fields) copyField(value, field.split("."), selected);
  return toRecord(selected);
}

type Branch = Map<string, unknown>;

function copyField(from: object, [key = "", ...rest]: readonly string[], into: Branch): void {
  const value = ownEntry(from as Record<string, unknown>, key) ?? null;
  // nothing below what is not there
  if (rest.length === 0 || typeof value !== "object" || value === null) {
    into.set(key, rest.length === 0 ? value : null);
    return;
  }
  const known = into.get(key);
  // all of it is there already
  if (typeof known === "object" && known !== null && !(known instanceof Map)) return;
  const branch: Branch = known instanceof Map ? known : new Map();
  into.set(key, branch);
  copyField(value, rest, branch);
}

function toRecord(branch: Branch): Record<string, unknown> {
  return Object.fromEntries(
    [...branch].map(([key, value]) => [key, value instanceof Map ? toRecord(value) : value]),
  );
}

/** Throws `usage.bad-value` for a field that is not in `known`, nor a group of them. */
export function checkFields(fields: readonly string[], known: readonly string[]): void {
  for (const field of fields) {
    if (known.some((one) => one === field || one.startsWith(`${field}.`))) continue;
    const close = fieldsMeant(field, known);
    throw new ModelForgeError("usage.bad-value", {
      message: `no field ${said(field)}`,
      hint: close.length > 0 ? `did you mean ${close.join(", ")}?` : `known: ${known.join(", ")}`,
      details: { field, known },
    });
  }
}

const mostMeant = 3;

/** Those that are near, else those with a part that is: `prce` → price.input, price.output, … */
function fieldsMeant(field: string, known: readonly string[]): string[] {
  const close = nearest(field, known);
  if (close.length > 0) return close;
  const [part] = nearest(field, new Set(known.flatMap((one) => one.split("."))));
  return known
    .filter((one) => part !== undefined && one.split(".").includes(part))
    .slice(0, mostMeant);
}
