import { describe, expect, it } from "vitest";
import { askFor, expectShape } from "../choosing/answers.ts";
import { answerOf } from "../cli/envelope.ts";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { shop } from "./shop.ts";

const command = shop();

interface Rated {
  ref: string;
  kind: string;
  quality: { value: number; spread: number; label: string; results: number } | null;
}

const lines = (stdout: string): Rated[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Rated);

function listed(): Rated[] {
  const answer = answerOf<Rated[]>(command.run(["list", "--json"]));
  expectShape("models", answer);
  return answer.result;
}

describe("the quality of a model", () => {
  it("is the same figure of each of its rows, in a list, its page, a comparison and a choice", () => {
    const rows = new Map(listed().map((row) => [row.ref, row]));
    const { recommendations } = askFor<{ recommendations: (Rated & { model: Rated })[] }>(command, [
      "recommend",
      "chat",
    ]);
    expect(recommendations.length).toBeGreaterThan(2);
    for (const { model, quality } of recommendations) {
      expect(model).toMatchObject({ kind: "chat", quality });
      expect(rows.get(model.ref)).toMatchObject({ kind: "chat", quality });
    }
    const { quality } = rows.get("openai/gpt-5") as Rated;
    expect(quality).toMatchObject({ label: "published", results: 1 });
    expect(rows.get("reseller/openai/gpt-5")?.quality).toEqual(quality);
    const info = answerOf<Rated>(command.run(["info", "openai/gpt-5", "--json"]));
    expectShape("model-info", info);
    expect(info.result).toMatchObject({ kind: "chat", quality });
    const { models } = askFor<{ models: Rated[] }>(command, [
      "compare",
      "openai/gpt-5",
      "anthropic/claude-opus-4-5",
    ]);
    expect(models[0]).toMatchObject({ kind: "chat", quality });
  });

  it("is of what holds conversations alone", () => {
    const embedding = { modalities: undefined, limit: { context: 8_192, output: 1_024 } };
    const models = [wireModel("talker", {}), wireModel("acme-embed-2", embedding)];
    const { run } = shop({ acme: wireProvider("acme", models) }, {});
    const rows = answerOf<Rated[]>(run(["list", "--sort", "ref", "--json"])).result;
    expect(rows.map(({ kind, quality }) => [kind, quality === null])).toEqual([
      ["embedding", true],
      ["chat", false],
    ]);
  });

  it("comes in every format, by its fields too", () => {
    const fields = ["--fields", "ref,kind,quality.value,quality.spread"];
    const all = lines(command.run(["list", "--format", "jsonl"]).stdout);
    const some = lines(command.run(["list", ...fields, "--format", "jsonl"]).stdout);
    expect(all).toEqual(listed());
    expect(some).toEqual(
      all.map(({ ref, kind, quality }) => ({
        ref,
        kind,
        quality: quality && { value: quality.value, spread: quality.spread },
      })),
    );
    const { stdout } = command.run(["list", ...fields, "--format", "csv"]);
    expect(stdout).toMatch(/^ref,kind,quality\.value,quality\.spread\r?\n\S+,chat,-?\d\.\d+,0\.\d/);
  });

  it("is an order, in which a figure counts for less by half its spread, and stands in the table then", () => {
    const answer = answerOf<Rated[]>(
      command.run(["list", "--sort", "quality", "--desc", "--json"]),
    );
    const ranked = answer.result.map(
      ({ quality }) => quality && quality.value - quality.spread / 2,
    );
    expect(ranked).toEqual(ranked.toSorted((a, b) => (b ?? -9) - (a ?? -9)));
    expect(new Set(ranked).size).toBeGreaterThan(2);
    const { stdout } = command.run(["list", "--sort", "quality", "--desc"]);
    expect(stdout).toMatch(/^model +quality +\$\/M in/);
    expect(stdout).toMatch(/^\S+ +-?\d\.\d\d \+\/- 0\.\d\d /m);
    expect(command.run(["list"]).stdout).not.toContain("quality");
  });

  it("stands on the page of a model, with what it is for", () => {
    const { stdout } = command.run(["info", "openai/gpt-5"]);
    expect(stdout).toMatch(/^ +for +chat$/m);
    expect(stdout).toMatch(/^ +quality +-?\d\.\d\d \+\/- 0\.\d\d, published \(1 result\)$/m);
  });
});
