import { describe, expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { failureOf } from "../../testing/failures.ts";
import { describeRealCatalogs } from "../../testing/real-catalog.ts";
import { findRows } from "./find.ts";
import { resolveModel } from "./resolve-model.ts";
import { rowsOfLine } from "./same-line.ts";

const old = { status: "deprecated" };
const pictures = { modalities: { input: ["text"], output: ["image"] } };
const sold: Record<string, Wire[]> = {
  openai: "gpt-4 gpt-4o gpt-5 gpt-5.4 gpt-5.4-mini gpt-5.5 gpt-image-2 o1 o3 o4-mini"
    .split(" ")
    .map((id) => wireModel(id))
    .concat(wireModel("gpt-3.5-turbo", old)),
  google: [
    wireModel("gemini-2.5-pro"),
    wireModel("gemini-3-pro-image", pictures),
    wireModel("gemini-3-pro-preview", old),
    wireModel("gemini-3.1-pro-preview"),
  ],
  xai: [wireModel("grok-4"), wireModel("grok-4.3")],
  alibaba: [wireModel("qwen3-max"), wireModel("qwen3.7-plus")],
};
const resold = Object.entries(sold).flatMap(([maker, models]) =>
  models.map((model) => ({ ...model, id: `${maker}/${String(model.id)}` })),
);
const { view } = openInMemory(
  wireCatalog(
    ...Object.entries(sold).map(([maker, models]) => wireProvider(maker, models)),
    wireProvider("atomic", [wireModel("Qwen3_9-9B-Q4_K_M"), wireModel("mimo-v2-omni")]),
    wireProvider("azure", [wireModel("gpt-5.5"), wireModel("gpt-5.4")]),
    wireProvider("router", [
      ...resold,
      wireModel("xai/grok-imagine-1.5", pictures),
      wireModel("google/gemini-1.6-pro-exp"),
    ]),
  ),
);

const nearest = (name: string, provider?: string) =>
  failureOf(() => resolveModel(view, { name, provider })).details.nearest as string[];

describe("what is nearest to a version that no model has", () => {
  it.each([
    ["gpt-5.6", ["openai/gpt-5.5", "openai/gpt-5.4", "openai/gpt-5"]],
    ["openai/gpt-5.6", ["openai/gpt-5.5", "openai/gpt-5.4", "openai/gpt-5"]],
    ["azure/gpt-5.6", ["azure/gpt-5.5", "azure/gpt-5.4", "openai/gpt-5"]],
    ["gpt-5.6-mini", ["openai/gpt-5.4-mini"]],
    ["o5", ["openai/o4-mini", "openai/o3", "openai/o1"]],
    ["o2", ["openai/o1", "openai/o3", "openai/o4-mini"]],
    ["grok-5", ["xai/grok-4.3", "xai/grok-4"]],
    ["qwen4", ["alibaba/qwen3.7-plus", "alibaba/qwen3-max"]],
  ])("is the nearest of its line, the maker's first: %s", (name, refs) => {
    expect(nearest(name).slice(0, refs.length)).toEqual(refs);
    const found = findRows(view, name).map((row) => view.refs[row]);
    expect(found.slice(0, refs.length)).toEqual(refs);
  });

  it("is nothing deprecated, no reseller's oddity and no picture's before the maker's text", () => {
    const refs = nearest("gemini-1.5-pro");
    expect(refs).toEqual(["google/gemini-2.5-pro", "google/gemini-3.1-pro-preview", refs[2]]);
    const all = rowsOfLine(view, "gemini-1.5-pro").others.map((row) => view.refs[row]);
    expect(all.indexOf("google/gemini-3-pro-preview")).toBeGreaterThan(1);
    expect(all.at(-1)).toBe("router/google/gemini-3-pro-image");
  });

  it("is the version that was typed before any other, although it is deprecated", () => {
    expect(nearest("gpt-3.5")[0]).toBe("openai/gpt-3.5-turbo");
  });

  it("stays with the provider that was named", () => {
    expect(nearest("gpt-5.6", "azure")).toEqual(["azure/gpt-5.5", "azure/gpt-5.4"]);
  });
});

describe("the line of a name", () => {
  const ofLine = (name: string) => rowsOfLine(view, name).others.map((row) => view.refs[row]);

  it("is told by the letter that a version hangs on: o4 is no 4o", () => {
    expect(ofLine("o5")).not.toContain("openai/gpt-4o");
    expect(ofLine("gpt-6o")).toEqual(["openai/gpt-4o", "router/openai/gpt-4o"]);
  });

  it("is none without a version, and none of words that no row has", () => {
    expect(ofLine("gpt")).toEqual([]);
    expect(ofLine("nothing-7")).toEqual([]);
  });
});

describeRealCatalogs("the nearest of a line on a real catalog", (catalog) => {
  it.each(["gpt-9", "claude-opus-9", "gemini-9-pro", "grok-9"])(
    "are the maker's, of the newest version: %s",
    (name) => {
      const { view: real } = catalog.open();
      const [first = ""] = failureOf(() => resolveModel(real, { name })).details
        .nearest as string[];
      const [line = ""] = name.split("-");
      expect(first).toMatch(new RegExp(`^(openai|anthropic|google|xai)/${line}-`));
      expect(real.findModel(first)?.status).not.toBe("deprecated");
    },
  );
});
