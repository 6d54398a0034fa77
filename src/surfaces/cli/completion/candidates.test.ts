import { describe, expect, it } from "vitest";
import { openNames } from "../../../catalog/prepared/names.ts";
import { memoryParts } from "../../../catalog/prepared/parts.ts";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../../testing/catalog-builders.ts";
import { candidatesFor } from "./candidates.ts";
import type { CompletionTable, Values } from "./table.ts";

const { parts } = openInMemory(
  wireCatalog(
    wireProvider("openai", [wireModel("gpt-5", { family: "gpt" }), wireModel("gpt-5-mini")]),
    wireProvider("amazon-bedrock", [wireModel("titan:v1:0"), wireModel("x@2025")]),
    wireProvider("openrouter", [
      wireModel("openai/gpt-5"),
      wireModel("openai/gpt-oss"),
      wireModel("moonshotai/Kimi-K2"),
    ]),
    wireProvider(
      "evil",
      ["$(touch x)", "a b", "-rf", "\u001b[2J", "fine"].map((id) => wireModel(id)),
    ),
  ),
);
const names = openNames(memoryParts(parts));
const nothing = {
  catalog: () => undefined,
  aliases: () => [],
  aliasNames: () => [],
  settings: () => [],
  changes: () => [],
};
const named = {
  catalog: () => names,
  aliases: () => ["zfast", "zslow"],
  aliasNames: () => ["zfast", "zslow", "zsmall"],
  settings: () => ["catalog.ttl", "current"],
  changes: () => [
    { number: 1, command: "config use gpt-5" },
    { number: 12, command: "by hand" },
    { number: 2, command: "config set catalog.ttl 1h" },
  ],
};
const table: CompletionTable = {
  flags: [],
  commands: [
    { path: "cache status", aliases: ["cache"], summary: "how it is", flags: [], args: [] },
    { path: "cache verify", aliases: [], summary: "check it", flags: [], args: [] },
    { path: "models info", aliases: ["info"], summary: "show one", flags: [], args: [] },
  ],
};

function words(values: Values, beginning: string, more: { kept?: string; provider?: string } = {}) {
  const place = { kind: "value", values, beginning, kept: "", ...more } as const;
  return candidatesFor(place, table, named).map(({ word }) => word);
}

describe("what is offered", () => {
  it("are the numbers of changes, each with the command that made it", () => {
    const place = { kind: "value", values: "change", beginning: "1", kept: "" } as const;
    expect(candidatesFor(place, table, named)).toEqual([
      { word: "1", about: "config use gpt-5" },
      { word: "12", about: "by hand" },
    ]);
  });

  it("are names of one's own beside those of models, unless a provider is said", () => {
    expect(words("model", "zf")).toEqual(["zfast"]);
    expect(words("model", "z", { provider: "openai" })).toEqual([]);
    expect(words("alias", "z")).toEqual(["zfast", "zslow", "zsmall"]);
  });

  it("are settings", () => {
    expect(words("setting", "cat")).toEqual(["catalog.ttl"]);
  });

  it("are commands with what they do", () => {
    const commands = (before: string[], beginning: string) =>
      candidatesFor({ kind: "command", before, beginning }, table, nothing);
    expect(commands([], "")).toEqual([
      { word: "cache", about: "how it is" },
      { word: "info", about: "show one" },
      { word: "help", about: "show help" },
    ]);
    expect(commands(["cache"], "v")).toEqual([{ word: "verify", about: "check it" }]);
    expect(commands(["info"], "")).toEqual([]);
    expect(commands(["cache", "verify"], "")).toEqual([]);
  });

  it("are flags with what they mean", () => {
    const flags = [{ name: "--json", about: "one document" }];
    const place = { kind: "flag", flags, beginning: "--j" } as const;
    const offered = candidatesFor(place, table, nothing);
    expect(offered).toEqual([{ word: "--json", about: "one document" }]);
  });

  it("are known words, with what stands before them", () => {
    expect(words(["tools", "temperature", "vision"], "t")).toEqual(["tools", "temperature"]);
    expect(words(["tools"], "TO", { kept: "--capability=pdf," })).toEqual([
      "--capability=pdf,tools",
    ]);
    expect(words(null, "x")).toEqual([]);
  });

  it("are providers and families", () => {
    expect(words("provider", "op")).toEqual(["openai", "openrouter"]);
    expect(words("provider", "OP")).toEqual(["openai", "openrouter"]);
    expect(words("family", "")).toEqual(["gpt"]);
  });

  it("are providers as a first step to a model, and bare ids once something is typed", () => {
    const providers = ["amazon-bedrock/", "evil/", "openai/", "openrouter/"];
    expect(words("model", "")).toEqual(["zfast", "zslow", ...providers]);
    expect(words("model", "op")).toEqual(["openai/", "openrouter/"]);
    expect(words("model", "gpt")).toEqual(["gpt-5", "gpt-5-mini"]);
    expect(words("model", "mo")).toEqual(["moonshotai/Kimi-K2"]);
  });

  it("are refs, in steps from slash to slash", () => {
    expect(words("model", "openai/g")).toEqual(["openai/gpt-5", "openai/gpt-5-mini"]);
    expect(words("model", "openrouter/")).toEqual([
      "openrouter/moonshotai/Kimi-K2",
      "openrouter/openai/",
    ]);
    expect(words("model", "amazon-bedrock/titan:")).toEqual(["amazon-bedrock/titan:v1:0"]);
    expect(words("model", "amazon-bedrock/x@")).toEqual(["amazon-bedrock/x@2025"]);
  });

  it("are ids with a slash where no provider is called so", () => {
    expect(words("model", "moonshotai/")).toEqual(["moonshotai/Kimi-K2"]);
  });

  it("forgive capitals, and _ in a provider", () => {
    expect(words("model", "OpenAI/GPT-5-M")).toEqual(["openai/gpt-5-mini"]);
    expect(words("model", "amazon_bedrock/t")).toEqual(["amazon-bedrock/titan:v1:0"]);
    expect(words("model", "openrouter/moonshotai/kimi")).toEqual(["openrouter/moonshotai/Kimi-K2"]);
  });

  it("are ids of a provider once that is named", () => {
    expect(words("model", "gpt", { provider: "openai" })).toEqual(["gpt-5", "gpt-5-mini"]);
    expect(words("model", "", { provider: "OpenRouter" })).toEqual([
      "moonshotai/Kimi-K2",
      "openai/",
    ]);
    expect(words("model", "x", { provider: "nobody" })).toEqual([]);
  });

  it("is nothing a shell would run or a terminal act on", () => {
    expect(words("model", "evil/")).toEqual(["evil/-rf", "evil/fine"]);
    expect(words("model", "", { provider: "evil" })).toEqual(["fine"]);
  });

  it("is left to the shell where a path is wanted", () => {
    expect(words("file", "no", { kept: "--prompt-file=" })).toEqual([":files"]);
  });

  it("is nothing of a catalog where there is none", () => {
    const place = { kind: "value", values: "model", beginning: "", kept: "" } as const;
    expect(candidatesFor(place, table, nothing)).toEqual([]);
  });
});
