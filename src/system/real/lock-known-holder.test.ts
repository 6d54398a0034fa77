import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { aMoment, canTake, day, lockWith, second, touch } from "../../testing/held-locks.ts";
import { describeHolder, type Holder } from "./lock-holder.ts";

const canSee = existsSync("/proc/self/ns/pid");
const sleepers: ChildProcess[] = [];

afterAll(() => {
  for (const child of sleepers) child.kill("SIGKILL");
});

const heldBy = (holder: Holder, agoMs = 0): string =>
  lockWith({ holder: JSON.stringify(holder) }, agoMs);

/** A process of its own that holds a lock. */
function living(): { holder: Holder; process: ChildProcess } {
  const process = spawn("sleep", ["600"]);
  sleepers.push(process);
  const id = process.pid ?? 0;
  const started = readFileSync(`/proc/${id}/stat`, "latin1").split(") ").at(-1)?.split(" ")[19];
  return { holder: { ...describeHolder(), id, started: started ?? null }, process };
}

async function dead(): Promise<Holder> {
  const { holder, process } = living();
  process.kill("SIGKILL");
  await once(process, "exit");
  return holder;
}

/** Tries again and again; how long it took in milliseconds. */
async function taking(lock: string): Promise<number> {
  const started = performance.now();
  while (!(await canTake(lock))) await aMoment();
  return performance.now() - started;
}

describe.skipIf(!canSee)("a lock of a known holder (skipped where there is no /proc)", () => {
  it.each([0, 59 * second, -10 * 365 * day])(
    "that is dead is taken at once, touched %i ms ago",
    async (agoMs) => {
      const lock = heldBy(await dead(), agoMs);
      expect(await canTake(lock)).toBe(true);
      expect(existsSync(lock)).toBe(false);
    },
  );

  it("that died while taking over from a dead one is taken at once", async () => {
    const [first, next] = [await dead(), await dead()];
    const lock = lockWith({
      holder: JSON.stringify(first),
      [`after-${first.name}`]: JSON.stringify(next),
    });
    expect(await canTake(lock)).toBe(true);
    expect(existsSync(lock)).toBe(false);
  });

  it("is held where only the one before it is dead", async () => {
    const [first, next] = [await dead(), living().holder];
    const lock = lockWith({
      holder: JSON.stringify(first),
      [`after-${first.name}`]: JSON.stringify(next),
    });
    expect(await canTake(lock)).toBe(false);
  });

  it("is not held by a note that follows nobody: whoever wrote it looked too long ago", async () => {
    const stray = { [`after-${(await dead()).name}`]: JSON.stringify(living().holder) };
    const lock = lockWith({ holder: JSON.stringify(await dead()), ...stray });
    expect(await canTake(lock)).toBe(true);
  });

  it.each([0, 6 * second, -6 * second, 59 * second])(
    "that lives is held, touched %i ms ago",
    async (agoMs) => {
      const { holder, process } = living();
      process.kill("SIGSTOP");
      expect(await canTake(heldBy(holder, agoMs))).toBe(false);
    },
  );

  it("that lives and is silent for a minute is taken after three beats were waited for, at no other time", async () => {
    const agos = [61 * second, day, -5 * 60 * second, -day, -10 * 365 * day];
    const waits = await Promise.all(agos.map((agoMs) => taking(heldBy(living().holder, agoMs))));
    for (const waited of waits) {
      expect(waited).toBeGreaterThan(2 * second);
      expect(waited).toBeLessThan(5 * second);
    }
  });

  it("that lives and touches it is held, whatever its clock says", async () => {
    const lock = heldBy(living().holder, -day);
    let beats = 0;
    const beat = setInterval(() => {
      beats += 1;
      touch(lock, -day - beats);
    }, second);
    const taken: boolean[] = [];
    const started = performance.now();
    while (performance.now() - started < 4 * second) {
      taken.push(await canTake(lock));
      await aMoment();
    }
    clearInterval(beat);
    expect(new Set(taken)).toEqual(new Set([false]));
  });
});
