import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../../src/index.ts";
import { openExample } from "./example.ts";

const { client } = await openExample();

describe("the library names what is wrong in a question, and the nearest that is right", () => {
  const usage = { input: 1_000, output: 100 };
  const ref = "openai/openai-model-0";
  it.each<[what: string, ask: () => unknown, field: string, hint: RegExp]>([
    [
      "text for a number",
      () => client.getModels({ minContext: "200k" } as never),
      "minContext",
      /whole number/,
    ],
    [
      "a field of another name",
      () => client.getModels({ capabilities: ["tools"] } as never),
      "capabilities",
      /capability/,
    ],
    ["a negative limit", () => client.getModels({ limit: -3 }), "limit", /1 or more/],
    [
      "text for a list",
      () => client.getModels({ provider: "openai" } as never),
      "provider",
      /\["openai"\]/,
    ],
    [
      "a list in a field of another name",
      () => client.getModels({ providers: ["openai"] } as never),
      "providers",
      /provider/,
    ],
    ["null for a filter", () => client.getModels(null as never), "options", /object/],
    ["a list for a filter", () => client.getModels([] as never), "options", /object/],
    ["a date for a filter", () => client.getModels(new Date() as never), "options", /object/],
    [
      "a field that would be every object's",
      () => client.getModels(JSON.parse('{"__proto__":{"free":true}}') as never),
      "__proto__",
      /known: provider/,
    ],
    ["an unknown order", () => client.getModels({ sort: "prise" } as never), "sort", /price/],
    [
      "an order of every object",
      () => client.getModels({ sort: "constructor" } as never),
      "sort",
      /known: ref/,
    ],
    [
      "an unknown status",
      () => client.getModels({ status: ["deprecatd"] }),
      "status",
      /deprecated/,
    ],
    [
      "an unknown capability",
      () => client.getModels({ capability: ["tols"] }),
      "capability",
      /tools/,
    ],
    [
      "an unknown capability that rows should lack",
      () => client.getModels({ without: ["raesoning"] }),
      "without",
      /reasoning/,
    ],
    [
      "an unknown medium",
      () => client.getModels({ inputModality: ["imagee"] }),
      "inputModality",
      /image/,
    ],
    ["an unknown family", () => client.getModels({ family: ["claud"] }), "family", /claude/],
    [
      "no number of requests",
      () => client.getModels({ maxCost: 1, usage, requests: Number.NaN }),
      "requests",
      /above 0/,
    ],
    [
      "a usage of another provider's fields",
      () => client.getModels({ maxCost: 1, usage: { prompt_tokens: 1 } as never }),
      "usage.prompt_tokens",
      /known: input/,
    ],
    ["no query", () => client.searchModels(undefined as never), "query", /text/],
    ["a number for a query", () => client.searchModels(7 as never), "query", /text/],
    ["no model", () => client.getModelDetails(undefined as never), "model", /text/],
    ["an object for a model", () => client.getModelDetails({ ref } as never), "model", /text/],
    ["null for a provider", () => client.getModelDetails(ref, null as never), "provider", /text/],
    [
      "a list for a provider",
      () => client.getProviderConfig(["openai"] as never),
      "provider",
      /text/,
    ],
    [
      "more cached tokens than input",
      () => client.findOffers(ref, { usage: { ...usage, cached: 2_000 } }),
      "usage.cached",
      /part of the input/,
    ],
    [
      "requests by the year",
      () => client.findOffers(ref, { requests: { count: 1, per: "year" as never } }),
      "requests.per",
      /hour, day, week, month/,
    ],
    [
      "less than no request",
      () => client.findOffers(ref, { requests: { count: -0.5, per: "day" } }),
      "requests.count",
      /above 0/,
    ],
    ["text for models", () => client.compareModels("gpt-5" as never), "models", /\["gpt-5"\]/],
    [
      "a model among models that is none",
      () => client.compareModels([ref, 7 as never]),
      "models[1]",
      /text/,
    ],
    ["no usage", () => client.estimateCost([ref], undefined as never), "usage", /object/],
    [
      "a usage without output",
      () => client.estimateCost([ref], { input: 1 } as never),
      "usage.output",
      /whole number/,
    ],
    [
      "a usage in text",
      () => client.estimateCost([ref], { input: "1k", output: 0 } as never),
      "usage.input",
      /whole number/,
    ],
    [
      "an unknown use case",
      () => client.recommendModels({ useCase: "codding" as never }),
      "useCase",
      /coding/,
    ],
    [
      "a use case of every object",
      () => client.recommendModels({ useCase: "toString" as never }),
      "useCase",
      /known: coding/,
    ],
    [
      "an unknown maker",
      () => client.recommendModels({ maker: ["antropic"] }),
      "maker",
      /anthropic/,
    ],
    [
      "a weight above one",
      () => client.recommendModels({ weights: { cost: 2 } }),
      "weights.cost",
      /from 0 to 1/,
    ],
    [
      "an unknown factor",
      () => client.recommendModels({ weights: { costs: 1 } as never }),
      "weights.costs",
      /cost/,
    ],
  ])("%s", async (_, ask, field, hint) => {
    const failure = await Promise.resolve()
      .then(ask)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelForgeError);
    const { code, hint: said, details } = failure as ModelForgeError;
    expect([code, details.field]).toEqual(["usage.bad-value", field]);
    expect(said).toMatch(hint);
    expect(details).toHaveProperty("given");
  });
});
