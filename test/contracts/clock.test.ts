import { describe, expect, it } from "vitest";
import { realClock } from "../../src/system/real/clock.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { contractOf } from "./clock.ts";

contractOf("the clock of this machine", () => ({
  clock: realClock,
  pass: (ms) => realClock.wait(ms),
}));

contractOf("a clock made up that runs by itself", () => {
  const { clock } = createFakeSystem();
  return { clock, pass: (ms) => clock.wait(ms) };
});

contractOf("a clock made up that is moved by hand", () => {
  const { clock } = createFakeSystem({ byHand: true });
  return { clock, pass: (ms) => clock.advance(ms) };
});

describe("a clock made up", () => {
  const noon = "2026-07-02T12:00:00.000Z";

  it("shows what it was set to, and counts from nothing", () => {
    const { clock } = createFakeSystem({ now: noon });
    expect([clock.now(), clock.steady()]).toEqual([Date.parse(noon), 0]);
    expect(createFakeSystem({ now: new Date(noon) }).clock.now()).toBe(Date.parse(noon));
    expect(() => clock.set("noon")).toThrow('moment cannot be "noon"');
  });

  it("that is set makes nobody wait longer or shorter", async () => {
    const { clock } = createFakeSystem({ now: noon, byHand: true });
    let isOver = false;
    void clock.wait(1_000).then(() => {
      isOver = true;
    });
    clock.set("2030-01-01T00:00:00.000Z");
    await clock.advance(999);
    expect([isOver, clock.steady()]).toEqual([false, 999]);
    clock.set("1999-01-01T00:00:00.000Z");
    await clock.advance(1);
    expect([isOver, clock.steady()]).toEqual([true, 1_000]);
    expect(new Date(clock.now()).toISOString()).toBe("1999-01-01T00:00:00.001Z");
  });

  it("shows the moment at which something was due to whoever waited for it", async () => {
    const { clock } = createFakeSystem({ now: noon, byHand: true });
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for (const ms of [100, 250, 5_000]) {
        await clock.wait(ms);
        seen.push(clock.steady());
      }
    };
    const running = run();
    await clock.advance(1_000);
    expect([seen, clock.steady(), clock.waiting]).toEqual([[100, 350], 1_000, 1]);
    await clock.advance(10_000);
    await running;
    expect([seen, clock.steady(), clock.waiting]).toEqual([[100, 350, 5_350], 11_000, 0]);
  });

  it("by itself passes a year of waiting at once, in the order of what is due", async () => {
    const { clock } = createFakeSystem();
    const seen: string[] = [];
    clock.after(86_400_000, () => seen.push("a day"));
    await Promise.all([
      clock.wait(365 * 86_400_000).then(() => seen.push("a year")),
      clock.wait(60_000).then(() => seen.push("a minute")),
    ]);
    expect(seen).toEqual(["a minute", "a day", "a year"]);
  });

  it("by itself does not run for what only wants to be called back", async () => {
    const { clock } = createFakeSystem();
    let called = 0;
    clock.after(10, () => (called += 1));
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect([called, clock.steady()]).toEqual([0, 0]);
    await clock.advance(10);
    expect(called).toBe(1);
  });

  it("by hand tells when somebody begins to wait", async () => {
    const { clock } = createFakeSystem({ byHand: true });
    let hasBegun = false;
    const waited = clock.waitedFor().then(() => {
      hasBegun = true;
    });
    await new Promise(setImmediate);
    expect(hasBegun).toBe(false);
    void clock.wait(5);
    await waited;
    await clock.waitedFor();
  });

  it("gives the numbers it is told to", () => {
    const numbers = [0.1, 0.9];
    const { clock } = createFakeSystem({ random: () => numbers.shift() ?? 0 });
    expect([clock.random(), clock.random(), clock.random()]).toEqual([0.1, 0.9, 0]);
  });
});
