import { beforeAll, describe, expect, it } from "vitest";
import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { type Command, createCommand } from "./command.ts";
import { answerOf, errorOf } from "./envelope.ts";

let command: Command;

beforeAll(() => {
  command = createCommand({});
  const path = join(command.home, "words.json");
  const document = wireCatalog(
    wireProvider("openai", [
      wireModel("gpt-5", { release_date: "2025-08", knowledge: "2024-09" }),
      wireModel("gpt-6", { release_date: "2026-03-01", limit: { context: 1_000_000, output: 10 } }),
      wireModel("unknown", { limit: {}, release_date: "2024-01-01" }),
    ]),
  );
  writeFileSync(path, JSON.stringify(document));
  command = createCommand({ MODELFORGE_URL: path });
});

const refsOf = (...flags: string[]): string[] =>
  answerOf<{ ref: string }[]>(
    command.run(["list", "--json", "--sort", "ref", ...flags]),
  ).result.map(({ ref }) => ref);

describe("a word that is no flag and no argument", () => {
  it.each([
    [["list", "--vision"], "did you mean --capability vision?"],
    [["list", "--price", "3"], "did you mean --max-price"],
    [["recommend", "codng"], "did you mean coding?"],
    [["list", "openai"], "--provider openai"],
    [["list", "--capability", "embedding"], "--kind embedding"],
  ])("is answered with what was meant: %j", (words, hint) => {
    const ran = command.run(words);
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    expect(ran.stderr).toContain(hint);
  });
});

describe("what is said twice", () => {
  it.each([
    ["cost", "gpt-5", "--input", "1k", "--prompt-file", "x.md"],
    ["list", "--json", "--format", "csv"],
    ["info", "gpt-5", "--json", "--format", "yaml"],
  ])("is refused: %s %s %s", (...words) => {
    const { code, stdout } = command.run(words);
    expect([code, stdout]).toEqual([2, ""]);
  });

  it("is no contradiction where both mean the same", () => {
    expect(command.run(["list", "--json", "--format", "json"]).code).toBe(0);
  });

  it("is named where no model can meet both", () => {
    const { warnings } = answerOf(
      command.run(["list", "--json", "--capability", "vision", "--without", "vision"]),
    );
    expect(warnings.map(({ code }) => code)).toContain("filter.contradiction");
  });
});

describe("a script for a shell", () => {
  it("is the same in JSON", () => {
    const plain = command.run(["completion", "bash"]).stdout;
    const { result } = answerOf<{ shell: string; script: string }>(
      command.run(["completion", "bash", "--json"]),
    );
    expect(result).toEqual({ shell: "bash", script: plain });
  });
});

describe("a hyphen for a file", () => {
  it("is what is piped in", () => {
    const { code, stderr } = command.shell(
      "printf 'one two three' | modelforge cost gpt-5 --prompt-file - --json",
    );
    expect([code, stderr]).toEqual([0, expect.stringContaining("tokens")]);
  });
});

describe("numbers and dates as people write them", () => {
  it("are powers of ten", () => {
    expect(refsOf("--min-context", "1e6")).toEqual(["openai/gpt-6"]);
    expect(refsOf("--limit", "1e0")).toHaveLength(1);
  });

  it("are years, and days before now", () => {
    expect(refsOf("--released-after", "2026")).toEqual(["openai/gpt-6"]);
    expect(refsOf("--released-before", "2025")).toEqual(["openai/gpt-5", "openai/unknown"]);
    expect(refsOf("--released-after", "1d")).toEqual([]);
    expect(refsOf("--released-before", "yesterday")).toHaveLength(3);
    expect(errorOf(command.run(["list", "--json", "--released-after", "soon"])).code).toBe(
      "usage.bad-value",
    );
  });

  it("hold for all of a month that is all the catalog names", () => {
    expect(refsOf("--released-after", "2025-08-31")).toContain("openai/gpt-5");
    expect(refsOf("--released-after", "2025-09-01")).not.toContain("openai/gpt-5");
    expect(refsOf("--knowledge-after", "2024-09-30")).toEqual(["openai/gpt-5"]);
    expect(refsOf("--knowledge-after", "2024-10")).toEqual([]);
  });

  it("exclude nothing where at least nothing is asked for", () => {
    expect(refsOf("--min-context", "0", "--min-output", "0")).toHaveLength(3);
  });
});
