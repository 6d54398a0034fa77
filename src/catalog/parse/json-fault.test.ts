import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFault } from "./json-fault.ts";

const faultOf = (text: string) => jsonFault(new TextEncoder().encode(text));

describe("where a text stops being JSON", () => {
  it.each([
    ['{"a":NaN}', 1, 6, '"NaN": a value that JSON has not'],
    ['{"a":\n  Infinity}', 2, 3, '"Infinity": a value that JSON has not'],
    ['{"a":-Infinity}', 1, 7, '"Infinity": a value that JSON has not'],
    ['{"a":undefined}', 1, 6, '"undefined": a value that JSON has not'],
    ['{"a":True}', 1, 6, '"True": a word in capitals, which JSON has not'],
    ['{ // ours\n"a":1}', 1, 3, '"/": a comment, which JSON has not'],
    ['{"a":1, /* ours */ "b":2}', 1, 9, '"/": a comment, which JSON has not'],
    ['{"a":1 # ours\n}', 1, 8, '"#": a comment, which JSON has not'],
    ["{'a':1}", 1, 2, '"\'": a single quotation mark, which JSON has not'],
    ["{a: 1}", 1, 2, '"a": a name without quotation marks'],
    ['{"a":1,\n}', 2, 1, 'a comma too many before "}"'],
    ['{"a":[1,]}', 1, 9, 'a comma too many before "]"'],
    ['{"a":.5}', 1, 6, '".5": a number without a digit before its point'],
    ['{"a":"x\ny"}', 1, 8, "a line break or another control character within a text"],
    ['{"a" 1}', 1, 6, '"1" cannot stand there'],
    ['{"a":1}\n{"b":2}', 2, 1, "a second document behind the first, as in JSON Lines"],
    ['{"a":1} end', 1, 9, "something behind the end of the document"],
    ['{"äö€😀":?}', 1, 9, '"?" cannot stand there'],
  ])("of %j is line %d, column %d: %s", (text, line, column, what) => {
    expect(faultOf(text)).toEqual({ line, column, what, isCut: false });
  });

  it.each(['{"a":[1,2', '{"a":"x', "[", '{"a":1,'])("of %j is its end", (text) => {
    expect(faultOf(text)).toMatchObject({ what: "it ends in the middle", isCut: true });
  });

  it("is nowhere in what is neither object nor list, behind a mark or not", () => {
    expect(faultOf("hello")).toBeUndefined();
    expect(faultOf("")).toBeUndefined();
    expect(faultOf('\ufeff{"a":1}')).toBeUndefined();
    expect(faultOf("\ufeff{a:1}")).toMatchObject({ line: 1, column: 2 });
  });

  it("is somewhere in an object exactly where JSON.parse fails", () => {
    const texts = fc.tuple(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.nat(),
      fc.string({ maxLength: 1 }),
    );
    fc.assert(
      fc.property(texts, ([value, at, put]) => {
        const json = JSON.stringify(value);
        const place = at % (json.length + 1);
        const text = `{${json.slice(1, place)}${put}${json.slice(place + 1)}`;
        const isJson = ((): boolean => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        })();
        expect([text, faultOf(text) === undefined]).toEqual([text, isJson]);
      }),
      { seed: 7701, numRuns: 500 },
    );
  });
});
