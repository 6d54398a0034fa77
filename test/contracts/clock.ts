import { describe, expect, it } from "vitest";
import type { Clock } from "../../src/system/ports.ts";

export interface Watched {
  clock: Clock;
  /** Lets at least so much time pass by the clock. */
  pass(ms: number): Promise<void>;
}

/** What every machine's clock does. */
export function contractOf(name: string, make: () => Watched): void {
  describe(name, () => {
    it("shows milliseconds since 1970, and counts on evenly besides", async () => {
      const { clock, pass } = make();
      const [now, steady] = [clock.now(), clock.steady()];
      expect(now).toBeGreaterThan(Date.parse("2020-01-01"));
      await pass(15);
      expect(clock.steady() - steady).toBeGreaterThanOrEqual(14);
      expect(clock.now() - now).toBeGreaterThanOrEqual(13);
    });

    it("waits as long as it is told, and shorter waits end first", async () => {
      const { clock, pass } = make();
      const ended: string[] = [];
      const start = clock.steady();
      const waits = [
        clock.wait(30).then(() => ended.push("second")),
        clock.wait(10).then(() => ended.push("first")),
      ];
      await pass(40);
      await Promise.all(waits);
      expect(ended).toEqual(["first", "second"]);
      // timers of a real machine may be a millisecond early
      expect(clock.steady() - start).toBeGreaterThanOrEqual(29);
    });

    it("ends a wait as cancelled, before and while it waits, and not after", async () => {
      const { clock, pass } = make();
      await expect(clock.wait(10, AbortSignal.abort())).rejects.toMatchObject({
        code: "cancelled",
      });
      const abort = new AbortController();
      const waiting = clock.wait(60_000, abort.signal);
      abort.abort();
      await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
      const late = new AbortController();
      const done = clock.wait(1, late.signal);
      await pass(5);
      await done;
      late.abort();
    });

    it("calls back once, unless it is stopped", async () => {
      const { clock, pass } = make();
      const called: string[] = [];
      clock.after(5, () => called.push("first"));
      const { stop } = clock.after(5, () => called.push("stopped"));
      stop();
      expect(called).toEqual([]);
      await pass(20);
      stop();
      await pass(20);
      expect(called).toEqual(["first"]);
    });

    it("gives numbers from 0 up to 1", () => {
      const { clock } = make();
      for (let at = 0; at < 100; at += 1) {
        const number = clock.random();
        expect(number >= 0 && number < 1).toBe(true);
      }
    });
  });
}
