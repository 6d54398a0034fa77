import { describe, expect, it } from "vitest";
import { ModelsDevClient } from "../index.ts";
import { createFakeSystem, type FakeSystem } from "./fake-system.ts";
import { wireCatalog, wireModel, wireProvider } from "./catalog-builders.ts";

const address = "https://models.dev/api.json";
const edition = (price: number) =>
  wireCatalog(wireProvider("lab", [wireModel("one", { cost: { input: price, output: 1 } })]));

function online(): FakeSystem {
  const system = createFakeSystem();
  system.http.serve(address, { json: edition(1), etag: '"1"' });
  return system;
}

async function priceOn(system: FakeSystem): Promise<number | null | undefined> {
  const client = new ModelsDevClient({ system });
  const { price } = await client.getModelDetails("lab/one");
  client.close();
  return price?.input;
}

describe("a client on a fake machine", () => {
  it("fetches what is served, keeps it in the fake's files, and asks again when it is stale", async () => {
    const system = online();
    expect(await priceOn(system)).toBe(1);
    expect(system.http.requests.map(({ url }) => url)).toEqual([
      address,
      "https://models.dev/models.json",
    ]);
    const client = new ModelsDevClient({ system });
    await client.getModels();
    expect(system.http.requests).toHaveLength(2);
    await system.clock.advance(25 * 3_600_000);
    expect((await client.getCatalog()).stale).toBe(true);
    const report = await client.refresh();
    expect(report).toMatchObject({ outcome: "unchanged" });
    client.close();
    expect(system.files.openFiles).toBe(0);
  });
});
