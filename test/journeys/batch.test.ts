import { describe, expect, it } from "vitest";
import { askFor } from "../choosing/answers.ts";
import { errorOf } from "../cli/envelope.ts";
import { shop } from "./shop.ts";

const command = shop();
const batch = "--total-input 50m --total-output 5m --request-size 50k".split(" ");

interface Costed {
  ref: string;
  perRequest: number;
  fits: boolean;
  batch?: { requests: number; total: number | null };
}

describe("the cost of a batch", () => {
  it("is of as many requests as its total makes, the output shared evenly", () => {
    const args = ["cost", "openai/gpt-5", "anthropic/claude-haiku-4-5"];
    const costs = askFor<Costed[]>(command, [...args, ...batch]);
    expect(costs.map(({ ref, fits, batch }) => [ref, fits, batch])).toEqual([
      ["anthropic/claude-haiku-4-5", true, { requests: 1_000, total: 75 }],
      ["openai/gpt-5", true, { requests: 1_000, total: 112.5 }],
    ]);
    expect(costs[1]?.perRequest).toBe(0.1125);
    const { stdout, stderr } = command.run([...args, ...batch]);
    expect(stdout).toMatch(/^model +per request +total/);
    expect(stderr).toContain(
      "1000 requests of 50000 tokens in; the output of 5000000 is shared evenly, 5000 each",
    );
  });

  it("says what does not come out even", () => {
    const uneven = "--total-input 100k --total-output 10 --request-size 30k --cached 50%".split(
      " ",
    );
    const { stderr } = command.run(["cost", "openai/gpt-5", ...uneven]);
    expect(stderr).toContain(
      "4 requests of 30000 tokens in, the last of 10000; the output of 10 is shared evenly, 2 or 3 each; cached 50000 in all, 5000 to 15000 each",
    );
    const [cost] = askFor<Costed[]>(command, ["cost", "openai/gpt-5", ...uneven]);
    expect(cost?.batch).toEqual({ requests: 4, total: 0.06885 });
  });

  it("says of what else is given how much is each request's", () => {
    const small = "--total-input 50m --request-size 50k --cached 20k --cache-write 500".split(" ");
    const { stderr } = command.run(["cost", "openai/gpt-5", ...small]);
    expect(stderr).toContain("cached 20000 in all, 20 each; cache write 500 in all, 0 or 1 each");
  });

  it("comes in flat formats by its fields", () => {
    const fields = ["--format", "csv", "--fields", "ref,batch.requests,batch.total"];
    const { stdout } = command.run(["cost", "openai/gpt-5", ...batch, ...fields]);
    expect(stdout.split(/\r?\n/).slice(0, 2)).toEqual([
      "ref,batch.requests,batch.total",
      "openai/gpt-5,1000,112.5",
    ]);
  });

  it.each([
    ["--total-input 5m", "usage.missing-argument", /size.*--request-size 50k/],
    ["--total-output 5m --request-size 5k", "usage.missing-argument", /--total-input 50m/],
    ["--total-input 5m --request-size 5k --input 1k", "usage.bad-value", /one request/],
    ["--total-input 5m --request-size 5k --requests 9/day", "usage.bad-value", /--requests/],
    ["--total-input 5m --request-size 0", "usage.bad-value", /above 0/],
    ["--total-input 0 --request-size 1", "usage.bad-value", /above 0/],
    ["--total-input 5 --request-size 1 --prompt-file x", "usage.bad-value", /--total-input both/],
  ])("is refused with what is missing or said twice: %s", (flags, code, says) => {
    const ran = command.run(["cost", "openai/gpt-5", ...flags.split(" "), "--json"]);
    expect([ran.code, ran.stdout]).toEqual([2, ""]);
    const error = errorOf(ran);
    expect(error.code).toBe(code);
    expect(`${error.message} ${error.hint}`).toMatch(says);
  });
});

describe("requests in any time", () => {
  const usage = ["--input", "40k", "--output", "2k"];

  it.each([
    ["0.5/day", 0.035, 1.05],
    ["5/hour", 8.4, 252],
    ["200/week", 2, 60],
    ["10000/night", 700, 21_000],
    ["1/month", 0.07 / 30, 0.07],
  ])("cost what they do in a day and in a month of 30 days: %s", (requests, perDay, perMonth) => {
    const [cost] = askFor<object[]>(command, [
      "cost",
      "openai/gpt-5",
      ...usage,
      "--requests",
      requests,
    ]);
    expect(cost).toMatchObject({ perRequest: 0.07, perDay, perMonth });
  });

  it("say which share of tokens had to be rounded", () => {
    const { stderr } = command.run(["cost", "openai/gpt-5", "--input", "1234", "--cached", "33%"]);
    expect(stderr).toContain("note: 33% of 1234 tokens are 407.22: 407 count as cached");
  });
});
