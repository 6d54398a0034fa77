import { describe, expect, it } from "vitest";
import { ModelsDevCache, ModelsDevClient } from "../../src/index.ts";
import { createFakeSystem, type FakeSystem } from "../../src/testing/fake-system.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";

const address = "https://models.dev/api.json";

async function refresh(system: FakeSystem): Promise<void> {
  using client = new ModelsDevClient({ system });
  await client.refresh();
}

/** What a program that starts anew is told. */
async function results(system: FakeSystem): Promise<unknown[]> {
  using client = new ModelsDevClient({ system, offline: true });
  return [
    await client.getModels(),
    await client.getModelDetails("openai/gpt-5"),
    await client.searchModels("gpt"),
    await client.getProviders(),
  ];
}

/** A machine with the old catalog, whose source has the new one. */
async function filled(): Promise<FakeSystem> {
  const system = createFakeSystem();
  system.http.serve(address, { json: smallCatalog(1) });
  await refresh(system);
  system.http.serve(address, { json: smallCatalog(2) });
  return system;
}

describe("a refresh that is killed", () => {
  it.each(["before", "after"] as const)(
    "%s each of its steps leaves the old or the new catalog, whole, and holds nobody up",
    async (kills) => {
      const machine = await filled();
      const before = await results(machine);
      await refresh(machine);
      const after = await results(machine);
      expect(after).not.toEqual(before);

      const seen = new Set<"old" | "new">();
      let steps = 0;
      for (let isKilled = true; isKilled; steps += 1) {
        const system = await filled();
        system.files.arm({ operation: "change", nth: steps + 1, kills });
        await refresh(system).catch(() => undefined);
        isKilled = system.process.isKilled;
        const next = system.startAnother();
        const answers = await results(next);
        const answered = JSON.stringify(answers) === JSON.stringify(after) ? "new" : "old";
        expect([steps, answers]).toEqual([steps, answered === "new" ? after : before]);
        seen.add(answered);
        expect((await new ModelsDevCache({ system: next }).verify()).damages).toEqual([]);
        await refresh(next);
        expect([steps, await results(next)]).toEqual([steps, after]);
      }
      expect(steps).toBeGreaterThan(20);
      expect([...seen]).toEqual(["old", "new"]);
    },
  );
});
