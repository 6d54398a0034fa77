import { expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { demandOf } from "../cost/fit.ts";
import type { ModelFilter } from "../query/filter-fields.ts";
import { applyConstraints } from "./constraints.ts";
import { useCases } from "./use-cases.ts";

const demand = demandOf({ input: 0, output: 0 });

/** Refs that may be recommended for chat under a condition. */
function passing(filter: ModelFilter, ...providers: Wire[]): string[] {
  const { view, models } = openInMemory(wireCatalog(...providers));
  const { rows } = applyConstraints(view, filter, useCases.chat, { demand });
  return Array.from(rows, (row) => models[row]?.ref ?? "").sort();
}

const one = (provider: string, id: string, fields: Wire): Wire =>
  wireProvider(provider, [wireModel(id, fields)]);

const made = { release_date: "2025-04-16", knowledge: "2024-05" };

it("goes by the maker's date of a model, not by what a reseller lists", () => {
  const all = [
    one("openai", "o4-mini", made),
    one("host", "openai/o4-mini", { release_date: "2024-01-01", knowledge: "2025-12" }),
    one("another", "openai/o4-mini", { release_date: undefined, knowledge: undefined }),
  ];
  const refs = ["another/openai/o4-mini", "host/openai/o4-mini", "openai/o4-mini"];
  expect(passing({ releasedBefore: "2024-06" }, ...all)).toEqual([]);
  expect(passing({ releasedBefore: "2025-05" }, ...all)).toEqual(refs);
  expect(passing({ knowledgeAfter: "2025-06" }, ...all)).toEqual([]);
  expect(passing({ knowledgeAfter: "2024-05" }, ...all)).toEqual(refs);
});

it("takes a model to take and give no more than its maker says, and a reseller's to do less", () => {
  const media = (input: string[], output: string[]): Wire => ({ modalities: { input, output } });
  const all = [
    one("openai", "gpt-5", media(["text", "image"], ["text"])),
    one("host", "openai/gpt-5", media(["text", "image", "audio"], ["text", "audio"])),
    one("another", "openai/gpt-5", media(["text"], ["text"])),
  ];
  expect(passing({ outputModality: ["audio"] }, ...all)).toEqual([]);
  expect(passing({ inputModality: ["audio"] }, ...all)).toEqual([]);
  expect(passing({ capability: ["audio"] }, ...all)).toEqual([]);
  expect(passing({ without: ["audio"] }, ...all)).toHaveLength(3);
  expect(passing({ capability: ["vision"] }, ...all)).toEqual([
    "host/openai/gpt-5",
    "openai/gpt-5",
  ]);
});

it("goes by most of the sellers where the maker sells nothing, or knew no day", () => {
  const host = (name: string, fields: Wire): Wire => one(name, "meta-llama/llama-3.1-8b", fields);
  const audio = { input: ["text", "audio"], output: ["text"] };
  const all = [
    host("a", { release_date: "2024-07-23" }),
    host("b", { release_date: "2024-07-23" }),
    host("c", { release_date: "2025-12-01", modalities: audio }),
  ];
  expect(passing({ releasedAfter: "2025-01-01" }, ...all)).toEqual([]);
  expect(passing({ releasedBefore: "2024-12-31" }, ...all)).toHaveLength(3);
  expect(passing({ capability: ["audio"] }, ...all)).toEqual([]);
  const sonar = [
    one("perplexity", "sonar", { release_date: "2024-01-01" }),
    one("host", "perplexity/sonar", { release_date: "2025-01-27" }),
  ];
  expect(passing({ releasedAfter: "2025-01-01" }, ...sonar)).toEqual(["host/perplexity/sonar"]);
});

it("believes a reseller of a model whose maker lists neither a date nor media", () => {
  const all = [
    one("openai", "gpt-5", { release_date: undefined, modalities: undefined }),
    one("host", "openai/gpt-5", {
      modalities: { input: ["text", "audio"], output: ["text"] },
      release_date: "2025-08-07",
    }),
  ];
  const asked = { capability: ["audio" as const], releasedAfter: "2025-08-01" };
  expect(passing(asked, ...all)).toEqual(["host/openai/gpt-5"]);
});
