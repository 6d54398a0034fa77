import { describe, expect, it } from "vitest";
import { otherUseCases } from "../catalog/recommend/other-use-cases.ts";
import { useCaseNames } from "../catalog/recommend/use-cases.ts";
import { ModelForgeError } from "../failure.ts";
import { asksForBest } from "./asks-for-best.ts";
import { purposeNote, withPurpose } from "./purpose.ts";

const noted = (query: string): string | undefined =>
  asksForBest.test(query) ? purposeNote(query).message : undefined;
const hintFor = (model: string, ...nearest: string[]): string | undefined =>
  withPurpose(
    new ModelForgeError("model.not-found", {
      message: "no model",
      hint: "another",
      details: { model, nearest },
    }),
  ).hint;

describe("who asks what is best", () => {
  it("is told the use case that was asked for", () => {
    expect(noted("best coding model")).toContain("modelforge recommend coding ranks");
    expect(noted("cheapest model for Agents")).toContain("recommend agents ranks");
    expect(noted("best for code")).toContain("recommend coding ranks");
    expect(noted("best image generation")).toContain("recommend image-generation ranks");
    expect(noted("which summarises best, for long context")).toContain("recommend long-context");
  });

  it("is told the command alone where no use case was named", () => {
    expect(noted("which model")).toContain("modelforge recommend ranks what is best");
    expect(noted("best constructor")).toContain("modelforge recommend ranks");
  });

  it("is told so for a good one of a kind as well, and of those that are free", () => {
    expect(noted("cheap vision model")).toContain("modelforge recommend vision ranks");
    expect(noted("fast coding model")).toContain("modelforge recommend coding ranks");
    expect(noted("good embedding models")).toContain("modelforge recommend embedding ranks");
    expect(noted("an LLM for summaries")).toContain("modelforge recommend summarization ranks");
    expect(noted("free model")).toContain("modelforge recommend --free ranks what is best");
    expect(noted("free coding model")).toContain("modelforge recommend coding --free ranks");
    expect(hintFor("cheap vision model")).toContain("modelforge recommend vision ranks");
  });

  it("is told so in the place of a model's name, too", () => {
    expect(hintFor("best coding model", "a/coder")).toBe(
      "modelforge recommend coding ranks what is best for that",
    );
    expect(hintFor("best")).toBe("modelforge recommend ranks what is best");
  });

  it("is no one who asks for names", () => {
    for (const name of [
      "claude sonnet",
      "grok 4 fast",
      "qwen coder free",
      "gpt fast",
      "fast-model",
    ])
      expect([name, noted(name)]).toEqual([name, undefined]);
    expect(hintFor("claude sonet")).toBe("another");
    expect(hintFor("best-of-all", "a/best-of-alls")).toBe("another");
  });
});

describe("the table of what use cases are called", () => {
  it("has none of ours, and leads to ours alone", () => {
    for (const [word, meant] of Object.entries(otherUseCases)) {
      expect(useCaseNames).not.toContain(word);
      for (const one of meant) expect(useCaseNames).toContain(one);
    }
  });
});
