import { describe, expect, it } from "vitest";
import { joinLeaves, leavesOf } from "./layers.ts";
import { ownRows } from "./own-rows.ts";
import type { Scope } from "./places.ts";

const leaves = (said: Record<string, unknown>, scope: Scope = "user") =>
  leavesOf({ path: `/${scope}.json`, scope, text: JSON.stringify(said), said }).leaves;

const override = (ref: string, said: unknown) => ({ catalog: { overrides: { [ref]: said } } });

const model = (id: string, said: unknown) => ({
  providers: { openai: { models: { [id]: said } } },
});

describe("what a configuration says of models", () => {
  it("is a model of its own though nothing is said of it", () => {
    expect(ownRows(leaves(model("llama", {})))).toEqual([
      { ref: "openai/llama", provider: "openai", id: "llama" },
    ]);
  });

  it("is an override by its ref, which says that it adds no row", () => {
    const said = {
      name: "Ours",
      status: "beta",
      capabilities: { tools: false },
      price: { input: 1 },
      limits: { output: 9 },
    };
    expect(ownRows(leaves(override("openai/gpt-4.1", said)))).toEqual([
      { ref: "openai/gpt-4.1", provider: "openai", id: "gpt-4.1", isOverride: true, ...said },
    ]);
    expect(ownRows(leaves(override("gpt-4.1", said)))).toEqual([]);
  });

  it("is one row for a model and an override of it, of which the model's word counts", () => {
    const both = [
      ...leaves(model("gpt-5", { price: { input: 2 } })),
      ...leaves(override("OpenAI/GPT-5", { price: { input: 1, output: 3 } })),
    ];
    const [row, ...others] = ownRows(both);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ price: { input: 2, output: 3 } });
    expect(row).not.toHaveProperty("isOverride");
  });

  it("is before all the word of a project, which is named", () => {
    const own = leaves(model("gpt-5", { price: { input: 2 } }));
    const ofProject = leaves(override("openai/gpt-5", { price: { input: 1 } }), "project");
    expect(ownRows(joinLeaves(own, ofProject))).toMatchObject([
      { price: { input: 1 }, project: "/project.json" },
    ]);
  });
});
