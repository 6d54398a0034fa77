import { describe, expect, it } from "vitest";
import { ModelForgeError, ModelsDevCache, ModelsDevClient } from "../index.ts";
import { type Wire, wireCatalog, wireModel, wireProvider } from "./catalog-builders.ts";
import { createFakeSystem, type FakeSystem, type FakeSystemOptions } from "./fake-system.ts";

const address = "https://models.dev/api.json";
const day = 86_400_000;

/** The price tells which it is. */
function edition(price: number): Wire {
  const model = wireModel("one", { cost: { input: price, output: 1 } });
  return wireCatalog(wireProvider("lab", [model]));
}

function online(options: FakeSystemOptions = {}): FakeSystem {
  const system = createFakeSystem(options);
  system.http.serve(address, { json: edition(1), etag: '"1"', encoding: "br" });
  return system;
}

/** Asked as by a program that starts anew. */
async function priceOn(system: FakeSystem): Promise<number | null | undefined> {
  using client = new ModelsDevClient({ system, backgroundRefresh: false });
  return (await client.getModelDetails("lab/one")).price?.input;
}

describe("a client on a machine made up", () => {
  it("fetches what is served once, and keeps it in files of that machine", async () => {
    const system = online();
    expect([await priceOn(system), await priceOn(system)]).toEqual([1, 1]);
    expect(system.http.requests.map(({ url, status }) => [url, status])).toEqual([
      [address, 200],
      ["https://models.dev/models.json", 404],
    ]);
    const kept = system.files.paths("/home/you/.cache/model-forge/modelsdev/v1");
    expect(kept.some((path) => path.endsWith("/manifest.json"))).toBe(true);
    expect(system.files.openFiles).toBe(0);
  });

  it("finds the catalog stale once its clock says so, and has it confirmed", async () => {
    const system = online();
    await priceOn(system);
    using client = new ModelsDevClient({ system, backgroundRefresh: false });
    await system.clock.advance(day - 1_000);
    expect(await client.getCatalog()).toMatchObject({ stale: false });
    await system.clock.advance(2_000);
    expect(await client.getCatalog()).toMatchObject({ stale: true, ageSeconds: day / 1_000 + 1 });
    expect(await client.refresh()).toMatchObject({ outcome: "unchanged" });
    const statuses = system.http.requests.filter(({ url }) => url === address);
    expect(statuses.map(({ status }) => status)).toEqual([200, 304]);
    expect(await client.getCatalog()).toMatchObject({ stale: false });
  });

  it("tries three times, with its pauses, and takes no time for it", async () => {
    const system = createFakeSystem();
    system.http.serve(address, { status: 503 }, { fails: "ECONNRESET" }, { json: edition(3) });
    expect(await priceOn(system)).toBe(3);
    expect(system.http.requests.filter(({ url }) => url === address)).toHaveLength(3);
    expect(system.clock.steady()).toBe(250 + 500);
  });

  it("has no network but what is served, and no catalog but what came with it", async () => {
    const none = createFakeSystem();
    await expect(priceOn(none)).rejects.toMatchObject({
      code: "network.unreachable",
      message: "no such host: models.dev (ENOTFOUND)",
    });
    const snapshot = { catalog: edition(7), takenAt: "2025-12-31T00:00:00.000Z" };
    expect(await priceOn(createFakeSystem({ snapshot }))).toBe(7);
    using client = new ModelsDevClient({ system: createFakeSystem({ snapshot }), offline: true });
    expect(await client.getCatalog()).toMatchObject({ origin: "snapshot", stale: true });
  });

  it("knows the variables of that machine alone", async () => {
    const system = createFakeSystem({
      variables: { MODELFORGE_URL: "./catalog.json", LAB_API_KEY: "secret" },
    });
    system.files.put("catalog.json", JSON.stringify(edition(5)));
    expect(await priceOn(system)).toBe(5);
    using client = new ModelsDevClient({ system });
    expect(await client.getProviderConfig("lab")).toMatchObject({ configured: true });
  });

  it("keeps nothing on a full disk, answers all the same, and says so", async () => {
    const system = online();
    system.files.fillUp(200);
    expect(await priceOn(system)).toBe(1);
    using client = new ModelsDevClient({ system });
    expect(await client.refresh()).toMatchObject({ kept: false });
    expect((await client.getModels()).map(({ ref }) => ref)).toEqual(["lab/one"]);
  });

  it("makes good what was damaged behind its back", async () => {
    const system = online();
    await priceOn(system);
    // the second question works out what the first left
    await priceOn(system);
    const cache = new ModelsDevCache({ system });
    const file = system.files.paths().find((path) => path.endsWith("models.jsonl")) ?? "";
    system.files.put(file, (system.files.text(file) ?? "").replace("one", "two"));
    expect((await cache.verify()).damages).toHaveLength(1);
    expect(await priceOn(system)).toBe(1);
  });

  it("is beside another on the same machine: one of them fetches", async () => {
    const system = online();
    const other = system.startAnother();
    expect(await Promise.all([priceOn(system), priceOn(other)])).toEqual([1, 1]);
    expect(system.http.requests.filter(({ url }) => url === address)).toHaveLength(1);
  });

  it("throws the library's own failures", async () => {
    const system = online();
    await priceOn(system);
    system.files.protect("/home/you/.cache");
    const failure = await new ModelsDevCache({ system }).clear().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelForgeError);
    expect(failure).toMatchObject({ code: "file.unwritable", details: { reason: "EROFS" } });
  });
});

describe("what a machine made up is given", () => {
  const system = createFakeSystem();
  const { clock, files, http } = system;
  const wrong: [what: string, give: () => unknown, field: string, hint: RegExp][] = [
    ["null", () => createFakeSystem(null as never), "options", /^it takes an object of now, /],
    ["a number", () => createFakeSystem(1 as never), "options", /an object/],
    ["a list", () => createFakeSystem([] as never), "options", /an object/],
    ["a slip of the pen", () => createFakeSystem({ nwo: 1 } as never), "nwo", /mean now\?/],
    ["no moment", () => createFakeSystem({ now: "nonsense" }), "now", /a moment like/],
    ["no date", () => createFakeSystem({ now: new Date(Number.NaN) }), "now", /a moment like/],
    ["a moment that no date can hold", () => createFakeSystem({ now: 1e300 }), "now", /a moment/],
    ["no yes or no", () => createFakeSystem({ byHand: "x" } as never), "byHand", /true or false/],
    ["no function", () => createFakeSystem({ random: 1 } as never), "random", /a function/],
    [
      "a variable that is no text",
      () => createFakeSystem({ variables: { CI: 1 } } as never),
      "variables.CI",
      /text/,
    ],
    ["a list of variables", () => createFakeSystem({ variables: [] } as never), "variables", /obj/],
    ["no home", () => createFakeSystem({ home: 7 } as never), "home", /text/],
    [
      "an output that is no terminal",
      () => createFakeSystem({ terminal: { isTerminal: { otu: true } } } as never),
      "terminal.isTerminal.otu",
      /mean out/,
    ],
    ["no width", () => createFakeSystem({ terminal: { columns: 0 } }), "terminal.columns", /1 or/],
    [
      "a snapshot of no day",
      () => createFakeSystem({ snapshot: { catalog: {} } } as never),
      "snapshot.takenAt",
      /a time like/,
    ],
    [
      "a getter that throws",
      () =>
        createFakeSystem({
          get now(): never {
            throw new RangeError("of the program's own");
          },
        }),
      "options",
      /plain objects/,
    ],
    ["no moment to set", () => clock.set(undefined as never), "moment", /a moment like/],
    ["time that goes back", () => clock.advance(-1), "ms", /0 or more/],
    ["no address", () => http.serve("api.json", {}), "address", /an address like/],
    ["no answer", () => http.serve(...([address] as never as [string, object])), "answers", /obj/],
    [
      "an answer with a slip of the pen",
      () => http.serve(address, {}, { jsno: {} } as never),
      "answers[1].jsno",
      /mean json/,
    ],
    ["no status", () => http.serve(address, { status: 20 }), "answers[0].status", /a status/],
    [
      "a fault of no operation",
      () => files.arm({ operation: "wriet" } as never),
      "fault.operation",
      /mean write/,
    ],
    ["a fault of nothing", () => files.arm({} as never), "fault.operation", /one of read/],
  ];

  it.each(wrong)("is refused where it is %s", async (_, give, field, hint) => {
    const failure: unknown = await Promise.resolve()
      .then(give)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ModelForgeError);
    const { code, hint: said, details } = failure as ModelForgeError;
    expect([code, details.field]).toEqual(["usage.bad-value", field]);
    expect(said).toMatch(hint);
  });

  it("is refused where a function gives what is no answer, once it is asked", async () => {
    const asked = createFakeSystem();
    asked.http.serve(address, () => ({ stauts: 200 }) as never);
    await expect(priceOn(asked)).rejects.toMatchObject({
      code: "usage.bad-value",
      details: { field: "answer.stauts" },
    });
  });

  it("stays as it was given, whatever becomes of the object", async () => {
    const variables = { MODELFORGE_OFFLINE: "1" };
    const given = { now: "2026-07-02", variables, terminal: { columns: 40, isTerminal: true } };
    const made = createFakeSystem(given);
    Object.assign(variables, { CI: "1" });
    Object.assign(given.terminal, { columns: 99 });
    const { environment, terminal } = made.startAnother();
    expect([environment.get("CI"), terminal.out.columns]).toEqual([undefined, 40]);
    expect(made.clock.now()).toBe(Date.parse("2026-07-02"));
  });
});
