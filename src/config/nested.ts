import type { Effective } from "./effective.ts";
import { sections } from "./key-defaults.ts";

/** Settings as an object of objects, each section there; with its origin a value is `{value, origin}`. */
export function nestedSettings(settings: readonly Effective[], withOrigin = false): object {
  const whole: Inner = new Map(
    sections.map((name) => [name, name === "current" ? null : new Map<string, unknown>()]),
  );
  for (const { path, value, origin } of settings) {
    const at = path.slice(0, -1).reduce(inside, whole);
    at.set(path.at(-1) as string, withOrigin ? { value, origin } : value);
  }
  return asRecord(whole);
}

/** What lies below a path of such an object. */
export function belowPath(whole: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, step) => Object.entries(at as object).find(([name]) => name === step)?.[1],
    whole,
  );
}

type Inner = Map<string, unknown>;

function inside(at: Inner, step: string): Inner {
  const known = at.get(step);
  if (known instanceof Map) return known as Inner;
  const made: Inner = new Map();
  at.set(step, made);
  return made;
}

/** A name may be `__proto__`: entries become the record's own. */
function asRecord(map: Inner): object {
  return Object.fromEntries(
    [...map].map(([name, value]) => [
      name,
      value instanceof Map ? asRecord(value as Inner) : value,
    ]),
  );
}
