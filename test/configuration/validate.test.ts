import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findingKinds } from "../../src/config/finding.ts";
import { wireModel } from "../../src/testing/catalog-builders.ts";
import { createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { cases, key } from "./findings.ts";
import { catalogWith, commandWith } from "./validated.ts";

const gone = wireModel("gpt-3");

describe("config validate finds", () => {
  it.each(cases)(
    "what is wrong, where, and what to do: %s in %j",
    (code, user, line, message, fix) => {
      const { found, run, user: file } = commandWith(user);
      const [one, ...others] = found().filter((each) => each.code === code);
      expect([others, one?.file, one?.line]).toEqual([[], file, line]);
      expect(one?.message).toMatch(message);
      expect(String(one?.fix)).toMatch(fix);
      const isError = found().some(({ severity }) => severity === "error");
      expect([run("").code, run("--strict").code]).toEqual([isError ? 8 : 0, 8]);
      expect(run("").stdout + run("--json").stdout).not.toContain(key);
    },
  );

  it("what a project's file may not say, and one that others may write", () => {
    const { found, project } = commandWith("{}", '{"catalog": {"ttl": "1h"}}');
    expect(found().map((one) => [one.code, one.file, one.line])).toEqual([
      ["config.project-ignored", project, 1],
    ]);
    chmodSync(project, 0o666);
    expect(found().map((one) => [one.code, one.file])).toEqual([["config.untrusted", project]]);
  });

  it("one's own file that others may write, with the command that mends it", () => {
    const { found, user } = commandWith("{}");
    chmodSync(user, 0o666);
    expect(found().map((one) => [one.code, one.fix])).toEqual([
      ["config.open-file", `chmod o-w ${user}`],
    ]);
  });

  it("a model that an older catalog still had", () => {
    const { home } = createCommand({});
    const from = join(home, "api.json");
    writeFileSync(from, catalogWith(gone, wireModel("gpt-5-mini")));
    const { found, command } = commandWith('{"current": "openai/gpt-3"}', undefined, from);
    expect(found()).toEqual([]);
    writeFileSync(from, catalogWith(wireModel("gpt-5-mini"), wireModel("gpt-5-nano")));
    expect(command.run(["refresh-cache"]).code).toBe(0);
    const [one] = found();
    expect([one?.code, one?.severity]).toEqual(["config.removed-model", "error"]);
    expect(one?.message).toContain("openai/gpt-3 is no longer in the catalog");
  });

  it("a model that a variable names, and no file", () => {
    const { found } = commandWith("{}");
    const [one] = found("", { MODELFORGE_MODEL: "openai/none" });
    expect([one?.code, one?.file, one?.line]).toEqual(["config.unknown-model", null, null]);
  });

  it("no fault in a model where only the snapshot can say so, and that no catalog could be asked", () => {
    const { found } = commandWith('{"current": "openai/gpt-99"}');
    const [one] = found("--offline", { MODELFORGE_URL: "https://models.dev" });
    expect([one?.code, one?.severity]).toEqual(["config.unknown-model", "warning"]);
    expect(one?.message).toMatch(/the snapshot that came with ModelForge is of \d{4}-\d\d-\d\d/);
    const [none] = found("", { MODELFORGE_URL: "/none/at/all.json" });
    expect([none?.code, none?.severity]).toEqual(["config.not-checked", "warning"]);
  });

  it("what aliases and rows of the catalog have wrong, each in its line", () => {
    const { found, user } = commandWith(`{"aliases": {
 "ring": {"model": "ring"},
 "none": {"fallback": ["openai/gpt-5"]},
 "twice": {"model": "openai/gpt-5", "fallback": [
  "openai/gpt-5",
  "openai/gone",
  "openai/gpt-4"],
  "needs": ["tools", "pdf"],
  "parameters": {
   "temperature": 1}}},
"catalog": {"overrides": {
 "openai/none": {"status": "beta"},
 "openai/gpt-5": {
  "price": {"input": 1},
  "status": "active"}}},
"providers": {"openai": {"models": {"gpt-5": {"parameters": {
  "reasoning_effort": "low"}}}}}
}`);
    const lines = found().map(({ code, line, file }) => [code, line, file === user]);
    expect(lines).toEqual([
      ["config.alias-circle", 2, true],
      ["config.empty-alias", 3, true],
      ["config.idle-fallback", 5, true],
      ["config.unknown-model", 6, true],
      ["config.deprecated-model", 7, true],
      ["config.lacks-capability", 8, true],
      ["config.lacks-capability", 8, true],
      ["config.unknown-override", 12, true],
      ["config.same-as-catalog", 14, true],
      ["config.same-as-catalog", 15, true],
      ["config.unused-parameter", 17, true],
    ]);
  });

  it("everything that the table names", () => {
    const here = ["config.untrusted", "config.open-file", "config.project-ignored"];
    const others = [
      "config.removed-model",
      "config.not-checked",
      "config.alias-circle",
      "config.empty-alias",
      "config.idle-fallback",
      "config.lacks-capability",
      "config.unused-parameter",
      "config.unknown-override",
    ];
    const all = [...cases.map(([code]) => code), ...here, ...others];
    expect(all.sort()).toEqual(Object.keys(findingKinds).sort());
  });

  it("nothing in a configuration that is right, and says so", () => {
    const { run } = commandWith(
      '{"current": "fast", "aliases": {"fast": {"model": "openai/gpt-5"}}}',
    );
    expect(run("")).toEqual({
      code: 0,
      stdout: "",
      stderr: "note: nothing is wrong with the configuration\n",
    });
    expect(run("--strict --json").code).toBe(0);
  });
});

describe("config validate --fix", () => {
  it("writes the ref of a model that is found by a guess, after the diff, and that is one change", () => {
    const text =
      '{\n  // mine\n  "current": "GPT 5 mini",\n  "aliases": {"big": {"model": "GPT 5"}}\n}\n';
    const { run, found, command, user } = commandWith(text);
    const dry = run("--fix --dry-run");
    expect(dry.stderr).toContain('+  "current": "openai/gpt-5-mini"');
    expect(found()).toHaveLength(2);
    const done = run("--fix");
    expect([done.code, done.stdout]).toEqual([0, ""]);
    expect(done.stderr).toContain(
      `${user}: current is now openai/gpt-5-mini, aliases.big.model is now openai/gpt-5`,
    );
    expect(found()).toEqual([]);
    const history = answerOf<{ command: string }[]>(command.run(["config", "history", "--json"]));
    expect(history.result.map((one) => one.command)).toEqual(["config validate --fix"]);
  });

  it("takes out fallbacks that do nothing and what the catalog says, too, and leaves the rest of both", () => {
    const text = `{"aliases": {"fast": {"model": "openai/gpt-5",
 "fallback": ["openai/gpt-5", "GPT 5 mini", "openai/gpt-4", "openai/gpt-4"]}},
 "catalog": {"overrides": {"openai/gpt-5": {"status": "active", "name": "Ours"}}}}`;
    const { run, user } = commandWith(text);
    expect(run("--fix").code).toBe(0);
    expect(JSON.parse(readFileSync(user, "utf8"))).toEqual({
      aliases: {
        fast: { model: "openai/gpt-5", fallback: ["openai/gpt-5-mini", "openai/gpt-4"] },
      },
      catalog: { overrides: { "openai/gpt-5": { name: "Ours" } } },
    });
  });

  it("is what --dry-run goes with", () => {
    expect(commandWith("{}").run("--dry-run").code).toBe(2);
  });
});

describe("config validate --format", () => {
  it("gives each finding its place for GitHub, a project's by its path there", () => {
    const { run } = commandWith("{}", '{\n"current": "openai/none, or 100%"}');
    expect(run("--format github").stdout).toMatch(
      /^::error file=\.model-forge\/config\.json,line=2,title=config\.unknown-model::no model openai\/none, or 100%25[^\n]*\n$/,
    );
  });

  it("gives SARIF that names each rule and each place", () => {
    const { run, user } = commandWith('{\n"colour": 1}', '{"current": "openai/none"}');
    const log = JSON.parse(run("--format sarif").stdout) as {
      version: string;
      runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, never>[] }[];
    };
    const [only] = log.runs;
    expect([log.version, only?.tool.driver.rules.map(({ id }) => id)]).toEqual([
      "2.1.0",
      Object.keys(findingKinds),
    ]);
    const places = only?.results.map(({ ruleId, level, locations }) => [ruleId, level, locations]);
    const at = (uri: string, startLine: number) => [
      { physicalLocation: { artifactLocation: { uri }, region: { startLine } } },
    ];
    expect(places).toEqual([
      ["config.unknown-key", "warning", at(`file://${user}`, 2)],
      ["config.unknown-model", "error", at(".model-forge/config.json", 1)],
    ]);
  });

  it("gives a table in Markdown", () => {
    const { run } = commandWith('{"colour": 1}');
    expect(run("--format md").stdout).toContain(
      "| severity | code | file | line | message | fix |",
    );
  });
});
