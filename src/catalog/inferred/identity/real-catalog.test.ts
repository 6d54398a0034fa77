import { expect, it } from "vitest";
import {
  describeRealCatalog,
  openRealCatalog,
  readRealFile,
} from "../../../testing/real-catalog.ts";
import { parseCatalog } from "../../parse/catalog.ts";
import { identityOf } from "./identities.ts";
import { identify } from "./identify.ts";
import { scorePairs } from "./pair-score.ts";

function readLabels(): Record<string, string> {
  return readRealFile("same-model.json") as Record<string, string>;
}

describeRealCatalog("sameness in the catalog as served on 2026-07-02", () => {
  it("agrees with upstream's own answers in nearly all pairs", () => {
    const { models, catalog } = openRealCatalog();
    const score = scorePairs(models, identify(models, catalog.facts), readLabels());
    expect(score.rows).toBe(651);
    expect(score.precision).toBeGreaterThanOrEqual(0.99);
    expect(score.recall).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    ["amazon-bedrock/us.anthropic.claude-opus-4-8", "anthropic/claude-opus-4-8", "us"],
    ["groq/llama-3.3-70b-versatile", "meta/llama-3.3-70b-instruct", "versatile"],
    ["openrouter/qwen/qwen3-coder:free", "alibaba/qwen3-coder-480b-a35b-instruct", "free"],
    ["fireworks-ai/accounts/fireworks/models/gpt-oss-120b", "openai/gpt-oss-120b", null],
    ["venice/openai-gpt-54-mini", "openai/gpt-5.4-mini", null],
  ])("knows %s as %s", (ref, model, variant) => {
    const { models, catalog } = openRealCatalog();
    const identities = identify(models, catalog.facts);
    const row = models.findIndex((one) => one.ref === ref);
    expect(identityOf(identities, row)).toMatchObject({ model, variant });
  });
});

describeRealCatalog("sameness in older days of the catalog", () => {
  it.each(["2025-10-01", "2026-05-01", "2026-06-01"])("agrees on %s as well", (day) => {
    const { models, facts } = parseCatalog(
      readRealFile(`history/${day}.json`),
      readRealFile("models.json"),
    );
    const rows = models.map(({ model }) => model);
    const score = scorePairs(rows, identify(rows, facts), readLabels());
    expect(score.precision).toBeGreaterThanOrEqual(0.99);
    expect(score.recall).toBeGreaterThanOrEqual(0.9);
  });
});
