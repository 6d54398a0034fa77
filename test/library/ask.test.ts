import { describe, expect, it } from "vitest";
import { ModelsDevClient, type Warning } from "../../src/index.ts";
import { wireCatalog, wireModel, wireProvider } from "../../src/testing/catalog-builders.ts";
import { rejectionOf } from "../../src/testing/failures.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { openExample } from "./example.ts";

const { client } = await openExample();
const address = "https://models.dev/api.json";
const catalog = wireCatalog(
  wireProvider("lab", [wireModel("one"), wireModel("old", { status: "deprecated" })]),
);

describe("a question by its name", () => {
  it("gives what its method gives, with the catalog it is from and what there is to know", async () => {
    const input = { provider: ["openai"], sort: "price" as const, limit: 3 };
    const asked = await client.ask("list-models", input);
    expect(asked.result).toEqual(await client.getModels(input));
    expect(asked.catalog?.digest).toBe((await client.getCatalog()).digest);
    expect(asked.warnings.map(({ code }) => code)).toContain("list.limited");
  });

  it("is refused where there is no such question, with the nearest", async () => {
    const failure = await rejectionOf(client.ask("list-model" as "list-models", {}));
    expect([failure.code, failure.details.field]).toEqual(["usage.bad-value", "operation"]);
    expect(failure.hint).toContain("list-models");
  });

  it("does not mind what a variable says of the command's code, which a program has nothing of", async () => {
    const system = createFakeSystem({ variables: { MODELFORGE_FEATURE_CODE_CACHE: "x" } });
    system.http.serve(address, { json: catalog });
    expect(await new ModelsDevClient({ system }).getModels()).toHaveLength(1);
  });

  it("has no catalog where none was read", async () => {
    const { catalog, ...rest } = await client.ask("cache-verify", {});
    expect(catalog).toBeUndefined();
    expect(rest).toMatchObject({ result: { damages: [] }, warnings: [] });
  });
});

describe("what there is to know besides an answer", () => {
  it("is told to whoever asked for it, before the answer is given", async () => {
    const told: Warning[] = [];
    const system = createFakeSystem();
    system.http.serve(address, { json: catalog });
    const listening = new ModelsDevClient({ system, onWarning: (one) => told.push(one) });
    await listening.getModels();
    expect(told.map(({ code }) => code)).toEqual(["list.hidden-deprecated"]);
  });

  it("fails the question in words of ours where telling it throws", async () => {
    const system = createFakeSystem();
    system.http.serve(address, { json: catalog });
    const deaf = new ModelsDevClient({
      system,
      onWarning: () => {
        throw new RangeError("deaf");
      },
    });
    const failure = await rejectionOf(deaf.getModels());
    expect([failure.code, failure.details.field]).toEqual(["usage.bad-value", "onWarning"]);
  });
});

describe("a question that is given up", () => {
  it("asks nobody where it was given up before", async () => {
    const system = createFakeSystem();
    const asking = new ModelsDevClient({ system });
    const signal = AbortSignal.abort();
    expect((await rejectionOf(asking.getModels({}, { signal }))).code).toBe("cancelled");
    expect(system.http.requests).toEqual([]);
  });

  it("ends at once, and the one beside it is answered", async () => {
    const system = createFakeSystem({ byHand: true });
    system.http.serve(
      address,
      { json: catalog, headMs: Number.POSITIVE_INFINITY },
      { json: catalog },
    );
    const asking = new ModelsDevClient({ system });
    const given = new AbortController();
    const gone = rejectionOf(asking.getModels({}, { signal: given.signal }));
    const staying = asking.getModels();
    while (system.http.requests.length === 0) await new Promise(setImmediate);
    given.abort("enough");
    const failure = await gone;
    expect([failure.code, failure.cause]).toEqual(["cancelled", "enough"]);
    await system.clock.advance(5_000);
    expect((await staying).map(({ ref }) => ref)).toEqual(["lab/one"]);
  });
});
