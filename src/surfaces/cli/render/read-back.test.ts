import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { renderSeparated } from "./csv.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderYaml } from "./yaml.ts";

const require = createRequire(import.meta.url);

/** What any of the readers, or a spreadsheet, might take for something else. */
const nasty = [
  ..."y n yes no on off Y N Yes No On Off true True TRUE false null Null NULL ~ NaN .nan .inf -.inf .NaN".split(
    " ",
  ),
  ..."0 -0 1 -1 +1 007 0o17 017 0x1F 0b11 1_000 1,000 1.0 1. .5 1e5 1E-7 1.5e+3 12:30 1:2:3 190:20:30.15 685.230_15e+03".split(
    " ",
  ),
  ..."2026-01-15 2026-1-5 2026-01-15T10:00:00Z 2026 2026-01 = << - -- --- ... ? : # @ @a @SUM(1) @cf/acme/m1 ` % & * ! | >".split(
    " ",
  ),
  ..."=1+1 +1 -1 =cmd|'x'!A1 \uff1d1 \uff0b1 \uff0d1 \uff20SUM(1) 'quoted' \"quoted\" a,b a;b a|b a\\b [x](y) <b> *x* _y_".split(
    " ",
  ),
  "",
  " ",
  " a",
  "a ",
  "a: b",
  "a #b",
  "- a",
  "? a",
  "{a}",
  "[a]",
  "null ",
  "no ",
  "Zhípǔ 智谱 🤖",
] as const; // prettier-ignore

const numbers = [0, 1, -1.5, 0.1, 1e-7, 2.5e-9, 1e21, -1e-10, 200_000, 1_048_576, 1.1e300, 5e-324];
const rows = nasty.map((name, at) => ({
  id: `m${at}`,
  name,
  price: numbers[at % numbers.length] as number,
  released: `20${String(10 + (at % 16))}-0${1 + (at % 9)}-1${at % 10}`,
  open: at % 2 === 0,
  family: at % 3 === 0 ? null : name,
}));
const fields = ["id", "name", "price", "released", "open", "family"];

function hasPython(module: string): boolean {
  try {
    execFileSync("python3", ["-c", `import ${module}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function python(code: string, input: string): unknown {
  const script = `import sys, json\n${code}`;
  return JSON.parse(
    execFileSync("python3", ["-c", script], { input, encoding: "utf8" }),
  ) as unknown;
}

const textOfCell = (value: unknown): string =>
  value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
const asCells = rows.map((row) => Object.values(row).map(textOfCell));

describe("YAML that is read back", () => {
  const { load } = require("js-yaml") as { load(text: string): unknown };

  it.each<[string, (text: string) => unknown]>([
    ["a reader of YAML 1.2", (text) => parseYaml(text)],
    ["a reader of YAML 1.1", (text) => parseYaml(text, { version: "1.1", merge: true })],
    ["js-yaml", load],
  ])("by %s is what JSON gives", (_, read) => {
    expect(read(renderYaml(rows).text)).toEqual(rows);
    expect(read(renderYaml(Object.fromEntries(nasty.map((name) => [name, name]))).text)).toEqual(
      Object.fromEntries(nasty.map((name) => [name, name])),
    );
  });

  it.skipIf(!hasPython("yaml"))(
    "by Python's yaml is what JSON gives (skipped where it is missing)",
    () => {
      const read =
        "import yaml; print(json.dumps(yaml.safe_load(sys.stdin.buffer.read().decode())))";
      expect(python(read, renderYaml(rows).text)).toEqual(rows);
    },
  );

  it("is the same for any text that looks like a number, a date or a word of YAML", () => {
    const piece = fc.constantFrom(...Array.from("0123456789.-+_:eExob~<=yYnNtTfF, "));
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
    const readers = [(one: string): unknown => parseYaml(one, { version: "1.1" }), load];
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        const written = renderYaml(texts).text;
        for (const read of readers) expect(read(written)).toEqual(texts);
      }),
      { seed: 20261127, numRuns: 2_000 },
    );
    if (!hasPython("yaml")) return;
    const texts = fc.sample(text, { seed: 20261127, numRuns: 3_000 });
    const read = "import yaml; print(json.dumps(yaml.safe_load(sys.stdin.buffer.read().decode())))";
    expect(python(read, renderYaml(texts).text)).toEqual(texts);
  });
});

describe("CSV and TSV that are read back", () => {
  const csv = renderSeparated(rows, fields, ",").text;
  const tsv = renderSeparated(rows, fields, "\t").text;

  it.skipIf(!hasPython("csv"))(
    "by Python's csv give what JSON gives, CSV with an apostrophe before a formula (skipped where it is missing)",
    () => {
      const read =
        "import csv, io; print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode(), newline='')))))";
      const isFormula = (text: string): boolean =>
        ["=", "+", "-", "\uff1d", "\uff0b", "\uff0d"].includes(text.charAt(0)) ||
        /^[@\uff20]SUM\(/.test(text);
      const escaped = rows.map((row) =>
        Object.values(row).map((value) => {
          const text = textOfCell(value);
          return typeof value === "string" && isFormula(text) ? `'${text}` : text;
        }),
      );
      expect(python(read, csv)).toEqual([fields, ...escaped]);
      const tabs =
        "print(json.dumps([line.split('\\t') for line in sys.stdin.buffer.read().decode().split('\\n')[:-1]]))";
      expect(python(tabs, tsv)).toEqual([fields, ...asCells]);
    },
  );

  it("hold ids that begin with an at sign as they are typed", () => {
    const ids = ["@cf/acme/m1", "@hf/thebloke/x", "@", "@a", "@a-b(c)"];
    const cells = renderSeparated(
      ids.map((id) => ({ id })),
      ["id"],
      ",",
    )
      .text.split("\n")
      .slice(1, -1);
    expect(cells).toEqual(ids);
  });
});

it("Markdown that is read back gives what JSON gives", () => {
  const { lexer, parseInline } = require("marked") as {
    lexer(text: string): { type: string; rows: { text: string }[][] }[];
    parseInline(text: string): string;
  };
  const [table] = lexer(renderMarkdown(rows, fields).text);
  const plain = (html: string): string =>
    html
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&");
  const read = table?.rows.map((row) => row.map(({ text }) => plain(parseInline(text))));
  // a table's cell begins and ends with what is no space
  expect(read).toEqual(asCells.map((row) => row.map((text) => text.trim())));
});
