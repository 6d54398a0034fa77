import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { featureNames, features } from "../../src/config/features.ts";
import { ownVariables } from "../../src/system/own-variables.ts";
import { createCommand, type Ran } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";

interface Listed {
  name: string;
  on: boolean;
  origin: string;
}

const none = { CI: "", MODELFORGE_FEATURE_BACKGROUND_REFRESH: "" };

function commandWith() {
  const command = createCommand({});
  const file = join(command.home, ".config/model-forge/config.json");
  const run = (words: string, more: Record<string, string> = {}): Ran =>
    command.shellIn(command.home, `modelforge features ${words}`, { ...none, ...more });
  const state = (more: Record<string, string> = {}) =>
    answerOf<Listed[]>(run("list --json", more)).result.map(({ name, on, origin }) => [
      name,
      on,
      origin,
    ]);
  return { file, run, state };
}

describe("features list", () => {
  it("says of each whether it is on, and what says so", () => {
    const { state, run, file } = commandWith();
    expect(state()).toEqual(featureNames.map((name) => [name, true, "default"]));
    run("disable background-refresh");
    expect(state()[0]).toEqual(["background-refresh", false, file]);
    const variable = "MODELFORGE_FEATURE_BACKGROUND_REFRESH";
    expect(state({ [variable]: "1" })[0]).toEqual(["background-refresh", true, variable]);
    expect(state({ [variable]: "1", CI: "true" })[0]).toEqual(["background-refresh", false, "CI"]);
  });

  it("is a table for people, and every variable in it is one", () => {
    const { run } = commandWith();
    const { stdout, stderr } = run("list");
    for (const name of featureNames) expect(stdout).toContain(name);
    expect([stderr, stdout.split("\n").length]).toEqual(["", featureNames.length + 2]);
    for (const { variable } of Object.values(features)) expect(ownVariables).toContain(variable);
  });
});

describe("features enable and disable", () => {
  it("say it in one's own file, a change that can be taken back", () => {
    const { run, state, file } = commandWith();
    expect(run("disable background-refresh")).toEqual({
      code: 0,
      stdout: `changed ${file}\n`,
      stderr: "",
    });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({
      features: { "background-refresh": false },
    });
    expect(run("enable background-refresh --dry-run").stdout).toContain(
      '+    "background-refresh": true',
    );
    expect(state()[0]?.[1]).toBe(false);
    run("enable background-refresh");
    expect(state()[0]?.[1]).toBe(true);
  });

  it("say what goes before the file", () => {
    const { run } = commandWith();
    const variable = "MODELFORGE_FEATURE_BACKGROUND_REFRESH";
    const ran = run("disable background-refresh", { [variable]: "1" });
    expect(ran.stderr).toBe(`note: ${variable} is set, and goes before what the file says\n`);
  });

  it("name the nearest where there is no such feature", () => {
    const { run } = commandWith();
    const ran = run("enable background-refesh --json");
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(`${errorOf(ran).message} ${errorOf(ran).hint}`).toContain("background-refresh");
  });

  it("name the variable of what is decided before any file is read", () => {
    const { run } = commandWith();
    const ran = run("disable code-cache --json");
    expect([ran.code, errorOf(ran).hint]).toEqual([2, "set MODELFORGE_FEATURE_CODE_CACHE to 0"]);
  });
});
