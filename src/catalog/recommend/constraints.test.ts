import { describe, expect, it } from "vitest";
import {
  assortedCatalog,
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import type { ModelFilter } from "../query/filter-fields.ts";
import { applyConstraints } from "./constraints.ts";
import { demandOf } from "../cost/fit.ts";
import { type UseCaseName, useCaseNames, useCases } from "./use-cases.ts";

const { view, models } = openInMemory(
  wireCatalog(
    wireProvider("openai", [
      wireModel("gpt-5", { reasoning: true, structured_output: true }),
      wireModel("gpt-4", { status: "deprecated" }),
      wireModel("gpt-image", { modalities: { input: ["text", "image"], output: ["image"] } }),
      wireModel("text-embedding-3", { limit: { context: 8_192, output: 0 } }),
    ]),
    wireProvider("anthropic", [
      wireModel("claude-opus-4-5", {
        modalities: { input: ["text", "image"], output: ["text"] },
        limit: { context: 1_000_000, output: 64_000 },
      }),
      wireModel("claude-haiku-beta", { status: "beta", limit: { context: 4_000, output: 1_000 } }),
      wireModel("claude-audio", { modalities: { input: ["audio", "text"], output: ["text"] } }),
    ]),
    wireProvider("reseller", [
      wireModel("openai/gpt-5", { status: "deprecated" }),
      wireModel("anthropic/claude-opus-4-5", { status: "deprecated" }),
    ]),
  ),
);

const demand = demandOf({ input: 0, output: 0 });

function apply(useCase: UseCaseName, filter: ModelFilter = {}, limits = {}) {
  const { rows, removed } = applyConstraints(view, filter, useCases[useCase], {
    demand,
    ...limits,
  });
  return { refs: Array.from(rows, (row) => models[row]?.ref), removed };
}

describe("applyConstraints", () => {
  it("counts what each constraint removed of what had passed all before it", () => {
    expect(apply("coding")).toEqual({
      refs: ["anthropic/claude-audio", "anthropic/claude-opus-4-5", "openai/gpt-5"],
      removed: [
        { constraint: "is for chat", count: 2 },
        { constraint: "context of at least 64k", count: 1 },
        { constraint: "deprecated", count: 3 },
      ],
    });
  });

  it("looks for what each use case needs", () => {
    expect(apply("vision").refs).toEqual(["anthropic/claude-opus-4-5"]);
    expect(apply("audio").refs).toEqual(["anthropic/claude-audio"]);
    expect(apply("image-generation").refs).toEqual(["openai/gpt-image"]);
    expect(apply("embedding").refs).toEqual(["openai/text-embedding-3"]);
    expect(apply("reasoning").refs).toEqual(["openai/gpt-5"]);
    expect(apply("extraction").refs).toEqual(["openai/gpt-5"]);
    expect(apply("long-context").refs).toEqual(["anthropic/claude-opus-4-5"]);
  });

  it("narrows by filters, each under the flag that did it", () => {
    const { refs, removed } = apply("chat", { provider: ["openai"], minContext: 200_000 });
    expect(refs).toEqual([]);
    expect(removed.map(({ constraint }) => constraint)).toEqual([
      "is for chat",
      "context of at least 8k",
      "deprecated",
      "--provider openai",
      "--min-context 200k",
    ]);
  });

  it("keeps the deprecated where the status is asked for", () => {
    expect(apply("chat", { status: ["deprecated"] }).refs).toContain("openai/gpt-4");
    expect(apply("chat", { status: ["all"] }).refs).toContain("openai/gpt-4");
    expect(apply("chat", { status: ["stable"] }).refs).not.toContain("openai/gpt-4");
  });

  it("goes by who made a model", () => {
    expect(apply("chat", {}, { maker: ["openai"] }).refs).toEqual(["openai/gpt-5"]);
    expect(apply("chat", {}, { notMaker: ["openai"] }).refs).not.toContain("openai/gpt-5");
  });

  it("rules out and counts what a request does not fit, by the limit that it exceeds", () => {
    const asked = { demand: demandOf({ input: 120_000, output: 9_000 }) };
    const { rows, removed } = applyConstraints(view, {}, useCases.chat, asked);
    expect(Array.from(rows, (row) => models[row]?.ref)).toEqual(["anthropic/claude-opus-4-5"]);
    expect(removed.at(-1)).toEqual({ constraint: "takes 129k tokens (context limit)", count: 2 });
  });

  it("says what was asked, as it was asked", () => {
    const last = (filter: ModelFilter, limits = {}): string | undefined =>
      apply("chat", filter, limits).removed.at(-1)?.constraint;
    expect(last({ capability: ["reasoning", "tools"] })).toBe("--capability reasoning,tools");
    expect(last({ minContext: 131_072 })).toBe("--min-context 131072");
    expect(last({ releasedAfter: "2027-01" })).toBe("--released-after 2027-01");
    expect(last({ status: ["alpha", "beta"] })).toBe("--status alpha,beta");
    expect(last({ configured: [] })).toBe("--configured");
    expect(last({}, { notMaker: ["anthropic"] })).toBe("--not-maker anthropic");
  });

  it("believes the maker of what a model takes, and not a host that lists it carelessly", () => {
    const image = { input: ["text", "image"], output: ["text"] };
    const careless = openInMemory(
      wireCatalog(
        wireProvider("openai", [wireModel("gpt-5"), wireModel("gpt-6", { modalities: image })]),
        wireProvider("careless", [wireModel("openai/gpt-5", { modalities: image })]),
        wireProvider("plain", [wireModel("openai/gpt-6", { modalities: image })]),
      ),
    );
    const limits = { demand };
    const { rows, removed } = applyConstraints(careless.view, {}, useCases.vision, limits);
    expect(Array.from(rows, (row) => careless.models[row]?.ref)).toEqual([
      "openai/gpt-6",
      "plain/openai/gpt-6",
    ]);
    expect(removed).toContainEqual({
      constraint: "takes text and image, as its maker or most list it",
      count: 1,
    });
  });

  it("adds up: what is removed and what is left are all rows, for every use case", () => {
    const assorted = openInMemory(assortedCatalog());
    for (const name of useCaseNames) {
      for (const filter of [{}, { minContext: 128_000, free: true }, { status: ["beta"] }]) {
        const { rows, removed } = applyConstraints(assorted.view, filter, useCases[name], {
          demand,
        });
        const gone = removed.reduce((sum, { count }) => sum + count, 0);
        expect(gone + rows.length).toBe(80);
        expect(removed.every(({ count }) => count > 0)).toBe(true);
      }
    }
  });
});
