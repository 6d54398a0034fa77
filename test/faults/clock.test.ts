import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { atClock, canSetClock, settableClock } from "../cli/clock.ts";
import { copyOf, ended } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { faults, heldUntil } from "../stand-in/answers.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import {
  source,
  question,
  second,
  in2001,
  ahead,
  newCommand,
  standIn,
  filled,
  requests,
  filledAt,
  ask,
  priceIn,
  warm,
  newerIn,
  withClocks,
} from "./clock-setting.ts";

withClocks();

describe.skipIf(!canSetClock())("a clock (skipped where libfaketime is missing)", () => {
  it.each(ahead)(
    "that was %s ahead at the last refresh keeps no refresh-cache from asking: 1 request each time",
    async (_, clock) => {
      const command = await filledAt(clock);
      standIn.serve(source, smallCatalog(2));
      const first = answerOf(await command.ask(["refresh-cache", "--json"]));
      expect(first.result).toMatchObject({ outcome: "changed" });
      expect(requests()).toBe(1);
      expect(await priceIn(command)).toBe(2);
      const second = answerOf(await command.ask(["refresh-cache", "--json"]));
      expect(second.result).toMatchObject({ outcome: "unchanged" });
      expect(requests()).toBe(1);
      const third = await ask(command, undefined, [...question, "--refresh"]);
      expect(third.catalog.origin).toBe("network");
      expect(requests()).toBe(1);
    },
  );

  it.each(ahead)(
    "that was %s ahead makes the next answer stale, and 1 request in the background mends that",
    async (_, clock) => {
      const command = await filledAt(clock);
      standIn.serve(source, smallCatalog(2));
      let release = (): void => undefined;
      standIn.order(source, heldUntil(new Promise((resolve) => (release = resolve))));
      for (let times = 0; times < 3; times += 1) {
        const { catalog, stderr } = await warm(command);
        expect(catalog).toMatchObject({ origin: "cache", stale: true, ageSeconds: null });
        expect(stderr).toContain("the catalog is dated ahead of this clock");
        if (times === 0) expect(stderr).toContain("it is being refreshed in the background");
      }
      release();
      await newerIn(command);
      const { catalog, stderr } = await warm(command);
      expect([catalog.stale, stderr]).toEqual([false, ""]);
      expect(requests()).toBe(1);
    },
  );

  it("that fell back to 2001 finds a young cache stale, asks once, and is content: 1 request", async () => {
    const command = copyOf(filled);
    standIn.serve(source, smallCatalog(2));
    const { catalog, stderr } = await warm(command, in2001);
    expect(catalog).toMatchObject({ origin: "cache", stale: true, ageSeconds: null });
    expect(stderr).toContain("dated ahead of this clock");
    await newerIn(command, in2001);
    const after = await warm(command, in2001);
    expect([after.catalog.stale, after.stderr]).toEqual([false, ""]);
    expect(requests()).toBe(1);
  });

  it.each([
    ["an hour ahead", 3_600],
    ["a day back", -86_400],
    ["to before 1970", -3e9],
  ])(
    "that jumps %s during a refresh neither ends nor prolongs it, nor loses it its lock: 1 request, and 1 of who waited",
    async (_, seconds) => {
      const command = copyOf(filled);
      const clock = settableClock(join(command.home, "clock"));
      let release = (): void => undefined;
      standIn.serve(source, smallCatalog(2));
      standIn.order(source, heldUntil(new Promise((resolve) => (release = resolve))));
      const child = command.start(["refresh-cache"], clock.variables);
      const running = ended(child);
      await standIn.arrived(source, 1);
      clock.set(seconds);
      // by the other's beats its lock is an hour off, and it is held all the same
      const waiting = command.ask(["refresh-cache", "--json"]);
      const impatient = await command.ask(["refresh-cache", "--json"], {
        MODELFORGE_TIMEOUT: "4s",
      });
      expect(errorOf(impatient).code).toBe("cache.busy");
      release();
      expect(await running).toMatchObject({ code: 0 });
      expect((await waiting).code).toBe(0);
      expect(await priceIn(command)).toBe(2);
      // a confirmation that is not of its own time is none to who waited
      expect(requests()).toBe(2);
    },
  );

  it("that is set back an hour while a process waits for a lock makes it wait no longer: 1 request", async () => {
    const command = copyOf(filled);
    standIn.order(source, faults.noAnswer);
    const holder = command.start(["refresh-cache"], { MODELFORGE_TIMEOUT: "60s" });
    await standIn.arrived(source, 1);
    const clock = settableClock(join(command.home, "clock"));
    const started = Date.now();
    const child = command.start(["refresh-cache", "--json"], {
      ...clock.variables,
      MODELFORGE_TIMEOUT: "2s",
    });
    const running = ended(child);
    setTimeout(() => clock.set(-3_600), second);
    expect(errorOf(await running).code).toBe("cache.busy");
    expect(Date.now() - started).toBeLessThan(15 * second);
    holder.kill("SIGKILL");
    expect(requests()).toBe(1);
  });

  it.each([
    ["from one end of the world to the other", "Pacific/Kiritimati", "Pacific/Pago_Pago"],
    ["and back", "Pacific/Pago_Pago", "Pacific/Kiritimati"],
  ])("in another time zone, %s, changes nothing: 0 requests", async (_, before, after) => {
    const command = newCommand();
    expect((await command.ask(["refresh-cache"], { TZ: before })).code).toBe(0);
    expect(requests()).toBe(1);
    const { catalog } = answerOf(await command.ask(question, { TZ: after, MODELFORGE_TTL: "10m" }));
    expect(catalog.stale).toBe(false);
    expect(catalog.ageSeconds).toBeLessThan(600);
    expect(requests()).toBe(0);
  });

  it.each([
    ["forward", "@2026-03-29 01:59:50", "@2026-03-29 03:00:10", 20],
    ["back", "@2026-10-25 01:59:50", "@2026-10-25 03:00:10", 2 * 3_600 + 20],
  ])(
    "that goes an hour %s in the night of the summer time counts the hours that went by: 0 requests",
    async (_, before, after, seconds) => {
      const command = newCommand({ TZ: "Europe/Berlin" });
      expect((await command.ask(["refresh-cache"], atClock(before))).code).toBe(0);
      expect(requests()).toBe(1);
      const { ageSeconds } = (await ask(command, after)).catalog;
      expect(ageSeconds).toBeGreaterThan(seconds - 15);
      expect(ageSeconds).toBeLessThan(seconds + 60);
      expect(requests()).toBe(0);
    },
  );
});
