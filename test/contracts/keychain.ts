import { beforeAll, describe, expect, it } from "vitest";
import type { Keychain } from "../../src/system/keychain-port.ts";

const service = "modelforge";

/** What every machine's keychain does, once it is open. */
export function contractOf(name: string, make: () => Keychain): void {
  describe(name, () => {
    let keychain: Keychain;
    beforeAll(() => {
      keychain = make();
    });

    it("keeps a secret as it is, under two names", async () => {
      expect(await keychain.absence()).toBeUndefined();
      for (const secret of ["sk-0123", " grün 🤖\n", "x".repeat(8_000)]) {
        await keychain.set(service, "openai/default/1", secret);
        expect(await keychain.get(service, "openai/default/1")).toBe(secret);
      }
      expect(await keychain.get(service, "openai/default/2")).toBeUndefined();
      expect(await keychain.get("another", "openai/default/1")).toBeUndefined();
    });

    it("removes the one that is named, and says whether there was one", async () => {
      await keychain.set(service, "groq/default/1", "gsk-1");
      await keychain.set(service, "groq/default/2", "gsk-2");
      expect(await keychain.remove(service, "groq/default/1")).toBe(true);
      expect(await keychain.remove(service, "groq/default/1")).toBe(false);
      expect(await keychain.get(service, "groq/default/1")).toBeUndefined();
      expect(await keychain.get(service, "groq/default/2")).toBe("gsk-2");
    });

    it("keeps apart what is asked for at once", async () => {
      const names = Array.from({ length: 5 }, (_, at) => `p${at}/default/0`);
      await Promise.all(names.map((one) => keychain.set(service, one, `key of ${one}`)));
      const found = await Promise.all(names.map((one) => keychain.get(service, one)));
      expect(found).toEqual(names.map((one) => `key of ${one}`));
    });
  });
}
