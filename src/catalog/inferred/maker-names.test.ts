import { describe, expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { MakerNames } from "./maker-names.ts";

function meant(name: string, providers: readonly Wire[], facts?: Wire): string[] {
  return new MakerNames(openInMemory(wireCatalog(...providers), facts).view).meantBy(name);
}

const rowsOf = (provider: string, ...ids: string[]): Wire =>
  wireProvider(
    provider,
    ids.map((id) => wireModel(id)),
  );

describe("MakerNames", () => {
  // what meta sells itself goes by the name of llama
  const meta = [
    rowsOf("llama", "llama-3.3-70b-instruct", "llama-4-maverick-17b-128e-instruct"),
    rowsOf(
      "host",
      "meta-llama/llama-3.3-70b-instruct",
      "meta-llama/llama-4-maverick-17b-128e-instruct",
      "meta-llama/llama-3.1-8b-instruct",
    ),
    rowsOf("another", "meta/llama-3.3-70b-instruct", "meta/llama-3.2-11b"),
  ];
  const facts = {
    "meta/llama-3.3-70b-instruct": { name: "Llama 3.3 70B" },
    "meta/llama-4-maverick-17b-128e-instruct": { name: "Llama 4 Maverick" },
  };

  it.each(["meta", "llama", "meta-llama", "Meta"])("gives all makers of one, called %s", (name) => {
    expect(meant(name, meta, facts)).toEqual(["llama", "meta", "meta-llama"]);
  });

  it("joins what a company calls its teams, and finds it where it is called so alone", () => {
    const sellers = [
      rowsOf(
        "host",
        "bytedance-seed/seed-1.6",
        "bytedance/seedream-4.5",
        "ibm-granite/granite-4.1",
      ),
    ];
    expect(meant("bytedance", sellers)).toEqual(["bytedance", "bytedance-seed"]);
    expect(meant("bytedance-seed", sellers)).toEqual(["bytedance", "bytedance-seed"]);
    expect(meant("ibm", sellers)).toEqual(["ibm-granite"]);
    // no company, but how many begin
    expect(meant("ib", sellers)).toEqual([]);
  });

  it("joins initials with the name, where both stand before one model", () => {
    const flux = (...more: string[]) => [
      rowsOf("host", "black-forest-labs/flux.2-klein-4b", "black-forest-labs/flux.1-dev"),
      rowsOf("another", "bfl/flux-2-max", ...more),
    ];
    expect(meant("bfl", flux("bfl/flux.2-klein-4b"))).toEqual(["bfl", "black-forest-labs"]);
    expect(meant("bfl", flux())).toEqual(["bfl"]);
  });

  it("takes no host for a maker that puts its name before what it serves, nor a wrapper", () => {
    const made = ["deepseek-v3", "deepseek-v3.1", "deepseek-v3.2"];
    const before = (name: string, ids: readonly string[]) => ids.map((id) => `${name}/${id}`);
    const sellers = [
      rowsOf("deepseek", ...made),
      rowsOf("host", ...before("deepseek-ai", made), "qwen/qwen3-8b", "qwen/qwen3-14b"),
      rowsOf("router", ...before("host", made), ...before("stealth", made)),
    ];
    expect(meant("deepseek-ai", sellers)).toEqual(["deepseek"]);
    expect(meant("host", sellers)).toEqual([]);
    expect(meant("stealth", sellers)).toEqual([]);
  });
});
