import { describe, expect, it } from "vitest";
import { askFor, expectShape } from "../choosing/answers.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { shop } from "./shop.ts";

const text = ["text"];
const maker = wireProvider("acme", [
  wireModel("talker", { cost: { input: 1, output: 4 } }),
  wireModel("acme-embed-2", {
    limit: { context: 8_192, output: 1_024 },
    cost: { input: 0.1, output: 0 },
  }),
  wireModel("painter", {
    limit: { context: 4_000, output: 4_000 },
    modalities: { input: text, output: ["image"] },
  }),
  wireModel("acme-rerank-1", { cost: { input: 0.2, output: 0.1 } }),
  wireModel("speaker", { modalities: { input: text, output: ["audio"] } }),
]);
const command = shop({ acme: maker }, { "acme/talker": { name: "Talker", benchmarks: [] } });

function listed(...words: string[]): string[] {
  const answer = answerOf<{ ref: string }[]>(command.run([...words, "--json"]));
  expectShape("models", answer);
  return answer.result.map(({ ref }) => ref.slice("acme/".length)).toSorted();
}

describe("what a model is for", () => {
  it("is a filter of lists and searches; several kinds are any of them", () => {
    expect(listed("list", "--kind", "embedding")).toEqual(["acme-embed-2"]);
    expect(listed("list", "--kind", "chat,rerank")).toEqual(["acme-rerank-1", "talker"]);
    expect(listed("list", "--kind", "TTS", "--kind", "image")).toEqual(["painter", "speaker"]);
    expect(listed("search", "acme", "--kind", "embeddings")).toEqual(["acme-embed-2"]);
    expect(listed("list", "--kind", "video")).toEqual([]);
  });

  it("is completed, and an unknown one is told the nearest", () => {
    const ran = command.run(["list", "--kind", "embeding", "--json"]);
    expect(ran.code).toBe(2);
    expect(errorOf(ran)).toMatchObject({ code: "usage.bad-value", hint: /embedding/ });
    expect(command.run(["list", "--help"]).stdout).toMatch(/--kind <name>.*chat, embedding/s);
  });

  it("is where a capability that is none of them leads", () => {
    const ran = command.run(["list", "--capability", "embedding", "--json"]);
    expect(errorOf(ran).hint).toBe("--kind embedding asks for it");
  });

  it.each([
    ["embedding", "embedding", ["acme-embed-2"]],
    ["image", "image-generation", ["painter"]],
    ["rerank", null, ["acme-rerank-1"]],
    ["chat", null, ["talker"]],
    ["transcription", null, []],
  ])("stands for a use case where none is named: recommend --kind %s", (kind, useCase, refs) => {
    const given = askFor<{
      useCase: string | null;
      recommendations: { model: { id: string } }[];
    }>(command, ["recommend", "--kind", kind, "--provider", "acme"]);
    expect(given.useCase).toBe(useCase);
    expect(given.recommendations.map(({ model }) => model.id)).toEqual(refs);
  });

  it("leaves nothing of a use case that is about another kind, and says why", () => {
    const { stdout } = command.run(["recommend", "coding", "--kind", "embedding"]);
    expect(stdout).toMatch(/--kind embedding/);
    expect(stdout).toContain("No model is left");
  });
});
