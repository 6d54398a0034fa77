import { describe, expect, it } from "vitest";
import { rejectionOf } from "../testing/failures.ts";
import { createFakeSystem } from "../testing/fake-system.ts";
import { waitForLock } from "./wait-for-lock.ts";

const path = "/home/you/.config/model-forge/config.json";

describe("the lock of a file that another process holds", () => {
  it("ends with exit 7 where another is not done in time", async () => {
    const system = createFakeSystem();
    await waitForLock(system, path);
    const waiting = rejectionOf(waitForLock(system, path));
    await system.clock.advance(20_000);
    const error = await waiting;
    expect([error.code, error.exitCode, error.hint]).toEqual([
      "file.busy",
      7,
      "try again in a moment",
    ]);
    expect(error.message).toContain(path);
  });

  it("is given to the next once the other is done", async () => {
    const system = createFakeSystem();
    const held = await waitForLock(system, path);
    const waiting = waitForLock(system, path);
    await held.release();
    await system.clock.advance(1000);
    await (await waiting).release();
  });
});
