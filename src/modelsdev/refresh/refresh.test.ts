import { beforeEach, describe, expect, it } from "vitest";
import { ModelForgeError } from "../../failure.ts";
import { isoTime } from "../../catalog/words/dates.ts";
import type { Lock } from "../../system/ports.ts";
import { createFakeSystem, type FakeSystem } from "../../testing/fake-system.ts";
import { CatalogAccess } from "../client.ts";
import type { Pointer } from "../disk/manifest.ts";
import { preparedName } from "../disk/names.ts";
import type { Store } from "../disk/store.ts";
import { type RefreshWish, refresh } from "./refresh.ts";
import { readSettings } from "../settings.ts";

const hour = 3_600_000;
const catalog = {
  maker: { id: "maker", name: "Maker", models: { one: { id: "one", name: "One" } } },
};

let machine: FakeSystem;
let access: CatalogAccess;
let store: Store;

/** A cache that was filled an hour ago, and a server that confirms nothing. */
beforeEach(async () => {
  machine = createFakeSystem();
  machine.http.serve("https://m.example/catalog.json", { json: catalog });
  const settings = {
    ...readSettings(machine.environment, machine.files),
    source: "https://m.example/catalog.json",
  };
  access = new CatalogAccess(machine, settings);
  if (access.store === undefined) throw new Error("it has a place");
  store = access.store;
  await run({});
  await machine.clock.advance(hour);
  machine.http.requests.length = 0;
});

const now = (): number => machine.clock.now();
/** Since the cache became an hour old. */
const steady = (): number => machine.clock.steady() - hour;
const requests = (): number => machine.http.requests.length;

function run(wish: Partial<RefreshWish>) {
  const { settings, source, journal } = access;
  if (source.kind === "file") throw new Error("it is an address");
  const limits = { limitMs: 10_000, ...wish };
  return refresh({ machine, settings, source, store, journal }, limits);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(setImmediate);
}

async function locked(): Promise<Lock> {
  const lock = await store.lock();
  if (lock === undefined) throw new Error("nobody else is there");
  return lock;
}

/** Refreshes while another process holds the lock, changes the pointer and goes. */
async function runWhile(change: (pointer: Pointer) => Pointer, wish: Partial<RefreshWish> = {}) {
  const lock = await locked();
  const running = run(wish);
  const before = steady();
  await until(() => steady() !== before);
  const pointer = store.readPointer();
  if (pointer === undefined) throw new Error("it was filled");
  store.writePointer(change(pointer));
  await lock.release();
  return (await running).outcome;
}

const restored = (pointer: Pointer): Pointer => ({
  ...pointer,
  fetchedAt: isoTime(now() - 240 * hour),
  restored: true,
});

describe("a refresh that waited for another", () => {
  it("is done where the other's source confirmed the catalog meanwhile: 0 requests", async () => {
    const outcome = await runWhile((pointer) => ({ ...pointer, fetchedAt: isoTime(now()) }));
    expect([outcome, requests()]).toEqual(["by-another", 0]);
  });

  it.each<[string, (pointer: Pointer) => Pointer]>([
    ["changed nothing", (pointer) => pointer],
    ["restored an older generation", restored],
    [
      "put another in its place that was fetched before",
      (one) => ({ ...one, fetchedAt: isoTime(now() - 2 * hour) }),
    ],
    [
      "was confirmed by a clock that is ahead",
      (one) => ({ ...one, fetchedAt: isoTime(now() + hour) }),
    ],
  ])("asks where the other %s: 1 request", async (_, change) => {
    expect([await runWhile(change), requests()]).toEqual(["unchanged", 1]);
    expect(store.readPointer()?.restored).toBeUndefined();
  });

  it.each([{}, { freshForMs: hour / 2 }])(
    "asks where what the other's source confirmed is damaged, %j: 1 request",
    async (wish) => {
      const body = `${store.pathOf(store.readPointer()?.generation ?? "")}/body.br`;
      machine.files.replace(body, new Uint8Array(machine.files.info(body)?.bytes ?? 0));
      const confirmed = (pointer: Pointer) => ({ ...pointer, fetchedAt: isoTime(now()) });
      expect([await runWhile(confirmed, wish), requests()]).toEqual(["changed", 1]);
    },
  );

  it("leaves what was restored meanwhile where it was only to mend a stale one: 0 requests", async () => {
    const wish = { freshForMs: hour / 2 };
    expect([await runWhile(restored, wish), requests()]).toEqual(["by-another", 0]);
    expect(store.readPointer()?.restored).toBe(true);
  });

  it("asks for what was restored before, where that is stale: 1 request", async () => {
    const pointer = store.readPointer();
    if (pointer !== undefined) store.writePointer(restored(pointer));
    expect([(await run({ freshForMs: hour / 2 })).outcome, requests()]).toEqual(["unchanged", 1]);
  });

  it("gives up after its time, whoever sets the clock: 0 requests", async () => {
    const lock = await locked();
    const running = run({ limitMs: 2_000 });
    await until(() => steady() >= 1_000);
    machine.clock.set(now() - 24 * hour);
    await expect(running).rejects.toMatchObject({ code: "cache.busy" });
    expect([steady() < 3_000, requests()]).toEqual([true, 0]);
    expect(access.journal.lastAttempt()).toMatchObject({ state: "failed" });
    await lock.release();
  });

  it("gives up soon in the background, which is no failure of the source: 0 requests", async () => {
    const lock = await locked();
    const before = access.journal.lastAttempt();
    const wish = { freshForMs: 1, unlessBusy: true };
    await expect(run(wish)).rejects.toMatchObject({ code: "cache.busy" });
    expect([steady() < 4_000, requests()]).toEqual([true, 0]);
    expect(access.journal.lastAttempt()).toEqual(before);
    await lock.release();
  });
});

describe("a question without any catalog", () => {
  it("is answered from what the source sends where others are at the cache for most of its time", async () => {
    const before = store.readPointer();
    const lock = await locked();
    const ran = await run({ limitMs: 10_000, orUnkept: true });
    expect([ran.outcome, requests(), steady() >= 8_000, steady() < 9_000]).toEqual([
      "changed",
      1,
      true,
      true,
    ]);
    expect(ran.outcome === "changed" && ran.unkept?.code).toBe("cache.busy");
    expect(access.journal.lastAttempt()).toMatchObject({ state: "done", lost: true });
    expect(store.readPointer()).toEqual(before);
    await lock.release();
  });

  it("says what kept it where the source takes longer than is left", async () => {
    const lock = await locked();
    machine.http.serve(/./, {
      fails: new ModelForgeError("network.timed-out", { message: "slow" }),
    });
    await expect(run({ limitMs: 10_000, orUnkept: true })).rejects.toMatchObject({
      code: "cache.busy",
    });
    await lock.release();
  });
});

describe("two refreshes in one program", () => {
  it("are one where the second wants no more than the first: 1 request", async () => {
    const both = [access.ask({ refresh: true }, () => 0), access.ask({ refresh: true }, () => 0)];
    await Promise.all(both);
    expect(requests()).toBe(1);
  });

  it("are two where the first may find the catalog young enough and the second wants the source asked: 1 request", async () => {
    const both = [
      access.ask({ refresh: true, ifStale: true }, () => 0),
      access.ask({ refresh: true }, () => 0),
    ];
    await Promise.all(both);
    expect(requests()).toBe(1);
  });
});

describe("a repair while another process is at the cache", () => {
  it("answers from the stored catalog and leaves the pointer to the other", async () => {
    await access.prepare();
    const lock = await locked();
    const before = store.readPointer();
    const { generation = "" } = before ?? {};
    const prepared = store.preparedPathOf(preparedName(generation));
    machine.files.remove(`${prepared}/models.jsonl`);
    const { result, warnings } = await access.ask(
      { offline: true },
      (view) => view.findModel("maker/one")?.name,
    );
    expect(result).toBe("One");
    expect(warnings.map(({ code }) => code)).toEqual(["cache.damaged"]);
    expect([store.readPointer(), store.generationNames()]).toEqual([before, [generation]]);
    await lock.release();
    const repaired = await new CatalogAccess(machine, access.settings).ask(
      { offline: true },
      (view) => view.findModel("maker/one")?.name,
    );
    expect(repaired.warnings.map(({ code }) => code)).toContain("cache.repaired");
    // where one file was damaged the next refresh looks at all of them
    expect(store.readPointer()).toEqual({ ...before, doubted: true });
    expect(machine.files.read(`${prepared}/models.jsonl`)?.length).toBeGreaterThan(0);
  });
});
