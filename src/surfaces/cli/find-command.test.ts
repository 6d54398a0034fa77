import { describe, expect, it } from "vitest";
import { failureOf } from "../../testing/failures.ts";
import { commandTable } from "./command-table.ts";
import { findCommand } from "./find-command.ts";

function found(line: string): [path: string, args: string[]] | undefined {
  const command = findCommand(line.split(" ").filter((word) => word !== ""));
  return command === undefined ? undefined : [command.entry.path, command.args];
}

describe("findCommand", () => {
  it.each<[string, string, string[]]>([
    ["models list --limit 5", "models list", ["--limit", "5"]],
    ["list --limit 5", "models list", ["--limit", "5"]],
    ["models", "models list", []],
    ["models --json", "models list", ["--json"]],
    ["--json --offline list --free", "models list", ["--json", "--offline", "--free"]],
    ["search gpt 5", "models search", ["gpt", "5"]],
    ["models info openai/gpt-5", "models info", ["openai/gpt-5"]],
    ["info list", "models info", ["list"]],
    ["providers", "providers list", []],
    ["providers info openai", "providers info", ["openai"]],
    ["cache", "cache status", []],
    ["cache verify --json", "cache verify", ["--json"]],
    ["refresh-cache", "refresh-cache", []],
    ["-n 1 -j list", "models list", ["-n", "1", "-j"]],
    ["--limit=1 --free list", "models list", ["--limit=1", "--free"]],
    ["-c tools models list -j", "models list", ["-c", "tools", "-j"]],
    ["cache --json status", "cache status", ["--json"]],
    ["providers -o out -q info openai", "providers info", ["-o", "out", "-q", "openai"]],
    ["models --provider list", "models list", ["--provider", "list"]],
    ["-o list search gpt", "models search", ["-o", "list", "gpt"]],
  ])("takes %j for %s", (line, path, args) => {
    expect(found(line)).toEqual([path, args]);
  });

  it("finds every command by its path and by each of its other names", () => {
    for (const { path, aliases } of commandTable) {
      for (const name of [path, ...aliases]) expect(found(name)?.[0]).toBe(path);
    }
  });

  it.each(["", "--json", "--help --no-color", "--json -h"])("finds none in %j", (line) => {
    expect(found(line)).toBeUndefined();
  });

  it("names the nearest flag where a line holds none but flags, one of them unknown", () => {
    const failure = failureOf(() => found("--json --ofline"));
    expect(failure.code).toBe("usage.unknown-option");
    expect(failure.details).toEqual({ flag: "--ofline", nearest: ["--offline"] });
  });

  it.each([
    ["serach gpt", "serach", "search"],
    ["lst", "lst", "list"],
    ["cache verfy", "cache verfy", "cache verify"],
    ["provider", "provider", "providers"],
    ["models serch x", "models serch", "models search"],
  ])("names the nearest for %j", (line, command, close) => {
    const failure = failureOf(() => found(line));
    expect(failure.code).toBe("usage.unknown-command");
    expect(failure.details.command).toBe(command);
    expect(failure.details.nearest).toContain(close);
    expect(failure.hint).toContain(`modelforge ${close}`);
  });

  it.each([
    ["show gpt-5", "modelforge info"],
    ["price gpt-5", "modelforge cost"],
    ["ls", "modelforge list"],
    ["providers show openai", "modelforge providers info"],
    ["cache rm", "modelforge cache clear"],
    ["providers openai", "modelforge providers info openai"],
    ["models gpt-5", "modelforge models info gpt-5"],
    ["openai/gpt-5 --json", "modelforge info openai/gpt-5"],
  ])("names what %j is here", (line, meant) => {
    expect(failureOf(() => found(line)).hint).toBe(`did you mean ${meant}?`);
  });

  it("says that flags alone are no command, whatever their values", () => {
    const failure = failureOf(() => found("-n 1 -j"));
    expect(failure.code).toBe("usage.unknown-command");
    expect(failure.message).toBe("no command is named beside -n");
    expect(failure.hint).toContain("modelforge list --limit 1");
  });

  it("points at the help where nothing is near", () => {
    expect(failureOf(() => found("frobnicate")).hint).toContain("--help");
    expect(failureOf(() => found("__proto__")).code).toBe("usage.unknown-command");
  });
});
