import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { clean } from "../../src/catalog/words/clean.ts";
import { createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";

const { load } = createRequire(import.meta.url)("js-yaml") as { load(text: string): unknown };
const file = join(process.env.MODELFORGE_TEST_TRIALS ?? "", "80-nasty-names.json");
const command = createCommand({ MODELFORGE_URL: file });
const fields = ["ref", "name", "family", "releaseDate", "price.input", "limits.context"];
const asked = ["list", "--sort", "ref", "--fields", fields.join(",")];

interface Row {
  ref: string;
  name: string;
  family: string | null;
  releaseDate: string;
  price: { input: number };
  limits: { context: number };
}

const rows = answerOf<Row[]>(command.run([...asked, "--json"])).result;
// flat formats are drawn: without control characters
const cells = rows.map(({ ref, name, family, releaseDate, price, limits }) =>
  [ref, name, family ?? "", releaseDate, price.input, limits.context].map((cell) =>
    clean(String(cell)),
  ),
);
const printed = (format: string): string => command.run([...asked, "--format", format]).stdout;

const hasPython = (module: string): boolean => {
  try {
    execFileSync("python3", ["-c", `import ${module}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const python = (code: string, input: string): unknown =>
  JSON.parse(execFileSync("python3", ["-c", `import sys, json\n${code}`], { input }).toString());

it("names that mean something else to a reader are read back from YAML as JSON gives them", () => {
  expect(rows.length).toBeGreaterThan(50);
  const yaml = printed("yaml");
  expect(parse(yaml, { version: "1.1", merge: true })).toEqual(rows);
  expect(parse(yaml)).toEqual(rows);
  expect(load(yaml)).toEqual(rows);
});

it.skipIf(!hasPython("yaml"))("and by Python's yaml (skipped where it is missing)", () => {
  const read = "import yaml; print(json.dumps(yaml.safe_load(sys.stdin.buffer)))";
  expect(python(read, printed("yaml"))).toEqual(rows);
});

it("are read back from JSON Lines and TSV", () => {
  const lines = printed("jsonl").trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
  const tsv = printed("tsv").slice(0, -1).split("\n").slice(1);
  expect(tsv.map((line) => line.split("\t"))).toEqual(cells);
});

it.skipIf(!hasPython("csv"))(
  "and from CSV by Python's csv, but for the apostrophe before a formula (skipped where it is missing)",
  () => {
    const read =
      "import csv, io; print(json.dumps(list(csv.reader(io.StringIO(sys.stdin.buffer.read().decode(), newline='')))))";
    const formula = /^(?:[=+\-\uff0b\uff0d\uff1d\t\r]|[@\uff20]\w+\()/;
    const escaped = cells.map((row) => row.map((cell) => (formula.test(cell) ? `'${cell}` : cell)));
    expect(python(read, printed("csv"))).toEqual([fields, ...escaped]);
  },
);
