import { describe, expect, it } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { shop } from "./shop.ts";

const command = shop();
const usage = ["--input", "10k", "--output", "1k"];

/** 10 k in and 1 k out, which is what is compared where nothing else is asked: $0.13 with gpt-4, $0.0225 with gpt-5. */
const questions: [args: string[], change: string][] = [
  [["info", "openai/gpt-4"], "83 % less"],
  [["offers", "openai/gpt-4"], "83 % less"],
  [["offers", "openai/gpt-4", ...usage], "83 % less"],
  [["compare", "openai/gpt-4", "anthropic/claude-haiku-4-5"], "83 % less"],
  [["compare", "openai/gpt-4", "openai/gpt-5", ...usage], "83 % less"],
  [["cost", "openai/gpt-4", ...usage], "83 % less"],
];

describe("moving off a deprecated model", () => {
  it.each(questions)("is named with its successor and what switching costs: %j", (args, change) => {
    const { code, stderr } = command.run(args);
    expect(code).toBe(0);
    const note = `openai/gpt-4 is deprecated; take openai/gpt-5, which costs ${change}`;
    expect(stderr.split("\n").filter((line) => line.includes(note))).toHaveLength(1);
  });

  it.each(questions)("is a warning for programs: %j", (args, change) => {
    const { warnings } = answerOf(command.run([...args, "--json"]));
    const [warning, ...others] = warnings.filter(({ code }) => code === "model.deprecated");
    expect(others).toEqual([]);
    expect(warning?.message).toContain(change);
  });

  it("does not name a cost where one of the two has no price", () => {
    const { stderr } = command.run(["info", "reseller/openai/gpt-4"]);
    expect(stderr).toMatch(/reseller\/openai\/gpt-4 is deprecated; take reseller\/openai\/gpt-5\n/);
  });

  it("says so where the catalog knows no successor", () => {
    const { code, stderr } = command.run(["info", "openai/text-davinci-003"]);
    expect(code).toBe(0);
    expect(stderr).toContain("the catalog names no successor");
  });

  it("says nothing of it where nobody asked for a deprecated model", () => {
    const { warnings } = answerOf(command.run(["cost", "openai/gpt-5", ...usage, "--json"]));
    expect(warnings.filter(({ code }) => code.startsWith("model."))).toEqual([]);
  });

  it("does not count the row that is asked for, and shown, as hidden", () => {
    const { result, warnings } = answerOf<{ offers: { ref: string }[] }>(
      command.run(["offers", "openai/gpt-4", "--json"]),
    );
    expect(result.offers.map(({ ref }) => ref)).toEqual(["openai/gpt-4"]);
    const hidden = warnings.find(({ code }) => code === "list.hidden-deprecated");
    expect(hidden?.message).toMatch(/^1 deprecated model hidden/);
  });

  it("never recommends one, unless the status is asked for", () => {
    const refs = (...args: string[]): string[] =>
      answerOf<{ recommendations: { model: { ref: string } }[] }>(
        command.run(["recommend", "chat", "--limit", "50", "--json", ...args]),
      ).result.recommendations.map(({ model }) => model.ref);
    expect(refs()).not.toContain("openai/gpt-4");
    expect(refs("--status", "all")).toContain("openai/gpt-4");
  });
});
