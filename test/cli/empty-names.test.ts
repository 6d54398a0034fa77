import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ModelForgeError, ModelsDevCache, ModelsDevClient } from "../../src/index.ts";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { createCommand } from "./command.ts";

/** What a script hands over whose variable is empty, or a program whose field is. */
const blanks = ["", "  "];
const catalog = wireCatalog(wireProvider("lab", [wireModel("one"), wireModel("two")]));

/** Those of a list that take a value. */
const flags = [
  "--provider",
  "--not-provider",
  "--capability",
  "--without",
  "--input-modality",
  "--output-modality",
  "--max-price",
  "--max-cost",
  "--min-context",
  "--released-after",
  "--knowledge-after",
  "--family",
  "--status",
  "--kind",
  "--sort",
  "--limit",
  "--fields",
  "--format",
];

/** Every place of a line at which a name or a value may stand. */
const lines: (readonly string[])[] = [
  ["?"],
  ["cache", "?"],
  ["help", "?"],
  ["info", "?"],
  ["info", "one", "--provider", "?"],
  ["info", "?", "--provider", "lab"],
  ["offers", "?"],
  ["compare", "one", "?"],
  ["cost", "?", "--input", "1k"],
  ["cost", "one", "--input", "?"],
  ["cost", "one", "--cached", "?"],
  ["cost", "one", "--requests", "?"],
  ["cost", "one", "--prompt-file", "?"],
  ["recommend", "?"],
  ["recommend", "--maker", "?"],
  ["recommend", "--weights", "?"],
  ["providers", "info", "?"],
  ["completion", "?"],
  ["cache", "restore", "?"],
  ["cache", "prune", "--max-size", "?"],
  ...flags.map((flag) => ["list", flag, "?"]),
];

/** Nothing is named where a text ends in the middle, or two spaces follow each other. */
const gap = / {2}|[ :]$|\bknown: *$| ,|: ,|no \w+ (?:in|at)\b/;

function gapsIn(text: string): string[] {
  // what is quoted is named
  const plain = text.replaceAll(/"[^"\n]*"/g, "“”");
  return plain.split("\n").filter((line) => gap.test(line) && !line.startsWith("usage:"));
}

describe("a name that is empty", () => {
  const command = createCommand({ MODELFORGE_OFFLINE: "1" });
  const file = join(command.home, "api.json");
  writeFileSync(file, JSON.stringify(catalog));

  it.each(lines)("leaves no gap in what is said of it: %s %s %s %s", async (...words) => {
    for (const blank of blanks) {
      const line = words.flatMap((word) =>
        word === undefined ? [] : [word === "?" ? blank : word],
      );
      const { code, stderr } = await command.ask(line, { MODELFORGE_URL: file });
      expect([line, [0, 2, 3, 7].includes(code ?? -1)]).toEqual([line, true]);
      const said = stderr.split("\n").filter((one) => /^(error|hint):/.test(one));
      expect([line, gapsIn(said.join("\n"))]).toEqual([line, []]);
    }
  });

  const system = createFakeSystem();
  system.http.serve("https://models.dev/api.json", { json: catalog });
  const client = new ModelsDevClient({ system });
  const cache = new ModelsDevCache({ system });
  const usage = { input: 1, output: 1 };
  const questions: [what: string, ask: (blank: string) => unknown][] = [
    ["a provider of a filter", (blank) => client.getModels({ provider: [blank] })],
    ["a provider that is left out", (blank) => client.getModels({ notProvider: [blank] })],
    ["a capability", (blank) => client.getModels({ capability: [blank] })],
    ["a medium", (blank) => client.getModels({ inputModality: [blank] })],
    ["a family", (blank) => client.getModels({ family: [blank] })],
    ["a status", (blank) => client.getModels({ status: [blank] })],
    ["a date", (blank) => client.getModels({ releasedAfter: blank })],
    ["an order", (blank) => client.getModels({ sort: blank as never })],
    ["a field", (blank) => client.getModels({ [blank]: 1 })],
    ["a field of a field", (blank) => client.getModels({ usage: { [blank]: 1 } as never })],
    ["a provider", (blank) => client.getProviderConfig(blank)],
    ["a model", (blank) => client.getModelDetails(blank)],
    ["a model of a provider", (blank) => client.getModelDetails(blank, "lab")],
    ["one of several models", (blank) => client.compareModels(["lab/one", blank])],
    ["a model to be costed", (blank) => client.estimateCost([blank], usage)],
    ["a maker", (blank) => client.recommendModels({ maker: [blank] })],
    ["a use case", (blank) => client.recommendModels({ useCase: blank as never })],
    ["a question", (blank) => client.ask(blank as never, {} as never)],
    ["a generation", (blank) => cache.restore(blank)],
  ];

  it.each(questions)("leaves no gap in what a program is told of it: %s", async (_, ask) => {
    for (const blank of blanks) {
      const failure: unknown = await Promise.resolve()
        .then(() => ask(blank))
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ModelForgeError);
      const { message, hint = "" } = failure as ModelForgeError;
      expect([message, hint].flatMap(gapsIn)).toEqual([]);
      expect(message).toMatch(/" *"/);
    }
  });

  it("is quoted in the message", () => {
    const { stderr } = command.run(["info", ""], { MODELFORGE_URL: file });
    expect(stderr).toBe('error: no model "" in the catalog\nhint: modelforge list shows all\n');
  });
});

describe("a catalog that names no family", () => {
  it("is said to, where one is asked for", async () => {
    const bare = createFakeSystem();
    const { family: _, ...model } = wireModel("one");
    const json = wireCatalog(wireProvider("lab", [model]));
    bare.http.serve("https://models.dev/api.json", { json });
    const asked = new ModelsDevClient({ system: bare }).getModels({ family: ["gpt"] });
    await expect(asked).rejects.toMatchObject({
      message: "no family gpt",
      hint: "the catalog names none",
    });
  });
});
