import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";

function offered(said: string, ...words: string[]): string[] {
  const command = createCommand({});
  const directory = join(command.home, ".config/model-forge");
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, "config.json"), said);
  const ran = command.run(["complete", "--", ...words]);
  expect([ran.code, ran.stderr]).toEqual([0, ""]);
  return ran.stdout.split("\n").flatMap((line) => line.split("\t")[0] || []);
}

const said = '{"aliases": {"zz-fast": {"model": "openai/gpt-5"}, "$(touch x)": {"model": "a/b"}}}';

describe("Tab offers", () => {
  it("names of one's own, wherever a model can stand", () => {
    expect(offered(said, "info", "zz")).toEqual(["zz-fast"]);
    expect(offered(said, "cost", "gpt-5", "zz")).toEqual(["zz-fast"]);
    expect(offered(said, "config", "alias", "")).toEqual(["zz-fast", "small", "large"]);
    expect(offered(said, "config", "alias", "zz-fast", "--need", "tools,vi")).toEqual([
      "tools,vision",
      "tools,video",
    ]);
    expect(offered(said, "config", "alias", "x", "--fallback", "zz")).toEqual(["zz-fast"]);
    expect(offered(said, "--no-config", "info", "zz")).toEqual([]);
  });

  it("models of one's own, and with the catalog switched off those alone", () => {
    const own =
      '"providers": {"zz-house": {"models": {"llama": {"name": "L"}}}, "openai": {"models": {"zz": {"name": "Z"}}}}';
    expect(offered(`{${own}}`, "info", "zz-h")).toEqual(["zz-house/"]);
    expect(offered(`{${own}}`, "info", "zz-house/")).toEqual(["zz-house/llama"]);
    expect(offered(`{${own}}`, "cost", "openai/z")).toEqual(["openai/zz"]);
    const off = `{${own}, "catalog": {"enabled": false}}`;
    expect(offered(off, "info", "openai/")).toEqual(["openai/zz"]);
    expect(offered(off, "info", "")).toEqual(["openai/", "zz-house/"]);
    expect(offered(off, "--no-config", "info", "zz-house/")).toEqual([]);
  });

  it("settings, and those that hold a name where they are there", () => {
    expect(offered(said, "config", "set", "catalog.")).toEqual([
      "catalog.enabled",
      "catalog.source",
      "catalog.ttl",
      "catalog.allowSnapshot",
    ]);
    expect(offered(said, "config", "get", "aliases.zz")).toEqual([
      "aliases.zz-fast.model",
      "aliases.zz-fast.fallback",
      "aliases.zz-fast.needs",
      "aliases.zz-fast.parameters",
    ]);
    expect(offered("{}", "config", "set", "aliases.small.f")).toEqual(["aliases.small.fallback"]);
  });

  it("the numbers of changes, each with its command", () => {
    const command = createCommand({});
    const project = join(command.home, "p");
    mkdirSync(join(project, ".git"), { recursive: true });
    const shell = (line: string) => command.shellIn(project, line);
    shell(
      "modelforge config set catalog.ttl 1h && modelforge config set settings.budget 3 --project",
    );
    const lines = (...words: string[]) => shell(`modelforge complete -- ${words.join(" ")}`).stdout;
    const all = "1\tconfig set settings.budget 3\n2\tconfig set catalog.ttl 1h\n";
    expect(lines("config", "diff", "''")).toBe(all);
    expect(lines("config", "rollback", "''")).toBe(all);
    expect(lines("config", "rollback", "--project", "''")).toBe(
      "1\tconfig set settings.budget 3\n",
    );
    expect(lines("config", "diff", "2")).toBe("2\tconfig set catalog.ttl 1h\n");
    expect(offered("{}", "config", "diff", "")).toEqual([]);
  });

  it("features", () => {
    expect(offered(said, "features", "disable", "b")).toEqual(["background-refresh"]);
  });

  it("what can be had without a file that is broken", () => {
    expect(offered("{ broken", "config", "set", "cur")).toEqual(["current"]);
    expect(offered("{ broken", "info", "zz")).toEqual([]);
  });
});
