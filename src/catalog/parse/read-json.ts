import { isRecord, type WireRecord } from "./values.ts";

// a half of a character can only be written so; the text has been decoded
const writtenHalf = /\\u[dD][89a-fA-F]/;
const unreadable = "\ufffd";

/**
 * JSON of a source. Of its texts and names, what is no Unicode (`"\ud800"`, a half of a character) becomes U+FFFD: no
 * other program could read it back. Two names of one object that are then the same stay apart: the later one gets another
 * U+FFFD behind it.
 *
 * Throws a `SyntaxError` where it is no JSON.
 */
export function readJson(text: string): unknown {
  const value = JSON.parse(text) as unknown;
  return writtenHalf.test(text) ? wellFormed(value) : value;
}

/** Changes what is in it. A source may nest as deep as it likes, so that nothing calls itself. */
function wellFormed(value: unknown): unknown {
  const whole = { value };
  const open: object[] = [whole];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const record = at as WireRecord;
    if (isRecord(at) && Object.keys(record).some((name) => !name.isWellFormed())) rename(record);
    for (const name of Object.keys(record)) {
      // look-up allowed: the name is one the record itself gives
      const inner = record[name];
      if (typeof inner === "string") {
        if (!inner.isWellFormed()) put(record, name, inner.toWellFormed());
      } else if (typeof inner === "object" && inner !== null) open.push(inner);
    }
  }
  return whole.value;
}

/** Names that are Unicode already keep theirs, wherever they stand. */
function rename(record: WireRecord): void {
  const entries = Object.entries(record);
  const taken = new Set(entries.map(([name]) => name).filter((name) => name.isWellFormed()));
  for (const [name, inner] of entries) {
    // look-up allowed: the name is one the record itself gives
    delete record[name];
    let free = name.toWellFormed();
    while (name !== free && taken.has(free)) free += unreadable;
    taken.add(free);
    put(record, free, inner);
  }
}

/** A name may be `__proto__`: it becomes the record's own. */
function put(record: WireRecord, name: string, value: unknown): void {
  const own = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(record, name, own);
}
