import { expect, it } from "vitest";
import { ModelsDevClient } from "../../src/index.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";

it("a client says all itself: the files of the configuration are the command's", async () => {
  const system = createFakeSystem();
  const said = { catalog: { source: "https://mirror.example" }, aliases: { fast: { model: "x" } } };
  system.files.put("/home/you/.config/model-forge/config.json", JSON.stringify(said));
  system.http.serve("https://models.dev/api.json", { json: smallCatalog() });
  const client = new ModelsDevClient({ system });
  expect((await client.getModels()).length).toBeGreaterThan(0);
  expect(system.http.requests.map(({ url }) => new URL(url).host)).not.toContain("mirror.example");
  await expect(client.getModelDetails("fast")).rejects.toMatchObject({ code: "model.not-found" });
  // asked about the configuration it reads it
  const { result } = await client.ask("config-get", { key: "aliases.fast.model" });
  expect(result.value).toBe("x");
});
