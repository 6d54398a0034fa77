import { describe, expect, it } from "vitest";
import { isDerivedWord } from "../../src/catalog/inferred/identity/derived-words.ts";
import { readId } from "../../src/catalog/inferred/identity/host-syntax.ts";
import { identityOf } from "../../src/catalog/inferred/identity/identities.ts";
import { identify } from "../../src/catalog/inferred/identity/identify.ts";
import { scorePairs } from "../../src/catalog/inferred/identity/pair-score.ts";
import { parseCatalog } from "../../src/catalog/parse/catalog.ts";
import { isWrapped, wrappedVariant } from "../../src/catalog/inferred/sellers/wrappers.ts";
import type { ModelFacts } from "../../src/catalog/words/facts.ts";
import type { ModelRow } from "../../src/catalog/words/model.ts";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";

const large = openLargeCatalog();

function readLabels(): Record<string, string> {
  return large.read("same-model.json") as Record<string, string>;
}

describe("sameness in the catalog as served on 2026-07-02", () => {
  it("agrees with upstream's own answers in nearly all pairs", () => {
    const { models, catalog } = large.open();
    const score = scorePairs(models, identify(models, catalog.facts), readLabels());
    expect(score.rows).toBe(651);
    expect(score.precision).toBeGreaterThanOrEqual(0.99);
    expect(score.recall).toBeGreaterThanOrEqual(0.95);
  });
});

const olderDays = ["2025-10-01", "2026-05-01", "2026-06-01"];

function readDay(day: string): { models: ModelRow[]; facts: ModelFacts[] } {
  const { models, facts } = parseCatalog(
    large.read(day === "2026-07-02" ? "api.json" : `history/${day}.json`),
    large.read("models.json"),
  );
  return { models: models.map(({ model }) => model), facts };
}

describe.each([...olderDays, "2026-07-02"])("the groups of %s", (day) => {
  const { models, facts } = readDay(day);
  const identities = identify(models, facts);
  const found = models.map((model, row) => ({ ...model, ...identityOf(identities, row) }));
  const modelOf = (ref: string): string | undefined => found.find((one) => one.ref === ref)?.model;

  it("hold nothing that a community made beside its base", () => {
    const isDerived = ({ id }: { id: string }): boolean => readId(id).words.some(isDerivedWord);
    const derived = new Set(found.filter(isDerived).map(({ group }) => group));
    const plain = found.filter((one) => !isDerived(one) && derived.has(one.group));
    expect(plain.map(({ ref, model }) => [ref, model])).toEqual([]);
  });

  it("name the terms of every wrapper", () => {
    const wrapped = found.filter(({ id }) => isWrapped(id));
    const silent = wrapped.filter(
      ({ id, variant }) => variant?.includes(wrappedVariant(id) ?? "") !== true,
    );
    expect(silent.map(({ ref }) => ref)).toEqual([]);
  });

  it.each([
    ["amazon-bedrock/mistral.ministral-3-8b-instruct", "openrouter/mistralai/ministral-8b-2512"],
    ["ollama-cloud/ministral-3:14b", "llmgateway/ministral-14b-2512"],
    ["mistral/labs-devstral-small-2512", "ollama-cloud/devstral-small-2:24b"],
    ["azure/mistral-small-2503", "openrouter/mistralai/mistral-small-3.1-24b-instruct"],
    ["vercel/google/imagen-4.0-generate-001", "poe/google/imagen-4"],
    ["vercel/google/veo-3.1-generate-001", "fastrouter/google/veo3.1"],
  ])("have %s and %s in one, where both are sold", (a, b) => {
    const [one, other] = [modelOf(a), modelOf(b)];
    if (one !== undefined && other !== undefined) expect(one).toBe(other);
  });

  it.each([
    ["vercel/mistral/devstral-small", "mistral/devstral-small-2505"],
    ["vercel/mistral/ministral-8b", "llmgateway/ministral-8b-2512"],
    ["mistral/ministral-8b-latest", "llmgateway/ministral-8b-2512"],
    ["wandb/OpenPipe/Qwen3-14B-Instruct", "nebius/Qwen/Qwen3-14B"],
    ["kilo/openai/gpt-3.5-turbo-instruct", "kilo/openai/gpt-3.5-turbo"],
  ])("have %s and %s apart, where both are sold", (a, b) => {
    const [one, other] = [modelOf(a), modelOf(b)];
    if (one !== undefined && other !== undefined) expect(one).not.toBe(other);
  });
});

describe("sameness in older days of the catalog", () => {
  it.each(olderDays)("agrees on %s as well", (day) => {
    const { models, facts } = readDay(day);
    const score = scorePairs(models, identify(models, facts), readLabels());
    expect(score.precision).toBeGreaterThanOrEqual(0.99);
    expect(score.recall).toBeGreaterThanOrEqual(0.9);
  });
});
