import { describe, expect, it } from "vitest";
import { expectShape } from "../choosing/answers.ts";
import { errorOf } from "../cli/envelope.ts";
import { shop } from "./shop.ts";

const command = shop();
const models = "openai/gpt-5 ".repeat(9).trim();

const failures: [line: string, exit: number, code: string, says: RegExp][] = [
  ["compare openai/gpt-5", 2, "usage.missing-argument", /at least two models/],
  [`compare ${models}`, 2, "usage.bad-value", /9 models are more than the 8/],
  ["compare openai/gpt-5 openai/gpt-55", 3, "model.not-found", /no model openai\/gpt-55/],
  ["recommend codign", 2, "usage.bad-value", /no use case codign.*known: coding, agents, chat/],
  ["recommend chat --max-monthly-cost 5", 2, "usage.missing-argument", /--requests/],
  ["recommend chat --weight cost", 2, "usage.bad-value", /--weight does not understand cost/],
  ["recommend chat --weight cost=2", 2, "usage.bad-value", /--weight does not understand cost=2/],
  ["recommend chat --weight cost=-1", 2, "usage.bad-value", /does not understand cost=-1/],
  ["recommend chat --weight cost=", 2, "usage.bad-value", /does not understand cost=/],
  [
    "recommend chat --weight speed=0.5",
    2,
    "usage.bad-value",
    /no weight speed.*known: cost, quality/,
  ],
  ["recommend chat --maker opnai", 2, "usage.bad-value", /no maker opnai.*openai/],
  ["recommend chat --provider opnai", 3, "provider.not-found", /opnai.*openai/],
  ["recommend chat --limit 0", 2, "usage.bad-value", /--limit/],
  ["cost openai/gpt-5", 2, "usage.missing-argument", /which usage.*--input/],
  ["cost openai/gpt-5 --requests 5/day", 2, "usage.missing-argument", /which usage/],
  ["cost --input 1k", 2, "usage.missing-argument", /models/],
  ["cost openai/gpt-6 --input 1k", 3, "model.not-found", /no model openai\/gpt-6/],
  ["cost openai/gpt-5 --input 1k --cached 2k", 2, "usage.bad-value", /2000 is more than --input/],
  ["cost openai/gpt-5 --input 1k --cached 101%", 2, "usage.bad-value", /101%.*80%/],
  ["cost openai/gpt-5 --cached 10", 2, "usage.bad-value", /more than --input 0/],
  ["cost openai/gpt-5 --output 1k --reasoning 2k", 2, "usage.bad-value", /more than --output/],
  ["cost openai/gpt-5 --input many", 2, "usage.bad-value", /--input does not understand many/],
  ["cost openai/gpt-5 --input -5", 2, "usage.bad-value", /--input does not understand -5/],
  ["cost openai/gpt-5 --input 1 --requests 9/year", 2, "usage.bad-value", /9\/year.*1000\/day/],
  ["cost openai/gpt-5 --input 1k --cached 0.5", 2, "usage.bad-value", /50 % or tokens\?/],
  ["cost openai/gpt-5 --input 0.5", 2, "usage.bad-value", /--input does not understand 0.5/],
  ["cost openai/gpt-5 --input 1 --requests 0", 2, "usage.bad-value", /--requests/],
  ["offers", 2, "usage.missing-argument", /model/],
  ["offers openai/gtp-5", 3, "model.not-found", /openai\/gpt-5/],
  ["offers openai/gpt-5 --sort speed", 2, "usage.bad-value", /no sort key speed.*cost, ref/],
  ["offers openai/gpt-5 --max-cost 1", 2, "usage.missing-argument", /usage.*--input/],
  ["offers openai/gpt-5 --input 1k --cached 2k", 2, "usage.bad-value", /more than --input/],
  ["compare openai/gpt-5 openai/gpt-4 --cached 5", 2, "usage.bad-value", /more than --input/],
  ["offers openai/gpt-5 --fields ref,cots", 2, "usage.bad-value", /cots/],
];

describe("a question that cannot be answered", () => {
  it.each(failures)("%s: exit %i, %s", (line, exit, code, says) => {
    const ran = command.run([...line.split(" "), "--json"]);
    expect([ran.code, ran.stdout]).toEqual([exit, ""]);
    const error = errorOf(ran);
    expect(error.code).toBe(code);
    expect(`${error.message} ${error.hint}`).toMatch(says);
    expectShape("error", JSON.parse(ran.stderr.trimEnd().split("\n").at(-1) ?? ""));
  });

  it("is answered for people on stderr, with what to do next", () => {
    const { code, stdout, stderr } = command.run(["compare", "openai/gpt-5"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(
      /^error: a comparison needs at least two models\nhint: modelforge comp/m,
    );
  });

  it("is no failure where nothing is left to recommend", () => {
    const { code, stdout } = command.run(["recommend", "chat", "--min-context", "500m"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /--min-context 500m\n\nNo model is left: loosen a constraint above\.\n$/,
    );
  });
});
