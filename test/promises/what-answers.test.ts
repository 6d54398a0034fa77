import { describe, expect, it } from "vitest";
import { preparedName } from "../../src/modelsdev/disk/names.ts";
import { SetMachine } from "./machine.ts";

const now = "2026-07-02T12:00:00.000Z";
const hour = 3_600_000;
const older = { edition: 1, takenAt: "2026-06-01T00:00:00.000Z" };
const ofToday = { edition: 1, takenAt: "2026-07-02T06:00:00.000Z" };

describe("with nothing on disk", () => {
  it("a snapshot less than a day old answers without a request", async () => {
    const machine = new SetMachine({ now, snapshot: ofToday });
    machine.served = 2;
    expect(await machine.ask()).toMatchObject({ edition: 1, catalog: { origin: "snapshot" } });
    expect(machine.requests).toEqual([]);
  });

  it("the network answers before an older snapshot, and is fetched once", async () => {
    const machine = new SetMachine({ now, snapshot: older });
    machine.served = 2;
    expect(await machine.ask()).toMatchObject({ edition: 2, catalog: { origin: "network" } });
    const made = machine.requests.length;
    expect(await machine.ask()).toMatchObject({ edition: 2, catalog: { origin: "cache" } });
    expect(machine.requests).toHaveLength(made);
  });

  it("the network is waited for 3 seconds before an older snapshot of the same source answers", async () => {
    const machine = new SetMachine({ now, snapshot: older });
    expect(await machine.ask()).toMatchObject({ edition: 1, catalog: { origin: "snapshot" } });
    expect(machine.requests[0]?.limits.totalMs).toBe(3_000);
  });

  it("the network is waited for as long as MODELFORGE_TIMEOUT says where there is no snapshot of the source", async () => {
    const mirror = { MODELFORGE_URL: "https://mirror.example" };
    for (const [variables, ms] of [
      [mirror, 10_000],
      [{ ...mirror, MODELFORGE_TIMEOUT: "20s" }, 20_000],
    ] as const) {
      const machine = new SetMachine({ now, snapshot: ofToday, variables });
      await expect(machine.ask()).rejects.toMatchObject({ code: "network.timed-out" });
      expect(machine.requests[0]?.limits.totalMs).toBe(ms);
    }
  });

  it("offline and with no snapshot of the source, that is the failure", async () => {
    const variables = { MODELFORGE_URL: "https://mirror.example" };
    const machine = new SetMachine({ now, snapshot: ofToday, variables });
    await expect(machine.ask({ offline: true })).rejects.toMatchObject({
      code: "catalog.unavailable",
      exitCode: 5,
    });
    expect(machine.requests).toEqual([]);
  });

  it("nobody waits for five minutes after a refresh has failed, and then the source is asked again", async () => {
    const machine = new SetMachine({ now, snapshot: older });
    await machine.ask();
    const made = machine.requests.length;
    machine.system.clock.set(Date.parse(now) + 299_000);
    expect(await machine.ask()).toMatchObject({ catalog: { origin: "snapshot" } });
    expect(machine.requests).toHaveLength(made);
    machine.system.clock.set(Date.parse(now) + 301_000);
    await machine.ask();
    expect(machine.requests.length).toBeGreaterThan(made);
  });
});

describe("with a generation on disk", () => {
  async function filled(): Promise<SetMachine> {
    const machine = new SetMachine({ now, snapshot: older });
    machine.served = 2;
    await machine.ask({ refresh: true });
    machine.requests.length = 0;
    return machine;
  }

  it("it answers without a request, fresh for 24 hours, stale and to be refreshed after that", async () => {
    const machine = await filled();
    await machine.system.clock.advance(24 * hour - 1_000);
    expect(await machine.ask()).toMatchObject({ wantsRefresh: false, catalog: { stale: false } });
    await machine.system.clock.advance(2_000);
    expect(await machine.ask()).toMatchObject({
      edition: 2,
      wantsRefresh: true,
      catalog: { origin: "cache", stale: true },
    });
    expect(machine.requests).toEqual([]);
  });

  it("no refresh in the background is due for five minutes after one has failed", async () => {
    const machine = await filled();
    await machine.system.clock.advance(25 * hour);
    machine.served = undefined;
    await expect(machine.ask({ refresh: true, orFail: true })).rejects.toMatchObject({
      code: "network.timed-out",
    });
    expect(await machine.ask()).toMatchObject({ edition: 2, wantsRefresh: false });
    await machine.system.clock.advance(301_000);
    expect(await machine.ask()).toMatchObject({ edition: 2, wantsRefresh: true });
  });

  it("a snapshot answers only where it is newer than a stale generation", async () => {
    const machine = await filled();
    await machine.system.clock.advance(25 * hour);
    expect(await machine.ask({ offline: true })).toMatchObject({
      edition: 2,
      catalog: { origin: "cache" },
    });
    machine.ship({ edition: 3, takenAt: "2026-07-03T00:00:00.000Z" });
    expect(await machine.ask({ offline: true })).toMatchObject({
      edition: 3,
      catalog: { origin: "snapshot" },
    });
  });
});

describe("a refresh that was asked for", () => {
  it("asks the source, unless another did while this one waited for its turn", async () => {
    const machine = new SetMachine({ now, snapshot: older, byHand: true });
    const { clock } = machine.system;
    machine.served = 2;
    await machine.ask({ refresh: true });
    await machine.ask({ refresh: true });
    expect(machine.asked).toBe(2);

    let release = (): void => undefined;
    machine.held = new Promise((resolve) => (release = resolve));
    const first = machine.ask({ refresh: true });
    const second = machine.ask({ refresh: true });
    await clock.waitedFor();
    // whoever confirms it does so at another moment than the one before
    await clock.advance(1_000);
    release();
    await first;
    await clock.advance(1_000);
    await second;
    expect(machine.asked).toBe(3);
  });

  it("fails with cache.busy where another is not done in time", async () => {
    const machine = new SetMachine({ now, snapshot: older });
    machine.served = 2;
    let release = (): void => undefined;
    machine.held = new Promise((resolve) => (release = resolve));
    const { variables } = machine.system.environment;
    variables.set("MODELFORGE_TIMEOUT", "1h");
    const first = machine.ask({ refresh: true });
    variables.delete("MODELFORGE_TIMEOUT");
    await expect(machine.ask({ refresh: true, orFail: true })).rejects.toMatchObject({
      code: "cache.busy",
    });
    release();
    expect(await first).toMatchObject({ edition: 2 });
  });
});

describe("with the generation lost that was to answer", () => {
  /** One older generation is left; the snapshot was taken before or after that was fetched. */
  async function lost(takenAt: string): Promise<SetMachine> {
    const machine = new SetMachine({ now, snapshot: older });
    for (const edition of [2, 3]) {
      machine.served = edition;
      await machine.ask({ refresh: true });
      await machine.system.clock.advance(48 * hour);
    }
    machine.served = undefined;
    machine.ship({ edition: 4, takenAt });
    const { store } = machine.access();
    const name = store?.readPointer()?.generation ?? "";
    machine.system.files.remove(store?.pathOf(name) ?? "");
    machine.system.files.remove(store?.preparedPathOf(preparedName(name)) ?? "");
    return machine;
  }

  it("an older one answers, which is said", async () => {
    const machine = await lost("2026-07-01T00:00:00.000Z");
    const { edition, catalog, warnings } = await machine.ask({ offline: true });
    expect([edition, catalog.origin]).toEqual([2, "cache"]);
    expect(warnings).toEqual([
      {
        code: "cache.older-generation",
        message: expect.stringContaining(
          "answering from an older generation of 2026-07-02T12:00:",
        ) as string,
      },
    ]);
  });

  it("a snapshot that is newer answers instead, and nobody says that the older one did", async () => {
    const machine = await lost("2026-07-04T00:00:00.000Z");
    const { edition, catalog, warnings } = await machine.ask({ offline: true });
    expect([edition, catalog.origin]).toEqual([4, "snapshot"]);
    expect(warnings).toEqual([]);
  });
});
