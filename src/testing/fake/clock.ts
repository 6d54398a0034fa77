import { ModelForgeError } from "../../failure.ts";
import { flag } from "../../operations/input-kinds.ts";
import type { Table } from "../../operations/read-input.ts";
import type { Clock } from "../../system/ports.ts";
import { aFunction, duration } from "./kinds.ts";
import { type Moment, momentKind } from "./moment.ts";

/** A clock on which no real time passes. */
export interface FakeClock extends Clock {
  /** Sets it as a person or a time server does: what is waited for comes no sooner and no later by it. */
  set(moment: Moment): void;
  /** Lets time pass. What is due meanwhile happens in its order, each with all that follows at once. */
  advance(ms: number): Promise<void>;
  /** How many wait for a moment of it. */
  readonly waiting: number;
  /** Resolves once somebody waits; at once where somebody does. */
  waitedFor(): Promise<void>;
}

export interface FakeClockOptions {
  /** What it shows first; the beginning of 2026. */
  now?: Moment;
  /**
   * Whether time passes by `advance` alone. Else it passes by itself whenever a program waits: to the next moment
   * that something is due at.
   */
  byHand?: boolean;
  /** What `random` gives, from 0 up to 1; one half. */
  random?: () => number;
}

export const clockFields: Table<FakeClockOptions> = {
  now: momentKind,
  byHand: flag,
  random: aFunction,
};

interface Timer {
  due: number;
  fire: () => void;
  /** Whether time passes for it by itself: a program that waits, not one that only wants to be called back. */
  isWait: boolean;
}

/** What was started by what was due has happened, but for what the machine itself has to do. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function createFakeClock(options: FakeClockOptions = {}): FakeClock {
  const { byHand = false, random = () => 0.5 } = options;
  let now = momentKind.read(options.now ?? "2026-01-01T00:00:00.000Z", "now") as number;
  let steady = 0;
  let isMoving = false;
  const timers = new Set<Timer>();
  const watchers = new Set<() => void>();

  const waits = (): number => [...timers].filter(({ isWait }) => isWait).length;
  /** The earliest, of several for one moment the first. */
  const earliest = (): Timer | undefined =>
    [...timers].reduce<Timer | undefined>(
      (first, one) => (first === undefined || one.due < first.due ? one : first),
      undefined,
    );
  const moveTo = (moment: number): void => {
    const ms = Math.max(0, moment - steady);
    now += ms;
    steady += ms;
  };
  const fire = (timer: Timer): void => {
    timers.delete(timer);
    moveTo(timer.due);
    timer.fire();
  };
  const moveByItself = (): void => {
    if (byHand || isMoving || waits() === 0) return;
    isMoving = true;
    void settled().then(() => {
      isMoving = false;
      const timer = earliest();
      if (timer !== undefined && waits() > 0) fire(timer);
      moveByItself();
    });
  };
  const start = (ms: number, isWait: boolean, then: () => void): Timer => {
    // whoever waits for less than nothing waits for nothing
    const timer: Timer = { due: steady + (ms > 0 ? ms : 0), fire: then, isWait };
    timers.add(timer);
    moveByItself();
    if (isWait) for (const watcher of watchers) watcher();
    return timer;
  };

  return {
    now: () => now,
    steady: () => steady,
    random,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const cancel = (): void => {
          if (timer !== undefined) timers.delete(timer);
          reject(new ModelForgeError("cancelled", { message: "cancelled" }));
        };
        let timer: Timer | undefined;
        if (signal?.aborted === true) {
          cancel();
          return;
        }
        signal?.addEventListener("abort", cancel, { once: true });
        timer = start(ms, true, () => {
          signal?.removeEventListener("abort", cancel);
          resolve();
        });
      }),
    after: (ms, then) => {
      const timer = start(ms, false, then);
      return { stop: () => timers.delete(timer) };
    },
    set: (moment) => {
      now = momentKind.read(moment, "moment") as number;
    },
    advance: async (ms) => {
      const end = steady + (duration.read(ms, "ms") as number);
      await settled();
      for (let timer = earliest(); timer !== undefined && timer.due <= end; timer = earliest()) {
        fire(timer);
        await settled();
      }
      moveTo(end);
    },
    get waiting() {
      return waits();
    },
    waitedFor: () =>
      new Promise((resolve) => {
        const watcher = (): void => {
          watchers.delete(watcher);
          resolve();
        };
        if (waits() > 0) resolve();
        else watchers.add(watcher);
      }),
  };
}
