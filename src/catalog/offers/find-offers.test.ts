import { describe, expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import type { Usage } from "../cost/usage.ts";
import type { ModelEntry } from "../prepared/lookup.ts";
import { findOffers } from "./find-offers.ts";

const million = 1_000_000;
const limit = { context: 2 * million, output: 200_000 };
// besides the model, something else: who sells nothing but what is free sells a plan
const other = wireModel("other-7", { cost: { input: 1, output: 1 } });
const sells = (provider: string, cost: Wire | undefined, more: Wire = {}): Wire =>
  wireProvider(provider, [
    wireModel(provider === "openai" ? "gpt-5" : "openai/gpt-5", { cost, limit, ...more }),
    ...(provider === "gratis" ? [other] : []),
  ]);

const { view } = openInMemory(
  wireCatalog(
    sells("openai", { input: 1, output: 10 }),
    sells("cheap", { input: 0.5, output: 5 }),
    sells("even", { input: 1, output: 10 }),
    sells("silent", undefined),
    sells("half", { input: 0.01 }),
    sells("gratis", { input: 0, output: 0 }),
    sells("longer", { input: 0.9, output: 10 }, { limit: { ...limit, context: 4 * million } }),
    sells("short", { input: 0.6, output: 6 }, { limit: { ...limit, context: 200_000 } }),
    sells("planned", { input: 0, output: 0 }),
    sells("dumped", { input: 0.4, output: 4 }),
    sells("retired", { input: 0.1, output: 0.1 }, { status: "deprecated" }),
    wireProvider("other", [wireModel("claude-opus-4-5", { cost: { input: 5, output: 25 } })]),
  ),
);

const entry = (ref: string): ModelEntry => {
  const found = view.findModelEntry(ref);
  if (found === undefined) throw new Error(`no ${ref}`);
  return found;
};
const usage: Usage = { input: million, output: 100_000 };
const ask = (ref: string, passes?: (row: number) => boolean) =>
  findOffers(view, entry(ref), usage, undefined, passes === undefined ? {} : { passes });

describe("findOffers", () => {
  it("gives everyone who sells the model and nobody who sells another", () => {
    const refs = ask("cheap/openai/gpt-5").offers.map(({ ref }) => ref);
    expect(refs).toHaveLength(11);
    expect(refs).toContain("openai/gpt-5");
    expect(refs).not.toContain("other/claude-opus-4-5");
  });

  it("sorts by cost for the usage, the maker first of those that cost the same, without a price after that, what does not stand for the model last", () => {
    const { offers } = ask("openai/gpt-5");
    expect(
      offers.map(({ provider, cost, marks, fits }) => [provider, cost?.perRequest, marks, fits]),
    ).toEqual([
      ["cheap", 1, [], true],
      ["longer", 1.9, [], true],
      ["openai", 2, [], true],
      ["even", 2, [], true],
      ["silent", undefined, [], true],
      ["short", 1.2, [], false],
      ["gratis", 0, ["trial"], true],
      ["retired", 0.11, ["discounted", "unsettled"], true],
      ["dumped", 0.8, ["discounted"], true],
      ["half", 0.01, ["discounted", "odd-price"], true],
      ["planned", 0, ["plan"], true],
    ]);
    expect(offers.find(({ provider }) => provider === "half")?.cost?.complete).toBe(false);
    expect(offers.find(({ provider }) => provider === "silent")?.cost).toBeNull();
  });

  it("puts those first of the same cost for whom a credential is at hand, the maker before them", () => {
    const sellers = ["able", "baker", "openai", "router"];
    const cost = { input: 1, output: 10 };
    const { view } = openInMemory(wireCatalog(...sellers.map((id) => sells(id, cost))));
    const asked = view.findModelEntry("openai/gpt-5") as ModelEntry;
    const providersOf = (isAtHand: (provider: string) => boolean): string[] =>
      findOffers(view, asked, usage, undefined, { isAtHand }).offers.map(
        ({ provider }) => provider,
      );
    expect(providersOf(() => false)).toEqual(["openai", "able", "baker", "router"]);
    expect(providersOf((id) => id > "b")).toEqual(["openai", "baker", "router", "able"]);
  });

  it("does not hold a mark against a row that is forgiven", () => {
    const forgiven = ["discounted"] as const;
    const { offers } = findOffers(view, entry("openai/gpt-5"), usage, undefined, { forgiven });
    expect(offers.slice(0, 3).map(({ provider, marks }) => [provider, marks])).toEqual([
      ["dumped", []],
      ["cheap", []],
      ["longer", []],
    ]);
  });

  it("sorts another usage in its own order", () => {
    const given = { input: 0, output: 100_000 };
    const { offers } = findOffers(view, entry("openai/gpt-5"), given);
    expect(offers.slice(0, 3).map(({ provider }) => provider)).toEqual([
      "cheap",
      "short",
      "openai",
    ]);
  });

  it("is as sure as can be of the asked row, and less of the others, and says why", () => {
    const { offers } = ask("even/openai/gpt-5");
    const own = offers.find(({ provider }) => provider === "even");
    expect(own).toMatchObject({ confidence: 1, reason: "is the row that was asked for" });
    for (const offer of offers.filter((one) => one !== own)) {
      expect(offer.confidence).toBeGreaterThan(0);
      expect(offer.confidence).toBeLessThan(1);
      expect(offer.reason).toMatch(/\S+ .*gpt-5/);
    }
  });

  it("names the maker's own row and what others do differently", () => {
    const { reference, offers } = ask("cheap/openai/gpt-5");
    expect(reference).toBe("openai/gpt-5");
    expect(offers.find(({ provider }) => provider === "longer")?.differences).toEqual([
      "context 4M instead of 2M",
    ]);
    expect(offers.find(({ provider }) => provider === "openai")?.differences).toEqual([]);
  });

  it("measures by the asked row where the maker sells none", () => {
    const { view: without } = openInMemory(
      wireCatalog(
        sells("cheap", { input: 1, output: 1 }),
        sells("longer", undefined, { limit: { ...limit, context: 4 * million } }),
      ),
    );
    const asked = without.findModelEntry("longer/openai/gpt-5") as ModelEntry;
    const { reference, offers } = findOffers(without, asked, usage);
    expect(reference).toBeNull();
    expect(offers.map(({ differences }) => differences)).toEqual([
      ["context 2M instead of 4M"],
      [],
    ]);
  });

  it("leaves out what does not pass, the asked row as well", () => {
    const refs = ask("retired/openai/gpt-5", () => false).offers.map(({ ref }) => ref);
    expect(refs).toEqual([]);
  });

  it("gives the same group whichever of its rows is asked", () => {
    const group = (ref: string) => {
      const { group: key, offers } = ask(ref);
      return [key, offers.map((offer) => offer.ref)];
    };
    expect(group("silent/openai/gpt-5")).toEqual(group("openai/gpt-5"));
  });

  it("multiplies by the requests", () => {
    const { offers } = findOffers(view, entry("openai/gpt-5"), usage, { count: 10, per: "month" });
    expect(offers.find(({ provider }) => provider === "cheap")?.cost?.perMonth).toBe(10);
  });
});
