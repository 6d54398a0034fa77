/** A copy in which nothing is anybody else's: a program may change it, and no later answer does. */
export function own<Value>(value: Value): Value {
  return copyOf(value) as Value;
}

function copyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Record<string, unknown> = {};
  for (const key in value) {
    const entry = (value as Record<string, unknown>)[key];
    if (key === "__proto__") define(copy, key, copyOf(entry));
    else copy[key] = typeof entry === "object" && entry !== null ? copyOf(entry) : entry;
  }
  return copy;
}

/** Assigning it would set the prototype; a record as received may have such a field. */
function define(copy: object, key: string, value: unknown): void {
  Object.defineProperty(copy, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** The same object, which nobody changes from now on: for what is handed out again and again. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const entry of Object.values(value)) frozen(entry);
  return Object.freeze(value);
}
