import { describe, expect, it } from "vitest";
import { describeRealCatalogs, recordedCatalog } from "../../../testing/real-catalog.ts";
import { identify } from "../identity/identify.ts";
import { kindOf } from "../kind/kind-of.ts";
import type { ModelFacts } from "../../words/facts.ts";
import type { ModelRow } from "../../words/model.ts";
import { dominances } from "./dominance.ts";
import { evidences } from "./evidence.ts";
import { type Qualities, qualitiesOf } from "./qualities.ts";
import { standingOf } from "./standing.ts";

function figuresOf(models: readonly ModelRow[], facts: readonly ModelFacts[]) {
  const identities = identify(models, facts);
  const qualities = qualitiesOf(models, models.map(kindOf), facts, identities);
  return { qualities, identities };
}

function byKey({ keys }: { keys: string[] }, { values }: Qualities): Map<string, number> {
  return new Map(keys.map((key, group) => [key, values[group] as number]));
}

describeRealCatalogs("quality", (real) => {
  const { models, catalog } = real.open();
  const { qualities, identities } = figuresOf(models, catalog.facts);
  const { values, spreads, results, expected, grounds } = qualities;
  const chat = grounds.models.map(({ group }) => group);

  it("is a figure and a spread for every model that holds conversations, and for no other", () => {
    expect(chat.length).toBeGreaterThan(0);
    expect(chat.length).toBeLessThan(identities.keys.length);
    const known = identities.keys
      .map((_, group) => group)
      .filter((group) => !Number.isNaN(values[group]));
    expect(known).toEqual(chat);
    for (const group of chat) {
      expect(Number.isFinite(values[group])).toBe(true);
      expect(spreads[group]).toBeGreaterThan(0.2);
      expect(spreads[group]).toBeLessThan(0.6);
    }
  });

  it("is what is expected where there are no results, and surer where there are", () => {
    const silent = chat.filter((group) => results[group] === 0);
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.map((group) => values[group])).toEqual(silent.map((group) => expected[group]));
    const measured = chat.filter((group) => (results[group] ?? 0) > 0);
    expect(measured.length).toBeGreaterThan(0);
    for (const group of measured) expect(spreads[group]).toBeLessThan(0.55);
  });

  it("contradicts no order that shared benchmarks prove", () => {
    for (const { better, worse } of dominances(grounds.results)) {
      expect(values[better]).toBeGreaterThanOrEqual(values[worse] as number);
    }
  });

  it("adds up: what is expected of what nothing is known of, each ground, and what results move", () => {
    const all = evidences(qualities);
    for (const group of chat) {
      const evidence = all.get(group);
      const sum = evidence?.grounds.reduce((total, { points }) => total + points, evidence.start);
      expect((sum ?? 0) + (evidence?.moved ?? 0)).toBeCloseTo(values[group] as number, 9);
      expect(evidence?.results.length).toBe(results[group]);
      expect(evidence?.label).toBe(results[group] === 0 ? "expected" : "published");
    }
  });

  it("does not depend on the order of the rows", () => {
    const turned = figuresOf(models.toReversed(), catalog.facts.toReversed());
    const again = byKey(turned.identities, turned.qualities);
    for (const [key, value] of byKey(identities, qualities)) {
      if (Number.isNaN(value)) expect(again.get(key)).toBeNaN();
      else expect(again.get(key)).toBeCloseTo(value, 6);
    }
  });
});

describe("quality of the recorded catalog", () => {
  const { models, catalog } = recordedCatalog.open();

  it("is the same to the last digit when it is worked out again", () => {
    const [once, again] = [figuresOf(models, catalog.facts), figuresOf(models, catalog.facts)];
    expect(again.qualities.values).toEqual(once.qualities.values);
    expect(again.qualities.spreads).toEqual(once.qualities.spreads);
  });

  it("is there without any facts, and without any models", () => {
    const { qualities } = figuresOf(models, []);
    expect(Math.max(...qualities.results)).toBe(0);
    expect(figuresOf([], catalog.facts).qualities.values.length).toBe(0);
  });

  it("has no evidence for what holds no conversation", () => {
    const { qualities, identities } = figuresOf(models, catalog.facts);
    const other = identities.keys.findIndex((_, group) => Number.isNaN(qualities.values[group]));
    expect(evidences(qualities).get(other)).toBeUndefined();
  });
});

describe("what a name stands for", () => {
  const makers = new Set(["openai"]);

  it("is one model of a known maker, else a router, an alias or something of nobody known", () => {
    expect(standingOf({ nameOf: "model", maker: "openai" }, makers)).toBe("model");
    expect(standingOf({ nameOf: "model", maker: "somebody" }, makers)).toBe("unknown-maker");
    expect(standingOf({ nameOf: "model", maker: null }, makers)).toBe("unknown-maker");
    expect(standingOf({ nameOf: "alias", maker: "openai" }, makers)).toBe("alias");
    expect(standingOf({ nameOf: "router", maker: null }, makers)).toBe("router");
  });
});
