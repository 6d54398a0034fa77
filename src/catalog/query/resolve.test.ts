import { describe, expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { failureOf } from "../../testing/failures.ts";
import type { FilterInput } from "./filter-fields.ts";
import { providerId } from "./provider-id.ts";
import { resolveFilter } from "./resolve.ts";

const { view } = openInMemory(
  wireCatalog(
    wireProvider("openai", [wireModel("gpt-5", { family: "GPT" })], { name: "OpenAI" }),
    wireProvider("amazon-bedrock", [wireModel("x", { family: "claude", status: "preview" })], {
      name: "Amazon Bedrock",
    }),
  ),
);
const resolve = (input: FilterInput) => resolveFilter(input, view, () => ["openai"]);

describe("resolveFilter", () => {
  it("asks for nothing where nothing is asked for", () => {
    expect(resolve({})).toEqual({});
    expect(resolve({ configured: false })).toEqual({});
  });

  it("turns names into the catalog's own", () => {
    expect(
      resolve({
        provider: ["OpenAI", "amazon_bedrock"],
        notProvider: ["Amazon Bedrock"],
        capability: ["tool_call", "Reasoning"],
        without: ["multimodal"],
        inputModality: ["PDF"],
        outputModality: [" text "],
        family: ["gpt"],
        status: ["Beta", "stable", "all", "preview"],
        configured: true,
      }),
    ).toEqual({
      provider: ["openai", "amazon-bedrock"],
      notProvider: ["amazon-bedrock"],
      capability: ["tools", "reasoning"],
      without: ["vision"],
      inputModality: ["pdf"],
      outputModality: ["text"],
      family: ["GPT"],
      status: ["beta", "stable", "all", "preview"],
      configured: ["openai"],
    });
  });

  it("passes numbers, flags and dates on", () => {
    const plain = {
      maxPrice: 0,
      maxOutputPrice: 2.5,
      free: true,
      minContext: 200_000,
      minOutput: 1,
      openWeights: false,
      includeUnpriced: true,
      releasedAfter: "2025-08",
      releasedBefore: "2026-01-31",
      knowledgeAfter: "2025-01",
    };
    expect(resolve(plain)).toEqual(plain);
  });

  it("takes a ceiling on the cost to be for one request where no number is given", () => {
    const usage = { input: 1, output: 2, cached: 0 };
    expect(resolve({ maxCost: 1, usage })).toEqual({
      maxCost: { usd: 1, usage, requests: { count: 1 } },
    });
    expect(resolve({ maxCost: 1, usage, requests: 30 }).maxCost?.requests).toEqual({ count: 30 });
    expect(resolve({ usage, requests: 30 })).toEqual({});
  });

  it("fails where a ceiling on the cost comes without a usage", () => {
    expect(failureOf(() => resolve({ maxCost: 1 })).code).toBe("usage.missing-argument");
  });

  it.each<[FilterInput, string, string[]]>([
    [{ capability: ["tols"] }, "did you mean tools, tool?", ["tools", "tool"]],
    [{ without: ["visoin"] }, "did you mean vision?", ["vision"]],
    [{ inputModality: ["pfd"] }, "did you mean pdf?", ["pdf"]],
    [{ family: ["claud"] }, "did you mean claude?", ["claude"]],
    [{ status: ["depricated"] }, "did you mean deprecated?", ["deprecated"]],
  ])("names the nearest for %j", (input, hint, close) => {
    const failure = failureOf(() => resolve(input));
    expect(failure.code).toBe("usage.bad-value");
    expect(failure.hint).toBe(hint);
    expect(failure.details.nearest).toEqual(close);
  });

  it("lists what is known where nothing is near", () => {
    const failure = failureOf(() => resolve({ outputModality: ["telepathy"] }));
    expect(failure.hint).toBe("known: text, image, audio, video, pdf");
  });

  it.each(["2025-13", "2025-02-30", "yesterday", "1970-01-01"])("fails for the date %s", (date) => {
    const failure = failureOf(() => resolve({ releasedBefore: date }));
    expect(failure.code).toBe("usage.bad-value");
    expect(failure.message).toContain(date);
  });
});

describe("providerId", () => {
  it("fails for a provider there is not, naming the nearest of all", () => {
    const failure = failureOf(() => providerId("opnai", view));
    expect(failure.code).toBe("provider.not-found");
    expect(failure.details).toEqual({ provider: "opnai", nearest: ["openai"] });
    expect(failure.hint).toBe("did you mean openai?");
    expect(failureOf(() => providerId("zzz", view)).hint).toContain("modelforge providers");
  });
});
