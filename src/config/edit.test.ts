import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failureOf } from "../testing/failures.ts";
import { editedText } from "./edit.ts";
import { readPlainJson } from "./plain-json.ts";

const edit = (text: string, path: string[], value: unknown): string =>
  editedText(text, path, value, "/c.json");

describe("a value that is set", () => {
  it("leaves comments, order and commas as they are", () => {
    const text = `{
  // which one
  "current": "a", /* for now */
  "catalog": {
    "ttl": "1h", // not too often
  },
}
`;
    expect(edit(text, ["catalog", "ttl"], "6h")).toBe(text.replace("1h", "6h"));
  });

  it.each([
    ["a mark in front", '\ufeff{\n  "current": "a"\n}\n'],
    ["line ends of Windows", '{\r\n  "current": "a"\r\n}\r\n'],
    ["tabs", '{\n\t"current": "a"\n}\n'],
    ["four spaces", '{\n    "current": "a"\n}\n'],
    ["no line end at the end", '{\n  "current": "a"\n}'],
  ])("keeps %s", (_, text) => {
    const changed = edit(text, ["catalog", "ttl"], "6h");
    expect(readPlainJson(changed)).toEqual({ current: "a", catalog: { ttl: "6h" } });
    expect(changed.startsWith("\ufeff")).toBe(text.startsWith("\ufeff"));
    expect(/(?<!\r)\n/.test(changed)).toBe(!text.includes("\r\n"));
    expect(changed.includes("\t")).toBe(text.includes("\t"));
    expect(changed.includes('\n    "catalog"')).toBe(text.includes("\n    "));
    expect(changed.endsWith("\n")).toBe(text.endsWith("\n"));
    // and back again
    expect(readPlainJson(edit(changed, ["catalog"], undefined))).toEqual({ current: "a" });
  });

  it.each([
    [
      "a value that goes, with comments before and behind",
      '{\n  // a\n  "current": "x", // why\n  // about aliases\n  "aliases": {}\n}\n',
      ["current"],
      undefined,
      '{\n  // a\n  // why\n  // about aliases\n  "aliases": {}\n}\n',
    ],
    [
      "the last, whose neighbour has a comment",
      '{"a": {"x": 1}, // keep a\n // section b\n "b": {"y": 2} // note b\n}',
      ["b"],
      undefined,
      '{"a": {"x": 1} // keep a\n // section b\n // note b\n}',
    ],
    [
      "one of a line",
      '{ /* one */ "a": 1, /* two */ "b": 2 }',
      ["a"],
      undefined,
      '{ /* one */ /* two */ "b": 2 }',
    ],
    [
      "the last with a comma",
      '{\n  "a": 1, // a\n  "b": 2,\n}\n',
      ["b"],
      undefined,
      '{\n  "a": 1, // a\n}\n',
    ],
    [
      "a value that is new behind a comment",
      '{\n  "current": "x" // why\n}\n',
      ["catalog", "ttl"],
      "3h",
      '{\n  "current": "x", // why\n  "catalog": {\n    "ttl": "3h"\n  }\n}\n',
    ],
    [
      "a value that is new behind a comma and a comment",
      '{\n  "current": "x", /* why */\n}\n',
      ["b"],
      "y",
      '{\n  "current": "x", /* why */\n  "b": "y",\n}\n',
    ],
    [
      "a value that is new further in",
      '{\n  "aliases": {\n    "a": {"model": "m"} // mine, really\n  } // all\n}\n',
      ["aliases", "b"],
      "n",
      '{\n  "aliases": {\n    "a": {"model": "m"}, // mine, really\n    "b": "n"\n  } // all\n}\n',
    ],
  ] as const)("leaves comments with what they are about: %s", (_, text, path, value, after) => {
    expect(edit(text, [...path], value)).toBe(after);
  });

  it("stands behind the comments of a file that holds nothing else", () => {
    const changed = edit("// mine\n", ["current"], "a");
    expect(changed.startsWith("// mine\n{")).toBe(true);
    expect(readPlainJson(changed)).toMatchObject({ current: "a" });
  });

  it("changes nothing where it is not there", () => {
    for (const text of ['{"aliases": {"fast": {"model": "b"}}}', "{}", '{"catalog": "all"}'])
      expect(edit(text, ["catalog", "ttl"], undefined)).toBe(text);
  });

  it("takes an object along that would hold nothing any more, unless a comment is in it", () => {
    const without = (text: string): string =>
      edit(text, ["aliases", "fast", "model"], undefined).replaceAll(/\s/g, "");
    const text = '{"current": "a", "aliases": {"fast": {"model": "b"}}}';
    expect(without(text)).toBe('{"current":"a"}');
    expect(without(text.replace("}}}", '}, "slow": {"model": "c"}}}'))).toBe(
      '{"current":"a","aliases":{"slow":{"model":"c"}}}',
    );
    expect(without(text.replace("}}}", "} /* mine */}}"))).toBe(
      '{"current":"a","aliases":{/*mine*/}}',
    );
  });

  it("makes a file where there is none, with the address of its schema", () => {
    expect(readPlainJson(edit("", ["current"], "a"))).toEqual({
      $schema: "https://unpkg.com/modelforge/schema/config.json",
      version: 1,
      current: "a",
    });
  });

  it("touches nothing where two names are the same: which one is meant is not guessed", () => {
    const text = '{\n  "catalog": {"ttl": "1h"},\n  "catalog": {"ttl": "2h"}\n}';
    const { code, message } = failureOf(() => edit(text, ["catalog", "ttl"], "3h"));
    expect([code, message]).toEqual([
      "config.unreadable",
      "nothing was changed in /c.json: catalog stands there twice; line 3 is the one that counts",
    ]);
  });

  it("is not one that nobody could read again: too deep, or too large", () => {
    const deep = Array.from({ length: 40 }).reduce<unknown>((inner) => [inner], 1);
    for (const value of [deep, "x".repeat(1_000_001)])
      expect(failureOf(() => edit("{}", ["aliases", "a", "parameters"], value)).code).toBe(
        "config.unreadable",
      );
  });

  it("touches nothing where another value would go", () => {
    const { code } = failureOf(() => edit('{"catalog": "all"}', ["catalog", "ttl"], "3h"));
    expect(code).toBe("config.unreadable");
  });

  const seed = 20261127;
  const name = fc.constantFrom("a", "b.c", "__proto__", "constructor", "ü", 'q"');
  const inner = fc.dictionary(name, fc.oneof(fc.string(), fc.integer(), fc.boolean()));

  it(`changes that value and no other in any file (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, inner),
        name,
        name,
        fc.string(),
        (all, first, second, value) => {
          const text = JSON.stringify(all, null, 2);
          const changed = readPlainJson(edit(text, [first, second], value)) as typeof all;
          const before = Object.entries(all).flatMap(([one, of]) =>
            Object.entries(of).map(([two, at]) => JSON.stringify([one, two, at])),
          );
          const after = Object.entries(changed).flatMap(([one, of]) =>
            Object.entries(of).map(([two, at]) => JSON.stringify([one, two, at])),
          );
          const isOther = (line: string): boolean =>
            !line.startsWith(JSON.stringify([first, second]).slice(0, -1));
          expect(after.filter(isOther)).toEqual(before.filter(isOther));
          expect(after).toContain(JSON.stringify([first, second, value]));
        },
      ),
      { seed, numRuns: 1_000 },
    );
  });

  it(`loses no comment, be a value set or taken out (seed ${seed})`, () => {
    const lines = fc.constantFrom(" // c", " /* c", "\n// c");
    fc.assert(
      fc.property(
        fc.dictionary(name, inner),
        name,
        name,
        fc.option(fc.string(), { nil: undefined }),
        fc.array(lines, { minLength: 200, maxLength: 200 }),
        (all, first, second, value, ends) => {
          const text = JSON.stringify(all, null, 2)
            .split("\n")
            .map((line, at) => {
              const [end = ""] = ends.slice(at);
              return `${line}${end}${at}${end.includes("/*") ? " */" : ""}`;
            })
            .join("\n");
          const changed = edit(text, [first, second], value);
          const comments = (of: string): string[] => of.match(/\/[/*] c\d+(?: \*\/)?/g) ?? [];
          expect(comments(changed)).toEqual(comments(text));
        },
      ),
      { seed, numRuns: 1_000 },
    );
  });
});
