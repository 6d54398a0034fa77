import { describe, expect, it } from "vitest";
import { openInMemory, wireCatalog, wireModel, wireProvider } from "../testing/catalog-builders.ts";
import { createFakeSystem } from "../testing/fake-system.ts";
import { configuredIn } from "./configured.ts";
import type { Warning } from "../failure.ts";

const { view } = openInMemory(
  wireCatalog(
    wireProvider("openai", [wireModel("gpt-5")]),
    wireProvider("github-models", [wireModel("gpt-5")], { env: ["GITHUB_TOKEN"] }),
    wireProvider("local", [wireModel("x")], { env: [] }),
  ),
);

function ask(variables: Record<string, string>): { ids: string[]; notes: Warning[] } {
  const machine = createFakeSystem();
  for (const [name, value] of Object.entries(variables))
    machine.environment.variables.set(name, value);
  const notes: Warning[] = [];
  return { ids: configuredIn(view, machine.environment, notes)(), notes };
}

describe("who could be called now", () => {
  it("are those whose credential is at hand, with nothing to say of them", () => {
    expect(ask({ OPENAI_API_KEY: "x" })).toEqual({ ids: ["openai"], notes: [] });
  });

  it("is nobody without a credential, and what to set is said", () => {
    const { ids, notes } = ask({ OPENAI_API_KEY: "  " });
    expect(ids).toEqual([]);
    expect(notes).toEqual([
      {
        code: "configured.none",
        message:
          "no credential is at hand: set OPENAI_API_KEY or another that providers info names",
      },
    ]);
  });

  it("is nobody whose variable is set for other reasons, which is said", () => {
    const { ids, notes } = ask({ OPENAI_API_KEY: "x", GITHUB_TOKEN: "y" });
    expect(ids).toEqual(["openai"]);
    expect(notes).toEqual([
      {
        code: "configured.other-reasons",
        message:
          "GITHUB_TOKEN is set for other reasons too: github-models left out; MODELFORGE_GITHUB_MODELS_API_KEY counts",
      },
    ]);
  });

  it("asks nothing of the environment before it is asked", () => {
    const notes: Warning[] = [];
    configuredIn(view, createFakeSystem().environment, notes);
    expect(notes).toEqual([]);
  });
});
