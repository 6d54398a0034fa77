import { describe, expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { recommendModels, type Wish } from "./recommend-models.ts";
import { useCases } from "./use-cases.ts";

const million = 1_000_000;
const usd = (input: number, output = input * 10): Wire => ({ cost: { input, output } });
const sell = (provider: string, id: string, cost: number, more: Wire = {}): Wire =>
  wireModel(provider === "" ? id : `${provider}/${id}`, {
    ...usd(cost),
    limit: { context: 2_000_000, output: 64_000 },
    ...more,
  });
const zero = { cost: { input: 0, output: 0 } };

/** Labs of models.json, so that their makers are known. */
const facts = Object.fromEntries(
  ["openai/gpt-5", "anthropic/claude-opus-4-5", "zhipuai/glm-5"].map((id) => [id, { name: id }]),
);

const catalog = wireCatalog(
  wireProvider("openai", [
    sell("", "gpt-5", 1, { reasoning: true }),
    sell("", "gpt-latest", 1, { reasoning: true }),
  ]),
  wireProvider("anthropic", [sell("", "claude-opus-4-5", 5, { reasoning: true })]),
  wireProvider("cheap", [
    sell("openai", "gpt-5", 0.6),
    sell("stealth", "claude-opus-4-5", 5),
    sell("openai", "gpt-latest", 0.5),
  ]),
  wireProvider("gone", [sell("openai", "gpt-5", 0.4)]),
  wireProvider("azure", [
    sell("", "gpt-5", 0.8),
    sell("zhipuai", "glm-5", 0.7, { open_weights: true }),
  ]),
  wireProvider("trial", [
    sell("openai", "gpt-5", 0, zero),
    sell("zhipuai", "glm-5", 0.9, { open_weights: true }),
  ]),
  wireProvider("plan", [sell("openai", "gpt-5", 0, zero)]),
  wireProvider("silent", [sell("zhipuai", "glm-5", 1, { cost: undefined, open_weights: true })]),
  wireProvider("own", [sell("", "frobnicator", 0.01)]),
);
const open = openInMemory(catalog, facts);

function ask(wish: Partial<Wish> = {}, { view, models } = open) {
  const usage = { input: million, output: 0 };
  const full: Wish = { useCase: useCases.chat, filter: {}, usage, ...wish };
  const { ranked, removed } = recommendModels(view, full);
  const ref = (row: number): string => models[row]?.ref ?? "";
  return {
    refs: ranked.map(({ row }) => ref(row)),
    why: Object.fromEntries(ranked.map(({ row, why }) => [ref(row), why])),
    cheapest: ranked.map(({ cheapestRow }) => cheapestRow !== undefined && ref(cheapestRow)),
    removed: Object.fromEntries(removed.map(({ constraint, count }) => [constraint, count])),
    ranked,
  };
}

const none =
  "a router, a moving alias, a preview or of no known maker (--maker and --provider ask for one)";

describe("which models come", () => {
  it("has each underlying model once, and a maker of each that is known", () => {
    const { refs, removed } = ask();
    expect([...refs].sort()).toEqual([
      "anthropic/claude-opus-4-5",
      "azure/zhipuai/glm-5",
      "openai/gpt-5",
    ]);
    // two of the alias, one of whoever made frobnicator
    expect(removed[none]).toBe(3);
  });

  it("has routers, aliases and names of no known maker behind all others where they are asked for", () => {
    expect(ask({ maker: ["openai"] }).refs).toEqual(["openai/gpt-5", "openai/gpt-latest"]);
    expect(ask({ filter: { provider: ["own"] } }).refs).toEqual(["own/frobnicator"]);
    expect(ask({ filter: { family: [], maxPrice: 0.05 } }).refs).toEqual([]);
  });

  it("has them from the eleventh place on, and not at all where fewer stand before", () => {
    const labs = (count: number) =>
      openInMemory(
        wireCatalog(
          wireProvider(
            "openai",
            Array.from({ length: count }, (_, at) => sell("", `gpt-${at + 3}`, 1)),
          ),
          wireProvider(
            "hub",
            Array.from({ length: count }, (_, at) => sell("openai", `gpt-${at + 3}`, 2)),
          ),
          wireProvider("own", [sell("", "frobnicator", 0.01)]),
        ),
        facts,
      );
    const ten = ask({}, labs(10)).refs;
    expect([ten.length, ten.indexOf("own/frobnicator")]).toEqual([11, 10]);
    expect(ask({}, labs(9)).refs).not.toContain("own/frobnicator");
  });

  it("depends on no credential, and neither does the order", () => {
    const providers = Object.keys(catalog);
    const groups = (atHand: string[]) =>
      ask({ atHand }).ranked.map(({ group, band }) => [group, band]);
    for (const one of providers) expect(groups([one])).toEqual(groups([]));
    expect(groups(providers)).toEqual(groups([]));
  });

  it("goes by the maker's cost, else by the median of well-known hosts, whatever filters leave", () => {
    const of = (wish: Partial<Wish>) =>
      Object.fromEntries(
        ask(wish).ranked.map(({ row, deciding }) => [open.models[row]?.id, deciding]),
      );
    expect(of({})["gpt-5"]).toEqual({ perRequest: 1, of: "maker" });
    expect(of({})["zhipuai/glm-5"]).toEqual({ perRequest: 0.7, of: "hosts" });
    expect(of({ filter: { provider: ["cheap"] } })["openai/gpt-5"]).toEqual({
      perRequest: 1,
      of: "maker",
    });
  });

  it("rules out and counts a usage that exceeds a limit, and a use case's own on the input side alone", () => {
    const usage = { input: 1_950_000, output: 60_000 };
    expect(ask({ usage }).removed["takes 2010k tokens (context limit)"]).toBeGreaterThan(5);
    expect(ask({ usage }).refs).toEqual([]);
    expect(ask({ usage, isUsualUsage: true }).refs).toHaveLength(3);
  });
});

describe("which offer of a model is shown", () => {
  it("is the maker's own, else the cheapest well-known host's, which is said to be a reseller's", () => {
    expect(ask().why).toEqual({
      "openai/gpt-5": "maker",
      "anthropic/claude-opus-4-5": "maker",
      "azure/zhipuai/glm-5": "reseller",
    });
  });

  it("is the cheapest of those a credential is at hand for", () => {
    expect(ask({ atHand: ["azure", "cheap"] }).why).toMatchObject({
      "cheap/openai/gpt-5": "configured",
      "azure/zhipuai/glm-5": "configured",
    });
  });

  it("is the cheapest unmarked one on request; it is known beside the one shown, too", () => {
    const shown = ask();
    expect(shown.cheapest[shown.refs.indexOf("openai/gpt-5")]).toBe("cheap/openai/gpt-5");
    expect(ask({ cheapest: true, atHand: ["openai"] }).refs).toContain("cheap/openai/gpt-5");
  });

  it("is none that is discounted, wrapped or in a plan, although a credential is at hand", () => {
    const { refs, removed } = ask({ atHand: ["gone", "plan", "cheap"] });
    expect(refs).toContain("cheap/openai/gpt-5");
    expect(refs).toContain("anthropic/claude-opus-4-5");
    expect(removed).toMatchObject({
      "sold in a plan (--provider asks for one)": 1,
      "closed weights under half the maker's price": 1,
      "under the prefix of a wrapper or discounter": 1,
    });
  });

  it("is a marked one where --provider or --configured leaves no other of the model", () => {
    expect(ask({ filter: { provider: ["plan"] } }).refs).toEqual(["plan/openai/gpt-5"]);
    expect(ask({ filter: { configured: ["gone"] } }).refs).toEqual(["gone/openai/gpt-5"]);
    expect(ask({ filter: { provider: ["gone", "azure"] } }).refs).not.toContain(
      "gone/openai/gpt-5",
    );
  });

  it("never costs nothing, unless what is free is asked for, which no plan is", () => {
    expect(ask().removed["at no charge (--free looks among them)"]).toBe(1);
    expect(ask({ filter: { provider: ["trial"] } }).refs).toEqual(["trial/zhipuai/glm-5"]);
    expect(ask({ filter: { free: true } }).refs).toEqual(["trial/openai/gpt-5"]);
  });

  it("has a price for all that is used, unless it may stay without", () => {
    const unpriced = "no listed price (--include-unpriced keeps them)";
    expect(ask().removed[unpriced]).toBe(1);
    const filter = { provider: ["silent"], includeUnpriced: true };
    expect(ask({ filter }).refs).toEqual(["silent/zhipuai/glm-5"]);
    const cached = ask({ usage: { input: million, output: 0, cached: 10 } });
    expect(cached.removed["no listed price of cached input (--include-unpriced keeps them)"]).toBe(
      13,
    );
  });

  it("may lack a price of audio: what it costs is a lower bound then", () => {
    const usage = { input: million, output: 0, inputAudio: 100 };
    expect(ask({ usage }).refs).toContain("openai/gpt-5");
  });

  it("is offered normally, unless another status is asked for", () => {
    const beta = openInMemory(
      wireCatalog(wireProvider("openai", [sell("", "gpt-5", 1, { status: "beta" })])),
      facts,
    );
    const removed = {
      "a status that is not normal, its own or its maker's (--status asks for one)": 1,
    };
    expect(ask({}, beta)).toMatchObject({ refs: [], removed });
    expect(ask({ filter: { status: ["beta"] } }, beta).refs).toEqual(["openai/gpt-5"]);
  });
});

describe("ceilings", () => {
  const requests = { count: 3, per: "day" } as const;

  it("hold for the offer that is shown: the maker's own is left out, not the model", () => {
    expect(ask({ filter: { maxPrice: 0.8 } }).refs.sort()).toEqual([
      "azure/gpt-5",
      "azure/zhipuai/glm-5",
    ]);
  });

  it("keep to a monthly cost, the ceiling itself included", () => {
    const within = (maxMonthlyCost: number) => ask({ requests, maxMonthlyCost });
    expect(within(54).refs).toContain("cheap/openai/gpt-5");
    expect(within(53.9).refs).not.toContain("cheap/openai/gpt-5");
    expect(within(53.9).removed["--max-monthly-cost 53.9"]).toBeGreaterThan(5);
  });

  it("are kept where they are reached exactly: three times 0.6 is 1.8", () => {
    const usage = { input: million, output: 0 };
    const filter = { maxCost: { usd: 1.8, usage, requests: { count: 3 } } };
    expect(ask({ filter }).refs).toContain("cheap/openai/gpt-5");
    expect(ask({ filter }).removed["--max-cost 1.8"]).toBeGreaterThan(1);
  });

  it("leave out what is known to cost too much though a part is unknown", () => {
    const usage = { input: million, output: 0, cached: 1 };
    const filter = { includeUnpriced: true };
    const { refs } = ask({ usage, requests, filter, maxMonthlyCost: 60 });
    expect(refs).toContain("cheap/openai/gpt-5");
    expect(refs).not.toContain("openai/gpt-5");
  });
});

it("answers with nothing where nothing is left", () => {
  const { refs, removed } = ask({ filter: { minContext: 5_000_000 } });
  expect([refs, removed]).toEqual([[], { "--min-context 5m": 14 }]);
});
