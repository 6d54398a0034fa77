import { describe, expect, it } from "vitest";
import { failureOf } from "../../src/testing/failures.ts";
import type { Disk } from "./disks.ts";

/** What every machine's locks do. */
export function contractOf(name: string, make: () => Disk): void {
  describe(name, () => {
    it("are held by one at a time, and leave nothing behind", async () => {
      const { files, home } = make();
      const first = await files.lock(`${home}/refresh`);
      expect(first).toBeDefined();
      expect(await files.lock(`${home}/refresh`)).toBeUndefined();
      await first?.release();
      expect(files.list(home)).toEqual([]);
      const second = await files.lock(`${home}/refresh`);
      expect(second).toBeDefined();
      await second?.release();
    });

    it("are looked at without being taken, and without a trace", async () => {
      const { files, home, put, date } = make();
      expect(await files.isLocked(`${home}/none/refresh`)).toBe(false);
      expect(files.info(`${home}/none`)).toBeUndefined();
      const lock = await files.lock(`${home}/refresh`);
      expect(await files.isLocked(`${home}/refresh`)).toBe(true);
      await lock?.release();
      expect(await files.isLocked(`${home}/refresh`)).toBe(false);
      put(`${home}/others.lock/mine`, "x");
      expect(await files.isLocked(`${home}/others`)).toBe(false);
      files.makeDirectory(`${home}/old.lock`);
      date(`${home}/old.lock`, 1_000_000_000_000);
      expect(await files.isLocked(`${home}/old`)).toBe(false);
      expect(files.list(`${home}/old.lock`)).toEqual([]);
    });

    it("of several that ask at once one gets it", async () => {
      const { files, home } = make();
      const asked = Array.from({ length: 20 }, () => files.lock(`${home}/refresh`));
      const got = (await Promise.all(asked)).filter((lock) => lock !== undefined);
      expect(got).toHaveLength(1);
      await got[0]?.release();
    });

    it("of two paths have nothing to do with each other", async () => {
      const { files, home } = make();
      const locks = [await files.lock(`${home}/one`), await files.lock(`${home}/other`)];
      expect(locks.every((lock) => lock !== undefined)).toBe(true);
      for (const lock of locks) await lock?.release();
    });

    it("make the directories above them, and are a directory with a note of who holds it", async () => {
      const { files, home } = make();
      const lock = await files.lock(`${home}/a/b/refresh`);
      expect(files.info(`${home}/a/b/refresh.lock`)?.kind).toBe("directory");
      expect(files.list(`${home}/a/b/refresh.lock`)).toEqual(["holder"]);
      await lock?.release();
      expect(files.list(`${home}/a/b`)).toEqual([]);
    });

    it("that say nothing of their holder hold while they are young", async () => {
      const { files, home, date } = make();
      files.makeDirectory(`${home}/refresh.lock`);
      expect(await files.lock(`${home}/refresh`)).toBeUndefined();
      date(`${home}/refresh.lock`, 1_000_000_000_000);
      const lock = await files.lock(`${home}/refresh`);
      expect(lock).toBeDefined();
      await lock?.release();
    });

    it("are held by nobody where somebody else's file stands in them, which stays", async () => {
      const { files, home, put } = make();
      put(`${home}/refresh.lock/mine`, "x");
      const lock = await files.lock(`${home}/refresh`);
      expect(lock).toBeDefined();
      await lock?.release();
      expect(files.list(`${home}/refresh.lock`)).toEqual(["mine"]);
    });

    it("fail where something else stands in their place", async () => {
      const { files, home, put } = make();
      put(`${home}/refresh.lock`, "a file");
      const failure = await files.lock(`${home}/refresh`).catch((error: unknown) => error);
      expect(() => {
        throw failure;
      }).toThrow(/something else stands in its place/);
      expect(
        failureOf(() => {
          throw failure;
        }).details,
      ).toEqual({ path: `${home}/refresh.lock`, reason: "EEXIST" });
    });

    it("that are gone, or another's by now, are released without a word", async () => {
      const { files, home, remove } = make();
      const lock = await files.lock(`${home}/refresh`);
      remove(`${home}/refresh.lock`);
      const other = await files.lock(`${home}/refresh`);
      expect(other).toBeDefined();
      await lock?.release();
      expect(await files.lock(`${home}/refresh`)).toBeUndefined();
      await other?.release();
      await other?.release();
      expect(files.list(home)).toEqual([]);
    });
  });
}
