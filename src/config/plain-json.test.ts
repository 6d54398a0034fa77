import * as fc from "fast-check";
import { type ParseError, parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { readPlainJson } from "./plain-json.ts";

/** What the library that changes such files reads; undefined where it finds fault. */
function readByLibrary(text: string): unknown {
  const errors: ParseError[] = [];
  const value = parse(text, errors, { allowTrailingComma: true }) as unknown;
  return errors.length === 0 ? value : undefined;
}

/** What may stand between any two parts of JSON. */
const between = fc.constantFrom(
  "",
  " ",
  "\n",
  "\r\n",
  "\t",
  '// a, "b" }\n',
  "/* ] , // */",
  "/**/",
);
const seed = 20261127;

/** JSON with something between its parts, and a comma too many at some ends. */
const written: fc.Arbitrary<string> = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.infiniteStream(between), fc.infiniteStream(fc.boolean()))
  .map(([value, gaps, commas]) => {
    const gap = (): string => gaps.next().value as string;
    const comma = (): string => (commas.next().value === true ? `${gap()},` : "");
    const write = (one: unknown): string => {
      if (Array.isArray(one)) {
        const all = one.map((inner) => gap() + write(inner) + gap()).join(",");
        return `[${all}${one.length > 0 ? comma() : ""}${gap()}]`;
      }
      if (typeof one !== "object" || one === null) return JSON.stringify(one);
      const all = Object.entries(one).map(
        ([name, inner]) =>
          `${gap()}${JSON.stringify(name)}${gap()}:${gap()}${write(inner)}${gap()}`,
      );
      return `{${all.join(",")}${all.length > 0 ? comma() : ""}${gap()}}`;
    };
    return gap() + write(value) + gap();
  });

describe("readPlainJson", () => {
  it(`reads what people write as the library does (seed ${seed})`, () => {
    fc.assert(
      fc.property(written, (text) => {
        // the library has no such name
        fc.pre(!text.includes("__proto__"));
        expect(readPlainJson(text)).toEqual(readByLibrary(text));
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it("leaves texts alone that look like comments or ends", () => {
    const text = String.raw`{"a": "// no", "b": "/* no */", "c": ",]", "d": "\\", "e": "\",}" /* yes */, }`;
    expect(readPlainJson(text)).toEqual({ a: "// no", b: "/* no */", c: ",]", d: "\\", e: '",}' });
  });

  it("takes a mark in front, and the last of two that are called the same", () => {
    expect(readPlainJson('\ufeff{"a": 1, "a": 2}')).toEqual({ a: 2 });
  });

  it.each(["{", '{"a" 1}', "{'a': 1}", "{a: 1}", "[1,,2]", "[,]", '{"a": 1} x', "/* open", "{,}"])(
    "refuses %j",
    (text) => {
      expect(() => readPlainJson(text)).toThrow(SyntaxError);
    },
  );
});
