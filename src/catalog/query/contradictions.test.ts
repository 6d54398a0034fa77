import { describe, expect, it } from "vitest";
import { contradictions } from "./contradictions.ts";
import type { ModelFilter } from "./filter-fields.ts";

describe("contradictions", () => {
  it.each<[string, ModelFilter]>([
    ["--capability and --without", { capability: ["vision", "tools"], without: ["vision"] }],
    ["--provider and --not-provider", { provider: ["openai"], notProvider: ["groq", "openai"] }],
    ["--open-weights and --without", { openWeights: true, without: ["open-weights"] }],
    ["--input-modality and --without", { inputModality: ["image"], without: ["vision"] }],
    [
      "--released-after and --released-before",
      { releasedAfter: "2026-05", releasedBefore: "2025" },
    ],
  ])("names %s where nothing can meet both", (flags, filter) => {
    const [found, ...others] = contradictions(filter);
    expect(others).toEqual([]);
    expect(found?.code).toBe("filter.contradiction");
    expect(found?.message).toContain(`${flags} contradict each other`);
  });

  it("finds none in conditions that a model may meet", () => {
    for (const filter of [
      {},
      { capability: ["vision"], without: ["audio"] },
      { provider: ["openai", "groq"], notProvider: ["groq"] },
      { releasedAfter: "2026-05-03", releasedBefore: "2026-05" },
      { releasedAfter: "2026", releasedBefore: "2026" },
    ] satisfies ModelFilter[]) {
      expect(contradictions(filter)).toEqual([]);
    }
  });
});
