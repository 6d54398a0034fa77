/** A copy in which nothing is anybody else's: a program may change it, and no later answer does. */
export function own<Value>(value: Value): Value {
  return copyOf(value) as Value;
}

function copyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Record<string, unknown> = {};
  // three times as fast as entries: a list may have all rows of the catalog
  for (const key of Object.keys(value)) {
    // look-up allowed: the names are the object's own
    const entry = (value as Record<string, unknown>)[key];
    const own = typeof entry === "object" && entry !== null ? copyOf(entry) : entry;
    if (key === "__proto__") define(copy, key, own);
    // look-up allowed: the one name that means something else is defined above
    else copy[key] = own;
  }
  return copy;
}

/** Assigning it would set the prototype; a record as received may have such a field. */
function define(copy: object, key: string, value: unknown): void {
  const plain = { writable: true, enumerable: true, configurable: true };
  Object.defineProperty(copy, key, { ...plain, value });
}

/** The same object, which nobody changes from now on: for what is handed out again and again. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const entry of Object.values(value)) frozen(entry);
  return Object.freeze(value);
}
