import { describe, expect, it } from "vitest";
import { styleFor } from "./style.ts";

function bold(variables: Record<string, string>, isTerminal: boolean, noColor = false): string {
  const environment = {
    get: (name: string) => variables[name],
    home: undefined,
    names: () => [],
    currentDirectory: "/",
    platform: "linux",
  };
  return styleFor({ isTerminal }, environment, noColor).bold("x").text;
}

const painted = "\u001b[1mx\u001b[22m";

describe("styleFor", () => {
  it.each<[string, Record<string, string>, boolean, boolean, string]>([
    ["paints on a terminal", {}, true, false, painted],
    ["does not paint into a pipe", {}, false, false, "x"],
    ["does not paint on a dumb terminal", { TERM: "dumb" }, true, false, "x"],
    ["does not paint with NO_COLOR", { NO_COLOR: "1" }, true, false, "x"],
    ["paints into a pipe with FORCE_COLOR", { FORCE_COLOR: "1" }, false, false, painted],
    ["does not paint with FORCE_COLOR=0", { FORCE_COLOR: "0" }, true, false, "x"],
    ["heeds NO_COLOR before FORCE_COLOR", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false, "x"],
    ["heeds --no-color before everything", { FORCE_COLOR: "1" }, true, true, "x"],
  ])("%s", (_, variables, isTerminal, noColor, expected) => {
    expect(bold(variables, isTerminal, noColor)).toBe(expected);
  });
});
