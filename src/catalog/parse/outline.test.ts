import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wireCatalog, wireModel, wireProvider } from "../../testing/catalog-builders.ts";
import { parseCatalog } from "./catalog.ts";
import { Notebook } from "./findings.ts";
import { parseFacts } from "./facts.ts";
import { skipNested } from "./json-skip.ts";
import { areUsualFacts, numbersPerModel, outlineOf } from "./outline.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const outlined = (text: string) => outlineOf(bytesOf(text));

/** Refs by the outline, each with the record that lies there. */
function rowsOf(text: string): [ref: string, wire: unknown][] | undefined {
  const bytes = bytesOf(text);
  const outline = outlineOf(bytes);
  return outline?.providers.flatMap(({ id, firstModel }, at) => {
    const next = outline.providers[at + 1]?.firstModel ?? outline.models.length / numbersPerModel;
    return Array.from({ length: next - firstModel }, (_, nth): [string, unknown] => {
      const place = (firstModel + nth) * numbersPerModel;
      const [start, stop, from, to] = outline.models.slice(place, place + numbersPerModel);
      const model = textOf(bytes.subarray(start, stop));
      return [`${id}/${model}`, JSON.parse(textOf(bytes.subarray(from, to)))];
    });
  });
}

function read(text: string) {
  try {
    return parseCatalog(JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

/** Where there is an outline the document reads to its rows, and nothing is set aside. */
function expectSame(text: string): boolean {
  const rows = rowsOf(text);
  if (rows === undefined) return false;
  const parsed = read(text);
  expect(parsed?.findings.setAside).toEqual([]);
  expect(rows.map(([ref]) => ref).sort()).toEqual(
    parsed?.models.map(({ model }) => model.ref).sort(),
  );
  const wires = new Map(parsed?.models.map(({ model, wire }) => [model.ref, wire]));
  for (const [ref, wire] of rows) expect(wire, ref).toEqual(wires.get(ref));
  return true;
}

const usual = wireCatalog(
  wireProvider("openai", [wireModel("gpt-5"), wireModel("quo'ted")]),
  wireProvider("router", [wireModel("openai/gpt-5"), wireModel("通义/qwen 3")], {
    name: 'Rö"uter',
  }),
);
// marks within a provider's own texts are unusual
const usualText = JSON.stringify(usual).replaceAll('\\"', "'");

describe("the outline of a catalog", () => {
  it("finds every row where it lies, however the document is spaced", () => {
    for (const space of [0, 1, "\t", "  "]) {
      const text = JSON.stringify(JSON.parse(usualText), null, space);
      expect(rowsOf(text)?.map(([ref]) => ref)).toEqual([
        "openai/gpt-5",
        "openai/quo'ted",
        "router/openai/gpt-5",
        "router/通义/qwen 3",
      ]);
      expect(expectSame(`\n ${text}\r\n\t`)).toBe(true);
    }
  });

  const row = JSON.stringify(wireModel("a"));
  const withRow = (one: string): string => `{"p":{"id":"p","models":{"a":${one}}}}`;
  const deep = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;

  it.each([
    ["a document cut short", usualText.slice(0, -1)],
    ["something behind it", `${usualText} x`],
    ["a list", `[${usualText}]`],
    ["nothing", ""],
    ["an empty object", "{}"],
    ["a provider without models", '{"p":{"id":"p"}}'],
    ["no model at all", '{"p":{"models":{}}}'],
    ["models as a list", `{"p":{"models":[${row}]}}`],
    ["a row that is none", '{"p":{"models":{"a":{},"b":1}}}'],
    ["a provider that is none", `{"p":{"models":{"a":${row}}},"q":null}`],
    ["an id that comes twice", `{"p":{"models":{"a":{},"a":{}}}}`],
    ["a provider that comes twice", `{"p":{"models":{"a":{}}},"p":{"models":{"b":{}}}}`],
    ["models that come twice", `{"p":{"models":{"a":{}},"models":{"b":{}}}}`],
    ["models written with an escape", `{"p":{"models":{"a":{}},"mod\\u0065ls":{"b":{}}}}`],
    ["an id with an escape", `{"p":{"models":{"\\u0061":{}}}}`],
    ["a reserved id", `{"p":{"models":{"__proto__":{}}}}`],
    ["another", `{"p":{"models":{"constructor":{}}}}`],
    ["a provider of such a name", `{"prototype":{"models":{"a":{}}}}`],
    ["an id that is blank", `{"p":{"models":{"  ":{}}}}`],
    ["a blank beyond ASCII", `{"p":{"models":{"\u00a0\u3000":{}}}}`],
    ["an empty id", `{"p":{"models":{"":{}}}}`],
    ["a long id", `{"p":{"models":{"${"a".repeat(513)}":{}}}}`],
    ["a slash in a provider's id", `{"a/b":{"models":{"a":{}}}}`],
    ["catalog.json", `{"providers":${usualText},"models":{}}`],
    ["nesting that may be too deep", withRow(`{"x":${deep(60)}}`)],
    ["a comma too many", withRow('{"x":1,}')],
    ["a number that is none", withRow('{"x":01}')],
    ["a word that is none", withRow('{"x":nul}')],
    ["a control character", withRow('{"x":"\n"}')],
    ["an escape that is none", withRow('{"x":"\\x"}')],
    ["a mark in front", `\ufeff${usualText}`],
  ])("is left to the parser for %s", (_, text) => {
    expect(outlined(text)).toBeUndefined();
  });

  it("takes nesting that a row may have", () => {
    expect(expectSame(withRow(`{"x":${deep(59)}}`))).toBe(true);
  });

  it("says nothing else than the parser of a document that was damaged anywhere", () => {
    const bytes = bytesOf(usualText);
    let outlines = 0;
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.nat(bytes.length - 1),
            fc.constantFrom(...Array.from('"\\{}[]:,0-.eE\ntn/ \u0001')),
          ),
          {
            minLength: 1,
            maxLength: 3,
          },
        ),
        (changes) => {
          const damaged = Uint8Array.from(bytes);
          for (const [at, letter] of changes) damaged[at] = letter.charCodeAt(0);
          if (expectSame(textOf(damaged))) outlines += 1;
        },
      ),
      { seed: 20261127, numRuns: 5_000 },
    );
    // a letter within a name changes nothing else
    expect(outlines).toBeGreaterThan(500);
  });
});

describe("stepping over JSON", () => {
  it("ends where the value ends, and nowhere else than JSON.parse", () => {
    let taken = 0;
    const json = fc.json({ maxDepth: 6 }).filter((text) => /^[[{]/.test(text));
    fc.assert(
      fc.property(
        json,
        fc.nat(),
        fc.constantFrom(...Array.from('"\\{}[]:,0-.eEtnu+ ')),
        (text, at, letter) => {
          const bytes = bytesOf(text);
          expect(skipNested(bytes, 0)).toBe(bytes.length);
          const changed = `${text.slice(0, at % text.length)}${letter}${text.slice((at % text.length) + 1)}`;
          if (!/^[[{]/.test(changed)) return;
          const end = skipNested(bytesOf(changed), 0);
          if (end < 0) expect(() => JSON.parse(changed) as unknown).toThrow();
          else {
            taken += 1;
            expect(
              () => JSON.parse(textOf(bytesOf(changed).subarray(0, end))) as unknown,
            ).not.toThrow();
          }
        },
      ),
      { seed: 20261127, numRuns: 5_000 },
    );
    expect(taken).toBeGreaterThan(500);
  });

  it.each([
    "[-0, 0, 10, -1.5, 1e5, 1E+5, 1.25e-3, 0.0, 0e1]",
    '{"a":true,"b":[false,null,{}],"c":[[],{"d":""}]}',
    '["\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D", "ä通", "\u007f"]',
    " [\n] ".trim(),
  ])("takes %s", (text) => {
    expect(skipNested(bytesOf(text), 0)).toBe(bytesOf(text).length);
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  });

  it.each([
    "[01]",
    "[1.]",
    "[.5]",
    "[-]",
    "[+1]",
    "[1e]",
    "[1e+]",
    "[0x1]",
    "[1 2]",
    "[,]",
    "[1,]",
    "[tru]",
    "[truex]",
    "{1:2}",
    '{"a"}',
    '{"a":}',
    '{"a":1 "b":2}',
    "{,}",
    '["\t"]',
    '["\\u12g4"]',
    '["\\a"]',
    "[}",
    "{]",
    "[",
    '["',
    '{"a":1',
    "[NaN]",
    "['a']",
  ])("refuses %s", (text) => {
    expect(skipNested(bytesOf(text), 0)).toBe(-1);
    expect(() => JSON.parse(text) as unknown).toThrow();
  });
});

describe("usual facts", () => {
  it.each([
    ['{"openai/gpt-5":{"name":"GPT-5"}}', true],
    ["{}", true],
    ['{"gpt-5":{}}', false],
    ['{"openai/gpt-5":1}', false],
    ["[]", false],
    ['{"openai/gpt-5":{}', false],
    ["", false],
  ])("%s: %s", (text, areUsual) => {
    expect(areUsualFacts(bytesOf(text))).toBe(areUsual);
    if (!areUsual) return;
    const notebook = new Notebook();
    parseFacts(JSON.parse(text) as unknown, notebook);
    expect(notebook.setAsideRows).toEqual([]);
  });
});
