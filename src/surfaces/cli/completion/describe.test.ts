import { describe, expect, it } from "vitest";
import { capabilities } from "../../../catalog/words/capability.ts";
import { commandTable } from "../command-table.ts";
import { list, text } from "../option-values.ts";
import { count } from "../unit-values.ts";
import { describeCommand, describeCommands } from "./describe.ts";

const entry = { path: "cost", aliases: [], summary: "work it out" };

describe("what can be completed of a command", () => {
  it("are its flags, its arguments and the words they know", () => {
    const described = describeCommand(entry, {
      arguments: [
        { name: "shape", about: "", completes: ["round", "square"] },
        { name: "models", about: "", isMany: true, completes: "model" },
      ],
      flags: [
        { name: "--provider", about: "by whom", takes: list("id", "a,b", "provider") },
        { name: "--text-file", about: "a text", takes: text("path", "file") },
        { name: "--limit", about: "so many", takes: count },
      ],
    });
    expect(described.args).toEqual([["round", "square"], "model"]);
    expect(described.endless).toBe(true);
    const flags = new Map(described.flags.map((flag) => [flag.name, flag]));
    expect(flags.get("--provider")).toEqual({
      name: "--provider",
      about: "by whom",
      takes: "provider",
      many: true,
    });
    expect(flags.get("--text-file")?.takes).toBe("file");
    expect(flags.get("--limit")?.takes).toBe(null);
    expect(flags.get("--json")).toEqual({ name: "--json", about: "print one JSON document" });
    expect(flags.has("--help")).toBe(true);
  });
});

describe("what can be completed of all commands", async () => {
  const { commands, flags } = await describeCommands(commandTable);
  const takesOf = (path: string, flag: string) =>
    commands.find((one) => one.path === path)?.flags.find(({ name }) => name === flag)?.takes;

  it("is every command", () => {
    expect(commands.map(({ path }) => path)).toEqual(commandTable.map(({ path }) => path));
    expect(flags.map(({ name }) => name)).toEqual(expect.arrayContaining(["--json", "--version"]));
  });

  it("are words for every format, sort key, capability, modality and status", () => {
    const known = /^--(format|sort|capability|without|(in|out)put-modality|status)$/;
    for (const { path, flags: own } of commands) {
      for (const { name, takes } of own.filter((flag) => known.test(flag.name))) {
        expect(takes, `${path} ${name}`).toEqual(expect.arrayContaining([expect.any(String)]));
      }
    }
    expect(takesOf("models list", "--capability")).toEqual(capabilities);
    expect(takesOf("models list", "--sort")).toContain("price");
    expect(takesOf("models search", "--sort")).toContain("relevance");
    expect(takesOf("models info", "--format")).toEqual(["text", "json", "yaml"]);
  });

  it("are names from the catalog wherever a provider or a model is asked for", () => {
    for (const { path, flags: own } of commands) {
      for (const { name, takes } of own) {
        if (/^--(not-)?provider$/.test(name)) expect(takes, `${path} ${name}`).toBe("provider");
        if (name === "--model") expect(takes, `${path} ${name}`).toBe("model");
      }
    }
    for (const path of ["models info", "models offers", "models compare", "cost"]) {
      const command = commands.find((one) => one.path === path);
      if (command !== undefined) expect(command.args[0], path).toBe("model");
    }
  });

  it("are the shells there is a script for", () => {
    const shells = commands.find(({ path }) => path === "completion")?.args;
    expect(shells).toEqual([["bash", "zsh", "fish", "powershell"]]);
  });
});
