import { expect, describe, it } from "vitest";
import { shop } from "./shop.ts";

const command = shop();
const usage = ["--input", "10k", "--output", "1k"];

interface Costed {
  ref: string;
  cost: { perMonth: number | null; total?: number | null };
}

async function refsWithin(words: readonly string[], requests: string, usd: string) {
  const args = [...words, ...usage, "--requests", requests, "--max-cost", usd, "--json"];
  const { stdout } = await command.ask(args);
  const { result, warnings } = JSON.parse(stdout) as {
    result: Costed[] & {
      offers?: Costed[];
      recommendations?: (Costed & { model?: { ref: string } })[];
    };
    warnings: { code: string; message: string }[];
  };
  const rows = result.offers ?? result.recommendations ?? result;
  const said = warnings.find(({ code }) => code === "list.ceiling")?.message;
  const named = rows.map((row) => ({
    ...row,
    ref: (row as { model?: { ref: string } }).model?.ref ?? row.ref,
  }));
  return { rows: named, refs: named.map(({ ref }) => ref), said };
}

const questions = [["list"], ["search", "gpt-5"], ["offers", "gpt-5"], ["recommend", "--free"]];

describe("a ceiling on the cost of requests", () => {
  it.each(questions)("is of a month however the time is named: %s", async (...words) => {
    const monthly = await refsWithin(words, "3000/month", "70");
    for (const requests of ["100/day", "700/week"]) {
      const { refs } = await refsWithin(words, requests, "70");
      expect(refs).toEqual(monthly.refs);
    }
    expect(monthly.refs.length).toBeGreaterThan(0);
    for (const { cost } of monthly.rows) expect(cost.perMonth).toBeLessThanOrEqual(70);
    expect(monthly.said).toBe(
      "the ceiling of 70 USD is for a month of 30 days, at 3000 requests a month",
    );
  });

  it.each(questions)("is of all of them where a number stands alone: %s", async (...words) => {
    const { rows, said } = await refsWithin(words, "3000", "70");
    const monthly = await refsWithin(words, "3000/month", "70");
    expect(rows.map(({ ref }) => ref)).toEqual(monthly.refs);
    const totals = rows.map(({ cost: { total, perMonth } }) => ({ total, perMonth }));
    expect(totals).toEqual(
      monthly.rows.map(({ cost }) => ({ total: cost.perMonth, perMonth: null })),
    );
    expect(said).toContain("all 3000 requests together");
  });

  it.each([
    ["100/day", "per month", "$67.50"],
    ["3000", "all requests", "$67.50"],
  ])("shows what it is compared with: %s", async (requests, title, usd) => {
    for (const words of [
      ["list", "--provider", "openai"],
      ["offers", "openai/gpt-5"],
    ]) {
      const args = [...words, ...usage, "--requests", requests, "--max-cost", "70"];
      const { stdout } = await command.ask(args);
      expect(stdout).toContain(title);
      expect(stdout).toContain(usd);
    }
  });

  it("asks which is meant where another ceiling is of a month", async () => {
    const args = ["recommend", ...usage, "--requests", "100", "--max-cost", "7"];
    const { code, stderr } = await command.ask([...args, "--max-monthly-cost", "7"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("--requests 100/day")]);
  });
});
