import { describe, expect, it } from "vitest";
import type { Sealing, SealingKey } from "../../src/system/sealing-port.ts";

const salt = "00ff".repeat(8);

/** What every machine's sealing does. */
export function contractOf(name: string, make: () => Sealing): void {
  const keyOf = async (passphrase: string, of = salt): Promise<SealingKey> => {
    const key = await make().keyOf(passphrase, of, 4);
    if (key === undefined) throw new Error("no key");
    return key;
  };

  describe(name, () => {
    it("opens what was sealed with the same passphrase and salt, about the same thing", async () => {
      const text = "sk-grün 🤖";
      const sealed = (await keyOf("open sesame")).seal(text, "openai/default");
      expect(sealed).not.toContain("sk-");
      const again = await keyOf("open sesame");
      expect(again.open(sealed, "openai/default")).toBe(text);
      expect(again.open(sealed, "groq/default")).toBeUndefined();
      expect((await keyOf("open sesam")).open(sealed, "openai/default")).toBeUndefined();
      const salted = await keyOf("open sesame", "0100".repeat(8));
      expect(salted.open(sealed, "openai/default")).toBeUndefined();
    });

    it("takes the same letters for the same, however they are put together", async () => {
      const sealed = (await keyOf("gr\u00fcn")).seal("x", "");
      expect((await keyOf("gru\u0308n")).open(sealed, "")).toBe("x");
    });

    it("seals never the same twice, and opens nothing that was changed by a bit", async () => {
      const key = await keyOf("p");
      const sealed = key.seal("secret", "a");
      expect(key.seal("secret", "a")).not.toBe(sealed);
      const bytes = Buffer.from(sealed, "base64");
      // a version, then everything else
      expect(bytes[0]).toBe(1);
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(key.open(changed.toString("base64"), "a"), String(at)).toBeUndefined();
        expect(key.open(bytes.subarray(0, at).toString("base64"), "a")).toBeUndefined();
      }
      for (const other of ["", "AQ==", "no base64 at all", "="]) {
        expect(key.open(other, "a")).toBeUndefined();
      }
    });

    it("makes no key at a cost that is out of all reason", async () => {
      for (const cost of [0, -1, 1.5, 21, 1e9, Number.NaN]) {
        expect(await make().keyOf("p", salt, cost)).toBeUndefined();
      }
    });
  });
}
