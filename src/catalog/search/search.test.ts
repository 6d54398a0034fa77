import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCharacter } from "../../testing/any-character.ts";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import { findRows } from "./find.ts";
import { resolveModel } from "./resolve-model.ts";
import { searchWords } from "./search.ts";

const { view, models } = openInMemory(
  wireCatalog(
    wireProvider("anthropic", [
      wireModel("claude-sonnet-4-5", { name: "Claude Sonnet 4.5", release_date: "2025-09-29" }),
      wireModel("claude-sonnet-4-1", { name: "Claude Sonnet 4.1", release_date: "2025-05-22" }),
      wireModel("claude-haiku-4-5", { name: "Claude Haiku 4.5" }),
    ]),
    wireProvider("openai", [
      wireModel("gpt-5", { name: "GPT-5" }),
      wireModel("gpt-5-mini", { name: "GPT-5 Mini" }),
      wireModel("gpt-4o", { name: "GPT-4o" }),
    ]),
    wireProvider(
      "groq",
      [
        wireModel("openai/gpt-oss-20b", { name: "GPT OSS 20B" }),
        wireModel("qwen/qwen3-coder-480b"),
      ],
      { name: "Groq" },
    ),
    wireProvider("amazon-bedrock", [wireModel("anthropic.claude-sonnet-4-5-v1:0")], {
      name: "Amazon Bedrock",
    }),
    wireProvider("azure", [wireModel("gpt-5", { release_date: "2026-05-01" })]),
    wireProvider("router", [wireModel("openai/gpt-5")]),
  ),
);
const refsAt = (rows: readonly number[]): string[] => rows.map((row) => models[row]?.ref ?? "");
const search = (query: string): string[] =>
  refsAt(searchWords(query, view.searchIndex, view.columns).rows);

describe("searchWords", () => {
  it.each([
    ["a word left out", "claude 4.5 haiku", "anthropic/claude-haiku-4-5"],
    ["a letter missing", "sonet 4.1", "anthropic/claude-sonnet-4-1"],
    ["letters swapped", "cluade haiku", "anthropic/claude-haiku-4-5"],
    ["a letter too many", "haikuu", "anthropic/claude-haiku-4-5"],
    ["a wrong letter", "qwem coder", "groq/qwen/qwen3-coder-480b"],
    ["words written as one", "gptoss 20b", "groq/openai/gpt-oss-20b"],
    ["a word and its number written as one", "gpt5 mini", "openai/gpt-5-mini"],
    ["one word written as two", "gpt 4 o", "openai/gpt-4o"],
    ["a number without its letter", "qwen coder 480", "groq/qwen/qwen3-coder-480b"],
    [
      "the provider's name in it",
      "bedrock claude",
      "amazon-bedrock/anthropic.claude-sonnet-4-5-v1:0",
    ],
    ["the beginning of a word", "claude hai", "anthropic/claude-haiku-4-5"],
    ["other signs between the words", "GPT_5~mini!", "openai/gpt-5-mini"],
  ])("finds a model by a query with %s", (_, query, ref) => {
    expect(search(query)[0]).toBe(ref);
  });

  it.each([
    ["a later number first", "gpt-3.5", ["openai/gpt-3.5-turbo", "openai/gpt-5.3"]],
    ["a longer one", "gpt 5", ["openai/gpt-5", "openai/gpt-5.3"]],
    ["one written as one word", "gpt5", ["openai/gpt-5", "openai/gpt-5.3"]],
    ["the same signs the other way round", "4o mini", ["openai/gpt-4o-mini", "openai/o4-mini"]],
    ["a sign left apart", "gpt 4 o", ["openai/gpt-4o", "openai/gpt-4"]],
    ["no number but a seller's name", "gpt-3", ["openai/gpt-3.5-turbo", "nano-gpt/step-3"]],
  ])("puts the version that was typed before %s: %s", (_, query, [first, second]) => {
    const newer = { release_date: "2026-06-01" };
    const { view: versions, models: rows } = openInMemory(
      wireCatalog(
        wireProvider("openai", [
          wireModel("gpt-3.5-turbo", { release_date: "2023-03-01" }),
          wireModel("gpt-4"),
          wireModel("gpt-4o"),
          wireModel("gpt-4o-mini"),
          wireModel("o4-mini", newer),
          wireModel("gpt-5"),
          wireModel("gpt-5.3", newer),
        ]),
        wireProvider("nano-gpt", [wireModel("step-3", newer), wireModel("openai/gpt-5")]),
        wireProvider(
          "router",
          ["openai/gpt-5.3", "openai/gpt-4o", "openai/gpt-3.5-turbo"].map((id) => wireModel(id)),
        ),
      ),
    );
    const found = searchWords(query, versions.searchIndex, versions.columns).rows;
    const refs = found.map((row) => rows[row]?.ref);
    expect(refs[0]).toBe(first);
    if (refs.includes(second)) expect(refs.indexOf(second)).toBeGreaterThan(0);
  });

  it("finds the same rows in whatever order the words come", () => {
    const orders = ["claude sonnet 4 5", "5 4 sonnet claude", "sonnet claude 5 4"];
    const found = orders.map((query) => new Set(search(query)));
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual(found[0]);
  });

  it("puts the maker's own row first, and the newer of two that are alike", () => {
    expect(search("claude sonnet")).toEqual([
      "anthropic/claude-sonnet-4-5",
      "anthropic/claude-sonnet-4-1",
      "amazon-bedrock/anthropic.claude-sonnet-4-5-v1:0",
    ]);
  });

  it("does not take a version for the beginning of another", () => {
    expect(search("claude sonnet 4.1")[0]).toBe("anthropic/claude-sonnet-4-1");
    expect(search("480")).toEqual(["groq/qwen/qwen3-coder-480b"]);
    expect(search("48")).toEqual([]);
  });

  it.each(["", "   ", "?!", "🚀", "zzzzzz", "completely unknown words here"])(
    "finds nothing for %j",
    (query) => {
      expect(search(query)).toEqual([]);
    },
  );

  it("finds nothing where one of many words alone is met", () => {
    expect(search("haiku zz1 yy2 xx3")).toEqual([]);
  });

  it("takes no word for met because another is, however many there are", () => {
    const { view: small } = openInMemory(
      wireCatalog(wireProvider("p", [wireModel("a1 b2 c3 d4 e5 f6 g7 h8")])),
    );
    const pieces = "a1b2c3d4e5f6g7h8 i11j12k13l14m15n16";
    const unknown = Array.from({ length: 10 }, (_, at) => `zz${"qxvw"[at % 4]}${"abcdefghij"[at]}`);
    const found = (query: string) => searchWords(query, small.searchIndex, small.columns).rows;
    expect(found(unknown.join(" "))).toEqual([]);
    expect(found(`${pieces} ${unknown.join(" ")}`)).toEqual([]);
  });

  it("takes whatever is typed", () => {
    const query = fc.oneof(
      fc.string({ maxLength: 400 }),
      fc.string({ unit: anyCharacter }),
      fc
        .array(fc.constantFrom("gpt", "5", "claude", "qwen3", "480b", "4o", "-", "mini", "a1b2c3"))
        .map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(query, (text) => {
        const { rows } = searchWords(text, view.searchIndex, view.columns);
        expect(new Set(rows).size).toBe(rows.length);
        for (const row of rows) expect(models[row]).toBeDefined();
      }),
      { seed: 4520, numRuns: 400 },
    );
  });

  it("finds nothing in a catalog without models", () => {
    const { view: empty } = openInMemory({ empty: { models: {} } });
    for (const query of ["gpt", "a", "empty"]) {
      expect(searchWords(query, empty.searchIndex, empty.columns).rows).toEqual([]);
    }
  });
});

describe("findRows", () => {
  it("puts the exact ref first, then rows of that exact id, the maker's first, then the newest", () => {
    expect(refsAt(findRows(view, "gpt-5")).slice(0, 2)).toEqual(["openai/gpt-5", "azure/gpt-5"]);
    expect(refsAt(findRows(view, " azure/gpt-5 "))[0]).toBe("azure/gpt-5");
    expect(refsAt(findRows(view, "openai/gpt-oss-20b"))[0]).toBe("groq/openai/gpt-oss-20b");
  });

  it.each([
    ["a version without its dot", "claude-sonnet-45", "anthropic/claude-sonnet-4-5"],
    ["a date behind the name", "gpt-5-mini-2025-08-07", "openai/gpt-5-mini"],
  ])(
    "puts the model first of which it is another spelling, which no word tells: %s",
    (_, query, ref) => {
      expect(refsAt(findRows(view, query))[0]).toBe(ref);
    },
  );

  const { view: lines } = openInMemory(
    wireCatalog(
      wireProvider("openai", [
        wireModel("gpt-5", { release_date: "2025-08-07" }),
        wireModel("gpt-5.3-chat-latest", { release_date: "2026-03-01" }),
        wireModel("o3", { release_date: "2025-04-16" }),
        wireModel("o4-mini-high", { release_date: "2025-04-16" }),
      ]),
      wireProvider("anthropic", [
        wireModel("claude-opus-4-5", { release_date: "2025-11-24" }),
        wireModel("claude-opus-4-6", { release_date: "2026-02-05" }),
      ]),
      wireProvider("router", [
        wireModel("openai/gpt-5:free", { release_date: "2025-08-07" }),
        wireModel("openai/gpt-5", { release_date: "2025-08-07" }),
        wireModel("anthropic/claude-opus-4-5", { release_date: "2025-11-24" }),
        wireModel("anthropic/claude-opus-4-6", { release_date: "2026-02-05" }),
        wireModel("~anthropic/claude-opus-latest"),
      ]),
      wireProvider("relay", [wireModel("anthropic/claude-opus-latest")]),
      wireProvider("poe", [wireModel("claude-opus-4-5@20251124")]),
    ),
  );
  const found = (query: string) => findRows(lines, query).map((row) => lines.refs[row]);

  it.each([
    ["o3-latest", "openai/o3"],
    ["o3-high", "openai/o3"],
    ["o3-2025-04-16", "openai/o3"],
    ["openai/o3-latest", "openai/o3"],
    ["gpt-5-latest", "openai/gpt-5"],
    ["claude-opus-4-5@20251124", "anthropic/claude-opus-4-5"],
  ])("lets no hit of some words go before the model that info takes for %s", (query, ref) => {
    expect(resolveModel(lines, { name: query }).entry.ref).toBe(ref);
    expect(found(query)[0]).toBe(ref);
  });

  it("puts offers that are called so behind the model itself, before its others and other hits", () => {
    expect(found("gpt-5:free").slice(0, 3)).toEqual([
      "openai/gpt-5",
      "router/openai/gpt-5:free",
      "router/openai/gpt-5",
    ]);
  });

  it("puts rows of that very name before others, though none is its maker's", () => {
    expect(found("claude-opus-latest").slice(0, 2)).toEqual([
      "relay/anthropic/claude-opus-latest",
      "router/~anthropic/claude-opus-latest",
    ]);
  });

  it.each(["claude opus", "claude-opus"])(
    "orders a line by its hits where no one model is meant: %s",
    (query) => {
      expect(found(query)[0]).toBe("anthropic/claude-opus-4-6");
    },
  );

  it("gives each row once", () => {
    const rows = findRows(view, "gpt-5");
    expect(new Set(rows).size).toBe(rows.length);
  });

  it.each(["", "zzzzzz"])("finds nothing for %j", (query) => {
    expect(findRows(view, query)).toEqual([]);
  });
});

describeRealCatalogs("searching a real catalog", (catalog) => {
  it.each([
    ["claude opus 4.8", /claude-opus-4-8/],
    ["cluade sonet 4.5", /claude-sonnet-4-5/],
    ["gemini 2.5 pro", /gemini-2\.5-pro/],
    ["gpt oss 120b", /gpt-oss-120b/],
    ["llama 3.3 70b", /llama-3\.3-70b/i],
    ["deepseek v4 pro", /deepseek-v4-pro/],
    ["qwen coder 480b", /qwen3-coder-480b/i],
    ["groq llama", /^groq\/.*llama/],
  ])("finds what %j means among the first five", (query, wanted) => {
    const { view: real, models: rows } = catalog.open();
    const found = findRows(real, query).slice(0, 5);
    expect(found.map((row) => rows[row]?.ref).filter((ref) => wanted.test(ref ?? ""))).not.toEqual(
      [],
    );
  });

  it("finds each row first by its own ref", () => {
    const { view: real, models: rows } = catalog.open();
    const step = Math.ceil(rows.length / 400);
    const some = rows.filter((_, row) => row % step === 0);
    expect(some.filter(({ ref }) => rows[findRows(real, ref)[0] ?? -1]?.ref !== ref)).toEqual([]);
  });
});
