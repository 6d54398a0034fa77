import { expect, describe, it } from "vitest";
import { shop } from "./shop.ts";

const command = shop();
const usage = ["--input", "10k", "--output", "1k"];

interface Row {
  ref: string;
  cost: { perRequest: number | null; complete: boolean };
}

async function listed(...words: string[]): Promise<Row[]> {
  const { stdout, code } = await command.ask([...words, "--json"]);
  expect(code).toBe(0);
  return (JSON.parse(stdout) as { result: Row[] }).result;
}

describe("what a usage costs, in a list", () => {
  it("is an order: cheapest first, what is not listed last, and last from the other end too", async () => {
    const rows = await listed("list", ...usage, "--sort", "cost");
    expect(rows.map(({ ref, cost }) => [ref, cost.perRequest])).toEqual([
      ["gratis/mistralai/devstral-small", 0],
      ["gratis/openai/gpt-5", 0],
      ["anthropic/claude-haiku-4-5", 0.015],
      ["reseller/openai/gpt-5", 0.019],
      ["openai/gpt-5", 0.0225],
      ["reseller/anthropic/claude-opus-4-5", 0.06],
      ["anthropic/claude-opus-4-5", 0.075],
      ["quiet/openai/gpt-5", null],
    ]);
    const [dearest] = await listed("list", ...usage, "--sort", "cost", "--desc", "--limit", "1");
    expect(dearest?.ref).toBe("anthropic/claude-opus-4-5");
    const found = await listed("search", "gpt-5", ...usage, "--sort", "cost");
    expect(found.map(({ ref }) => ref)).toEqual([
      "gratis/openai/gpt-5",
      "reseller/openai/gpt-5",
      "openai/gpt-5",
      "quiet/openai/gpt-5",
    ]);
  });

  it("is a column, and stands in every format", async () => {
    const words = ["list", "--provider", "openai", ...usage];
    const { stdout } = await command.ask(words);
    expect(stdout).toMatch(/model +per request +\$\/M in/);
    expect(stdout).toMatch(/openai\/gpt-5 +\$0\.022?5? /);
    const lines = await command.ask([...words, "--format", "jsonl"]);
    expect((JSON.parse(lines.stdout) as Row).cost.perRequest).toBe(0.0225);
    const csv = await command.ask([...words, "--format", "csv", "--fields", "ref,cost.perRequest"]);
    expect(csv.stdout.split(/\r?\n/).slice(0, 2)).toEqual([
      "ref,cost.perRequest",
      "openai/gpt-5,0.0225",
    ]);
  });

  it("stands in no list of which nobody described a usage", async () => {
    const [row] = await listed("list", "--limit", "1");
    expect(row).not.toHaveProperty("cost");
    const asked = await command.ask(["list", "--fields", "cost.perRequest"]);
    expect([asked.code, asked.stdout]).toEqual([2, ""]);
  });

  it.each([
    [["list", "--sort", "cost"], /order by cost needs a usage/],
    [["list", "--requests", "1000/day"], /number of requests/],
    [["search", "gpt", "--requests", "9"], /--max-cost/],
  ])("is asked for with what it needs: %j", async (words, said) => {
    const { code, stderr, stdout } = await command.ask([...words, "--json"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(said);
    expect(stderr).toContain("usage.missing-argument");
  });
});
