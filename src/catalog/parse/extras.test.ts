import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExtras } from "./extras.ts";

const nothing = {
  reasoning: { efforts: [], budget: null, canBeSwitchedOff: false },
  modes: [],
  npm: null,
  api: null,
};

describe("parseExtras", () => {
  it("says nothing where the record says nothing", () => {
    expect(parseExtras({})).toEqual(nothing);
    expect(parseExtras(undefined)).toEqual(nothing);
  });

  it("reads efforts, leaving out the empty ones upstream lists", () => {
    const wire = { reasoning_options: [{ type: "effort", values: ["low", null, "high", "low"] }] };
    expect(parseExtras(wire).reasoning.efforts).toEqual(["low", "high"]);
  });

  it("reads the budget and whether reasoning can be switched off", () => {
    const wire = { reasoning_options: [{ type: "budget_tokens", min: 1024 }, { type: "toggle" }] };
    expect(parseExtras(wire).reasoning).toEqual({
      efforts: [],
      budget: { min: 1024, max: null },
      canBeSwitchedOff: true,
    });
  });

  it("reads the price of another way to be served, unknown where it is not listed", () => {
    const modes = { fast: { cost: { input: 30, output: 150 } }, slow: {}, odd: 7 };
    const found = parseExtras({ experimental: { modes } }).modes;
    expect(found.map(({ name, price }) => [name, price?.input ?? null])).toEqual([
      ["fast", 30],
      ["slow", null],
      ["odd", null],
    ]);
  });

  it("takes experimental for nothing where it is the boolean it once was", () => {
    expect(parseExtras({ experimental: true }).modes).toEqual([]);
  });

  it("reads a model's own package and address", () => {
    const wire = { provider: { npm: " @ai-sdk/anthropic ", api: "https://x.example/v1" } };
    expect(parseExtras(wire)).toMatchObject({
      npm: "@ai-sdk/anthropic",
      api: "https://x.example/v1",
    });
  });

  it("reads whatever it is given", () => {
    const fields = fc.constantFrom("reasoning_options", "experimental", "provider");
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(fields, fc.jsonValue())), (wire) => {
        expect(Object.keys(parseExtras(wire))).toEqual(Object.keys(nothing));
      }),
      { seed: 4110, numRuns: 300 },
    );
  });
});
