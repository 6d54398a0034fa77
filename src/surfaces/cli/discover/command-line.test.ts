import { describe, expect, it } from "vitest";
import { discover } from "../commands/discover.ts";
import { list } from "../commands/list.ts";
import { buildCommand, parseArguments } from "../parse.ts";
import { commandLine, equivalentLine } from "./command-line.ts";

const entry = (path: string) => ({ path, aliases: [], summary: "", load: () => Promise.reject() });
const parse = (path: string, definition: typeof list, words: string[]) =>
  parseArguments(buildCommand(entry(path), definition, undefined), words).options;

describe("equivalentLine", () => {
  it.each([
    [["--provider", "openai,azure", "--without", "tools"]],
    [["--max-cost", "2", "--input", "40k", "--cached", "12.5%", "--requests", "1000/month"]],
    [["--max-cost", "2", "--input", "40k", "--cached", "10k", "--cache-write", "5k"]],
    [
      [
        "--free",
        "--open-weights",
        "--configured",
        "--include-unpriced",
        "--desc",
        "--sort",
        "name",
      ],
    ],
    [["--released-after", "2025-01", "--family", "gpt,claude", "--min-output", "1.5k"]],
  ])("asks list for the same: %j", (words) => {
    const asked = parse("discover", discover, words);
    const [, , ...same] = equivalentLine("", asked).split(" ");
    expect(parse("list", list, same)).toEqual({ ...asked, pager: true });
  });

  it("searches where there are words, and has no order of its own then", () => {
    expect(equivalentLine("gpt 5", { sort: "relevance" })).toBe("modelforge search 'gpt 5'");
  });
});

describe("commandLine", () => {
  it.each([
    [["openai/gpt-5:free@1"], "openai/gpt-5:free@1"],
    [["$(rm)", "a'b"], `'$(rm)' 'a'\\''b'`],
    [[""], "''"],
  ])("can be pasted into a shell: %j", (words, line) => {
    expect(commandLine(words)).toBe(line);
  });
});
