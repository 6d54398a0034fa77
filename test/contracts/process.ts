import { describe, expect, it } from "vitest";
import type { Process } from "../../src/system/ports.ts";

export interface Running {
  process: Process;
  /** Asks it to end, as Ctrl-C or a shell does. */
  interrupt(): void;
  /** What the last program it started was started with. */
  started(variable: string): Promise<{ args: readonly string[]; value: string | undefined }>;
  /** A program that ends with 7 where its one argument is `a b;$HOME` and MODELFORGE_TEST_RUN is `yes`, else with 1. */
  program: readonly string[];
  /**
   * One that prints its argument, where it is in `directory` and has nothing to read; or fails with 3; or never ends; or
   * complains of two lines and fails; or prints without end.
   */
  printing: readonly string[];
  directory: string;
}

/** What every machine's process does. */
export function contractOf(name: string, make: () => Running): void {
  describe(name, () => {
    it("makes names that cannot meet, with its number in them", () => {
      const { process } = make();
      const names = Array.from({ length: 100 }, () => process.uniqueName());
      expect(new Set(names).size).toBe(100);
      for (const one of names) expect(one).toMatch(/^\d{1,10}-\d{1,9}-[0-9a-z]{0,6}$/);
      expect(names[0]).toMatch(new RegExp(`^${process.id}-`));
    });

    it("tells all who listen that it is to end, until they stop listening", () => {
      const { process, interrupt } = make();
      const heard: string[] = [];
      const stops = ["first", "second"].map((who) => process.onInterrupt(() => heard.push(who)));
      interrupt();
      stops[0]?.();
      interrupt();
      expect(heard).toEqual(["first", "second", "second"]);
      stops[1]?.();
      stops[1]?.();
    });

    it("gives what comes of work that is done once, and fails as it does", async () => {
      const { process } = make();
      expect(await process.once(() => Promise.resolve("done"))).toBe("done");
      const failure = new Error("broken");
      await expect(process.once(() => Promise.reject(failure))).rejects.toBe(failure);
    });

    it("runs another program with words that no shell sees, and says how it ended", async () => {
      const { process, program } = make();
      const told = { MODELFORGE_TEST_RUN: "yes" };
      expect(await process.run([...program, "a b;$HOME"], told)).toBe(7);
      expect(await process.run(["modelforge-no-such-program"], {})).toBeUndefined();
    });

    it("reads what another program prints, with nothing to read and in its directory", async () => {
      const { process, printing, directory } = make();
      const how = { directory, timeoutMs: 5_000 };
      expect(await process.read([...printing, "said"], how)).toMatchObject({
        code: 0,
        text: "said\n",
        isTooLong: false,
      });
      expect(await process.read([...printing, "complain"], how)).toMatchObject({
        code: 1,
        errors: expect.stringContaining("you are signed out\nand more\n") as string,
      });
      const endless = await process.read([...printing, "flood"], how);
      expect([endless?.isTooLong, (endless?.text ?? "").length <= 65_536]).toEqual([true, true]);
      expect((await process.read([...printing, "fail"], how))?.code).toBe(3);
      expect((await process.read([...printing, "hang"], { ...how, timeoutMs: 300 }))?.code).toBe(
        null,
      );
      expect(await process.read(["/modelforge-no-such-program"], how)).toBeUndefined();
    });

    it("starts this program again with other arguments and more variables", async () => {
      const { process, started } = make();
      const args = ["refresh-cache", "--quiet", "a b", ""];
      process.startDetached(args, { MODELFORGE_TEST_STARTED: "yes" });
      expect(await started("MODELFORGE_TEST_STARTED")).toEqual({ args, value: "yes" });
    });
  });
}
