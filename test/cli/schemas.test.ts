import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { projectionOf } from "../../scripts/schemas.ts";
import { answers } from "../../src/operations/answers.ts";
import { operations } from "../../src/operations/index.ts";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";
import { shop } from "../journeys/shop.ts";
import { root } from "./command.ts";

const folder = join(root, "schema");
const ajv = new Ajv2020({ strict: false, formats: { "date-time": true } });
const command = shop();
const usage = ["--input", "10k", "--output", "1k"];

/** What each command that prints JSON is asked. */
const lines: Record<string, string[]> = {
  "models list": ["--limit", "2", ...usage],
  "models search": ["gpt"],
  "models info": ["openai/gpt-5"],
  "models compare": ["openai/gpt-5", "gpt-4", ...usage],
  "models offers": ["openai/gpt-5"],
  "models recommend": ["coding"],
  cost: ["openai/gpt-5", ...usage],
  "providers list": [],
  "providers info": ["openai"],
  "refresh-cache": [],
  "cache status": [],
  "cache verify": [],
  "cache history": [],
  "cache prune": [],
  "cache path": [],
  "config show": ["--origin"],
  "config get": ["catalog.ttl"],
  "config path": [],
  "config set": ["catalog.ttl", "1h"],
  "config add": ["openai/gpt-5"],
  "config add-auto": ["--any", "--yes"],
  "config remove": ["openai/gpt-5"],
  "config use": ["gpt-5"],
  "config alias": ["fast", "gpt-5"],
  "config history": [],
  "config diff": ["2"],
  "config unset": ["catalog.ttl"],
  "config edit": [],
  "config validate": [],
  "config migrate": [],
  "features list": [],
  "features enable": ["background-refresh"],
  "features disable": ["background-refresh"],
  "config rollback": [],
  "auth login": ["openai", "--api-key", "sk-0001aaaabbbb"],
  "auth list": [],
  "auth status": ["openai"],
  "auth trust": ["vllm", "http://10.0.0.5:8000", "--yes"],
  "auth logout": ["openai"],
  completion: ["bash"],
  "cache clear": ["--yes"],
};
// a file has no older generation, and a picker needs a terminal
const elsewhere = ["cache restore", "discover"];

function validatorOf(name: string) {
  const schema = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as { $id: string };
  return ajv.getSchema(schema.$id) ?? ajv.compile(schema);
}

function expectValid(name: string, document: unknown): void {
  const validate = validatorOf(name);
  expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
}

/** The same document as a later version may print it: with one field more in every object. */
function withMore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withMore);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([key, entry]) => [key, withMore(entry)]);
  return { ...Object.fromEntries(fields), addedLater: 1 };
}

const printing = commandTable.flatMap(({ path, answer }) =>
  answer === null ? [] : [{ path, answer }],
);

describe("the published schemas", () => {
  it("are tried with every command that prints JSON", () => {
    const tried = [...Object.keys(lines), ...elsewhere].sort();
    expect(printing.map(({ path }) => path).sort()).toEqual(tried);
  });

  it("say by $id which they are, each another", () => {
    const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ""));
    for (const name of names) {
      const { $id } = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
      expect($id).toBe(`urn:modelforge:v1:${name}`);
    }
  });

  it("are there for every question, and every question is a command's", () => {
    const offered = new Set<string>(printing.map(({ answer }) => answer));
    expect(Object.keys(operations).filter((name) => !offered.has(name))).toEqual([]);
    expect(Object.keys(answers).sort()).toEqual([...offered].sort());
  });

  it("close nothing: no object forbids what it does not name", () => {
    for (const file of readdirSync(folder)) {
      expect(readFileSync(join(folder, file), "utf8")).not.toContain(
        '"additionalProperties": false',
      );
    }
  });
});

describe.each(printing.filter(({ path }) => !elsewhere.includes(path)))(
  "what $path --json prints",
  ({ path, answer }) => {
    const { schema, row } = answers[answer];

    it("is what its schema describes, and so it is with fields added", async () => {
      const { stdout, code } = await command.ask([
        ...path.split(" "),
        ...(lines[path] as string[]),
        "--json",
      ]);
      expect(code).toBe(0);
      expectValid(schema, JSON.parse(stdout));
      if (answer === "cache-status") return; // its counts are by names of any kind
      expectValid(schema, withMore(JSON.parse(stdout)));
    });

    it("can be had in part where it is a list, and has a schema for that", async () => {
      const definition = await commandTable.find((entry) => entry.path === path)?.load();
      if (definition?.flags.some(({ name }) => name === "--fields") !== true) return;
      expect(row).toBeDefined();
      const words = [...path.split(" "), ...(lines[path] as string[]), "--json"];
      const whole = JSON.parse((await command.ask(words)).stdout) as { result: object };
      const rows = "offers" in whole.result ? whole.result.offers : whole.result;
      const [first = {}] = rows as object[];
      for (const field of Object.keys(first)) {
        const { stdout, code } = await command.ask([...words, "--fields", field]);
        expect(code).toBe(0);
        const part = JSON.parse(stdout) as { result: object[] };
        expect(Object.keys(part.result[0] ?? {})).toEqual([field]);
        expectValid(projectionOf(schema), part);
      }
    });
  },
);
