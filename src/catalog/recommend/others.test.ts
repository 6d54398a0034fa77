import { expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import type { Why } from "./offers.ts";
import { describeRanking } from "./describe-ranking.ts";
import { recommendModels, type Wish } from "./recommend-models.ts";
import { usualWish } from "./usual-rankings.ts";

const priced = (id: string, input: number, output: number) =>
  wireModel(id, { cost: { input, output } });

const { view } = openInMemory(
  wireCatalog(
    wireProvider("openai", [priced("gpt-5", 2, 8)]),
    wireProvider("host", [priced("openai/gpt-5", 1.6, 6.4)]),
    // closed weights under half the maker's price
    wireProvider("router", [priced("openai/gpt-5", 0.8, 3.2)]),
  ),
);

/** What is said of the offer that is shown. */
function said(more: Partial<Wish>): [why: Why | undefined, text: string | undefined] {
  const wish = { ...usualWish("chat"), ...more };
  const [first] = describeRanking(view, recommendModels(view, wish), wish, 1).recommendations;
  return [first?.why, first?.reasons.find(({ about }) => about === "offer")?.text];
}

it("is called the cheapest of those without a mark, since what is marked may cost less", () => {
  expect(said({ atHand: ["router"] })).toEqual([
    "maker",
    "openai/gpt-5 is the maker's own; host/openai/gpt-5 is the cheapest unmarked offer that will do",
  ]);
  expect(said({ atHand: ["router", "host"] })).toEqual([
    "configured",
    "host/openai/gpt-5 is the cheapest unmarked offer you hold a credential for; the cheapest unmarked offer that will do",
  ]);
});

it("is called the cheapest of what meets the conditions, where others may be cheaper", () => {
  expect(said({ filter: { provider: ["openai"] } })[1]).toBe(
    "openai/gpt-5 is the maker's own; the cheapest unmarked offer that will do",
  );
});

it("is not called unmarked where nothing else is to be had", () => {
  expect(said({ filter: { provider: ["router"] } })[1]).toBe(
    "router/openai/gpt-5 is a reseller; at less than half of what the maker asks; the cheapest offer that will do",
  );
  expect(said({ filter: { provider: ["router"] }, atHand: ["router"] })[1]).toContain(
    "router/openai/gpt-5 is the cheapest offer you hold a credential for; at less than half",
  );
});
