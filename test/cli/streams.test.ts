import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { renderRootHelp } from "../../src/surfaces/cli/root-help.ts";
import { createCommand, root } from "./command.ts";

const { run, shell, home } = createCommand({ MODELFORGE_OFFLINE: "1" });
const ajv = new Ajv2020({ strict: false, formats: { "date-time": true } });

function matches(schema: string, value: unknown): void {
  const text = readFileSync(join(root, "schema", `${schema}.json`), "utf8");
  const shape = JSON.parse(text) as { $id: string };
  const validate = ajv.getSchema(shape.$id) ?? ajv.compile(shape);
  expect(validate(value), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
}

function lastLine(text: string): unknown {
  return JSON.parse(text.trimEnd().split("\n").at(-1) ?? "");
}

describe("the streams of a command in a pipe", () => {
  it("prints one JSON document that the published schema describes", () => {
    const questions: [schema: string, args: string[]][] = [
      ["models", ["list"]],
      ["models", ["search", "gpt"]],
      ["model-info", ["info", "openai/gpt-4o"]],
      ["providers", ["providers"]],
      ["provider-info", ["providers", "info", "openai"]],
    ];
    for (const [schema, args] of questions) {
      const { code, stdout } = run([...args, "--json"]);
      expect(code).toBe(0);
      expect(stdout.trimEnd()).not.toContain("\n");
      matches(schema, JSON.parse(stdout));
    }
  });

  it("leaves stdout empty on failure and ends stderr with the error as JSON", () => {
    const failures: [code: string, exit: number, args: string[]][] = [
      ["usage.unknown-command", 2, ["lits"]],
      ["usage.unknown-option", 2, ["list", "--provder", "openai"]],
      ["usage.bad-value", 2, ["list", "--max-price", "cheap"]],
      ["usage.bad-value", 2, ["list", "--capability", "telepathy"]],
      ["usage.missing-argument", 2, ["info"]],
      ["usage.missing-argument", 2, ["search"]],
      ["usage.missing-argument", 2, ["list", "--max-cost", "1"]],
      ["usage.confirmation-needed", 2, ["cache", "clear"]],
      ["model.not-found", 3, ["info", "openai/gpt-4ooo"]],
      ["provider.not-found", 3, ["list", "--provider", "opnai"]],
      ["generation.not-found", 3, ["cache", "restore", "nothing"]],
      ["network.offline", 5, ["refresh-cache"]],
    ];
    for (const [code, exit, args] of failures) {
      const ran = run([...args, "--json"]);
      expect([args, ran.code]).toEqual([args, exit]);
      expect(ran.stdout).toBe("");
      const line = lastLine(ran.stderr) as { error: { code: string } };
      expect(line.error.code).toBe(code);
      matches("error", line);
    }
  });

  it("says for people what happened and what to do next", () => {
    const { code, stdout, stderr } = run(["info", "openai/gpt-4ooo"]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/error: no model openai\/gpt-4ooo in the catalog/);
    expect(stderr).toMatch(/hint: did you mean openai\/gpt-4o/);
  });

  it("names the nearest command, flag and provider", () => {
    expect(run(["serach"]).stderr).toContain("did you mean modelforge search");
    expect(run(["list", "--capabilty", "tools"]).stderr).toContain("--capability");
    expect(run(["providers", "info", "antropic"]).stderr).toContain("anthropic");
  });

  it("forgives case and underscores in provider names", () => {
    const { code, stdout } = run(["providers", "info", "Amazon_Bedrock", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ result: { id: "amazon-bedrock" } });
  });

  it("uses no colour, no escape sequence and no truncation", () => {
    const { stdout } = run(["list", "--provider", "amazon-bedrock"]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(stdout).not.toContain("…");
  });

  it("colours on request and drops colour for NO_COLOR", () => {
    expect(run(["list", "--limit", "1"], { FORCE_COLOR: "1" }).stdout).toContain("\u001b[");
    const both = run(["list", "--limit", "1"], { FORCE_COLOR: "1", NO_COLOR: "1" });
    expect(both.stdout).not.toContain("\u001b");
    expect(run(["list", "--limit", "1", "--no-color"], { FORCE_COLOR: "1" }).stdout).not.toContain(
      "\u001b",
    );
  });

  it("hides and cuts nothing, whatever COLUMNS says", () => {
    for (const words of [
      ["list", "--provider", "amazon-bedrock"],
      ["compare", "openai/gpt-4o", "openai/gpt-4"],
      ["recommend", "--explain"],
      ["providers"],
    ]) {
      const narrow = run(words, { COLUMNS: "40" });
      expect(narrow).toEqual(run(words));
      expect(narrow.stderr).not.toContain("hidden; ");
    }
  });

  it("ends quietly where the reader has seen enough", () => {
    const ran = shell(
      `modelforge list --quiet --format jsonl | head -1 | wc -l; echo "\${PIPESTATUS[0]}"`,
    );
    expect(ran.stdout.trim().split(/\s+/)).toEqual(["1", "0"]);
    expect(ran.stderr).toBe("");
  });

  it("writes the same to a file as to a pipe", () => {
    const file = join(home, "list.txt");
    expect(shell(`modelforge list --quiet > "${file}"`).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(run(["list"]).stdout);
  });

  it("keeps notes off stdout, and quiet keeps them off stderr", () => {
    expect(run(["list", "--limit", "1"]).stderr).toMatch(/note: 1 of \d+ models shown/);
    expect(run(["list", "--limit", "1", "--quiet"]).stderr).toBe("");
  });

  it("answers nothing found with an empty list and exit 0", () => {
    const { code, stdout } = run(["search", "zzzzqqqq", "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ result: [] });
  });

  it("accepts the common flags before the command as well as after it", () => {
    expect(run(["--json", "list", "--limit", "1"]).stdout).toMatch(/^\{"schema":"modelforge\/v1"/);
  });
});

describe("help", () => {
  it("shows usage and examples first, on stdout with exit 0, for every command", () => {
    const root = run(["--help"]);
    expect(root.code).toBe(0);
    for (const args of [
      ["list"],
      ["search"],
      ["info"],
      ["providers"],
      ["refresh-cache"],
      ["cache", "clear"],
    ]) {
      const { code, stdout, stderr } = run([...args, "-h"]);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(
        /^Usage: modelforge [^\n]+\n(In short: modelforge [^\n]+\n)?\nExamples:\n/,
      );
    }
  });

  it("is the same under each name, whatever is wrong with the settings", () => {
    const broken = { MODELFORGE_CACHE_TTL: "soon", MODELFORGE_URL: "https:me:pw@mirror.example" };
    const helps = [[], ["--help"], ["-h"], ["help"]].map((args) => run(args, broken));
    const { stdout } = run(["--help"]);
    expect(stdout).toBe(renderRootHelp());
    expect(helps).toEqual(helps.map(() => ({ code: 0, stdout, stderr: "" })));
  });

  it("comes short on stderr with exit 2 where an argument lacks", () => {
    const { code, stdout, stderr } = run(["info"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Usage: modelforge models info");
  });

  it("knows its version", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
      version: string;
    };
    expect(run(["--version"]).stdout).toBe(`${version}\n`);
  });
});
