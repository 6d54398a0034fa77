import { badValue, isPlain, type Kind, kind } from "../../operations/input-kinds.ts";

/** Kinds of values that only a made-up machine takes. */

export const anything: Kind = { takes: "anything", accepts: () => true, read: (value) => value };
/** However long: a variable may hold a whole file. */
export const anyText = kind("text", (value) => typeof value === "string");
export const aFunction = kind("a function", (value) => typeof value === "function");
export const columnsOrRows = kind(
  "a whole number, 1 or more",
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
);
/** How long something takes: `Infinity` for what never comes. */
export const duration = kind(
  "a number of milliseconds, 0 or more",
  (value) => typeof value === "number" && value >= 0,
);
export const bytesOrText = kind(
  "text or bytes",
  (value) => typeof value === "string" || isA("Uint8Array", value),
);

/** Also of another realm, where classes are others. */
export function isA(name: "Uint8Array" | "RegExp", value: unknown): boolean {
  return Object.prototype.toString.call(value) === `[object ${name}]`;
}

/** An object whose names are anybody's; what is `undefined` was not given. */
export function byName(one: Kind): Kind {
  const takes = `an object; each of it is ${one.takes}`;
  return {
    takes,
    read: (value, field) => {
      if (!isPlain(value)) throw badValue(field, value, `it takes ${takes}`);
      const given = Object.entries(value).filter(([, entry]) => entry !== undefined);
      return Object.fromEntries(
        given.map(([name, entry]) => [name, one.read(entry, `${field}.${name}`)]),
      );
    },
  };
}

/** What the first takes, or else the second, whose words say what is wrong. */
export function either(first: Kind, second: Kind): Kind {
  return {
    takes: `${first.takes}, or ${second.takes}`,
    read: (value, field) => (first.accepts?.(value) === true ? value : second.read(value, field)),
  };
}
