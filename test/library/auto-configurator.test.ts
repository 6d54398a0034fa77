import { describe, expect, it } from "vitest";
import { AutoConfigurator } from "../../src/index.ts";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { rejectionOf } from "../../src/testing/failures.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";

const file = "/home/you/.config/model-forge/config.json";
const own = { npm: "@ai-sdk/azure", api: undefined, env: ["AZURE_RESOURCE_NAME", "AZURE_API_KEY"] };
const document = wireCatalog(
  wireProvider("openai", [wireModel("gpt-5")], { npm: "@ai-sdk/openai", api: undefined }),
  wireProvider("azure", [wireModel("gpt-5")], own),
);

function configurator(environment: Record<string, string> = {}) {
  const system = createFakeSystem({ variables: environment });
  system.http.serve("https://models.dev/api.json", { json: document });
  return { system, auto: new AutoConfigurator({ system }) };
}

describe("AutoConfigurator", () => {
  it("plans without writing, then writes what it planned", async () => {
    const { system, auto } = configurator({ OPENAI_API_KEY: "correct-horse" });
    const planned = await auto.plan({ useCase: "chat" });
    expect([planned.added.ref, system.files.text(file)]).toEqual(["openai/gpt-5", undefined]);
    const written = await auto.configure({ useCase: "chat" });
    expect(written.changes).toEqual(planned.changes);
    expect(system.files.text(file)).toContain('"current": "openai/gpt-5"');
  });

  it("adds by name, and gives the address of a provider filled", async () => {
    const { system, auto } = configurator();
    const failure = await rejectionOf(auto.add({ model: "azure/gpt-5" }));
    expect([failure.code, failure.details.missing]).toEqual([
      "usage.missing-argument",
      ["AZURE_RESOURCE_NAME"],
    ]);
    await auto.add({ model: "azure/gpt-5", values: ["AZURE_RESOURCE_NAME=mine"] });
    expect(system.files.text(file)).toContain('"AZURE_RESOURCE_NAME": "mine"');
    const template = await auto.template("azure", { AZURE_RESOURCE_NAME: "other" });
    expect([template.url, template.missing]).toEqual([
      "https://other.openai.azure.com/openai/v1",
      [],
    ]);
    const odd = await rejectionOf(auto.template("azure", { FOO: "x" }));
    expect([odd.code, odd.message]).toEqual([
      "usage.bad-value",
      "the address of azure has no FOO in it",
    ]);
  });

  it("says that no provider could be called, and refuses what is no input", async () => {
    const { auto } = configurator();
    const nobody = await rejectionOf(auto.plan());
    expect([nobody.code, nobody.hint]).toEqual([
      "credential.missing",
      "modelforge auth login <provider> keeps one",
    ]);
    for (const odd of [3, "coding", [], { useCase: "cooking" }])
      expect((await rejectionOf(auto.plan(odd as never))).code).toBe("usage.bad-value");
  });
});
