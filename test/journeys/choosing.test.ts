import { describe, expect, it } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { shop } from "./shop.ts";

interface Recommended {
  candidates: number;
  removed: { constraint: string; count: number }[];
  recommendations: {
    model: {
      ref: string;
      provider: string;
      capabilities: string[];
      limits: { context: number };
    };
    cost: { perRequest: number; perDay: number; perMonth: number };
  }[];
}

const command = shop();
const recommend = (line: string): Recommended =>
  answerOf<Recommended>(command.run(["recommend", ...line.split(" "), "--json"])).result;
const refs = ({ recommendations }: Recommended): string[] =>
  recommendations.map(({ model }) => model.ref);

describe("somebody with nothing to spend", () => {
  it("is recommended what is free, and only that", () => {
    const answer = recommend("chat --free");
    expect(refs(answer).sort()).toEqual(["gratis/mistralai/devstral-small", "gratis/openai/gpt-5"]);
    for (const { cost } of answer.recommendations) expect(cost.perRequest).toBe(0);
  });

  it("is recommended what can use tools where the use case needs them", () => {
    expect(refs(recommend("coding --free"))).toEqual(["gratis/openai/gpt-5"]);
  });

  it("finds in a list and among offers what is free, never what has no price", () => {
    const listed = command.run(["list", "--free", "--format", "csv", "--fields", "ref"]).stdout;
    expect(listed.trim().split("\n")).toEqual([
      "ref",
      "gratis/mistralai/devstral-small",
      "gratis/openai/gpt-5",
    ]);
    const { stdout } = command.run(["offers", "openai/gpt-5", "--free"]);
    expect(stdout).toContain("gratis/openai/gpt-5");
    expect(stdout).not.toContain("quiet/");
  });

  it("gets a picture only of what costs something, and an answer all the same", () => {
    const { code, stdout } = command.run(["recommend", "chat", "--free", "--chart"]);
    expect(code).toBe(0);
    expect(stdout).toContain("gratis/openai/gpt-5");
    expect(stdout).not.toContain("Quality over cost");
  });
});

describe("somebody who may use three providers", () => {
  it("is recommended their rows alone, each model once", () => {
    const answer = recommend("chat --provider openai,anthropic --provider quiet --limit 50");
    expect(refs(answer).sort()).toEqual([
      "anthropic/claude-haiku-4-5",
      "anthropic/claude-opus-4-5",
      "openai/gpt-5",
    ]);
    expect(answer.removed).toContainEqual({
      constraint: "--provider openai,anthropic,quiet",
      count: 4,
    });
    expect(answer.removed).toContainEqual({
      constraint: "no listed price (--include-unpriced keeps them)",
      count: 1,
    });
  });

  it("sees who of the three sells a model, and nobody else", () => {
    const args = ["offers", "reseller/openai/gpt-5", "--provider", "openai,quiet,gratis", "--json"];
    const { result } = answerOf<{ offers: { ref: string }[] }>(command.run(args));
    expect(result.offers.map(({ ref }) => ref)).toEqual([
      "openai/gpt-5",
      "quiet/openai/gpt-5",
      "gratis/openai/gpt-5",
    ]);
  });
});

describe("a batch of 50 million tokens a night", () => {
  const usage = "--input 50k --output 2k --requests 1000/day";

  it("costs what it costs in a month of 30 nights", () => {
    const args = ["cost", "openai/gpt-5", "anthropic/claude-haiku-4-5", ...usage.split(" ")];
    const { result } = answerOf<{ ref: string; perDay: number; perMonth: number }[]>(
      command.run([...args, "--json"]),
    );
    expect(result.map(({ ref, perDay, perMonth }) => [ref, perDay, perMonth])).toEqual([
      ["anthropic/claude-haiku-4-5", 60, 1_800],
      ["openai/gpt-5", 82.5, 2_475],
    ]);
  });

  it("is recommended what stays within the budget", () => {
    const answer = recommend(`extraction ${usage} --max-monthly-cost 2100`);
    expect(answer.recommendations).toHaveLength(0);
    const chat = recommend(`chat ${usage} --max-monthly-cost 2100`);
    expect(refs(chat).sort()).toEqual(["anthropic/claude-haiku-4-5", "reseller/openai/gpt-5"]);
    for (const { cost } of chat.recommendations) expect(cost.perMonth).toBeLessThanOrEqual(2_100);
  });

  it("is cheaper with most of it cached, and the note says of whom that price is not known", () => {
    const args = ["cost", "openai/gpt-5", "anthropic/claude-haiku-4-5", ...usage.split(" ")];
    const { stdout, stderr } = command.run([...args, "--cached", "80%"]);
    const [, first = "", second = ""] = stdout.split("\n");
    expect(first).toMatch(/^openai\/gpt-5 .*\$37\.50 +\$1,125\.00/);
    expect(second).toMatch(/^anthropic\/claude-haiku-4-5 +≥ \$0\.02 /);
    expect(stderr).toContain("claude-haiku-4-5 lists no price for cached input");
  });
});

describe("somebody who needs vision and tools with a context of at least 200k", () => {
  it("is recommended what has all three, each with its reasons", () => {
    const answer = recommend("vision --capability tools --min-context 200k --limit 50");
    expect(refs(answer).sort()).toEqual([
      "anthropic/claude-haiku-4-5",
      "anthropic/claude-opus-4-5",
      "openai/gpt-5",
    ]);
    for (const { model } of answer.recommendations) {
      expect(model.capabilities).toEqual(expect.arrayContaining(["vision", "tools"]));
      expect(model.limits.context).toBeGreaterThanOrEqual(200_000);
    }
    const page = command.run(["recommend", "vision", "--min-context", "200k", "--explain"]).stdout;
    expect(page).toMatch(/^Ruled out$/m);
    expect(page).toMatch(
      /quality +\d\.\d\d \+\/- 0\.\d\d, published \(1 result\): .*\(Bench 80\)$/m,
    );
    expect(page).toMatch(/Nobody is both cheaper and better than these/);
  });
});
