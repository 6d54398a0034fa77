import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import type { Sealing, SealingKey } from "../sealing-port.ts";

const cipher = "aes-256-gcm";
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
/** The first byte of a sealed text: another way of sealing is another byte. */
const version = 1;

// 2 ** 21 takes 2 GiB
const highestCost = 20;
const blockSize = 8;

export const realSealing: Sealing = {
  keyOf: async (passphrase, salt, cost) => {
    if (!Number.isInteger(cost) || cost < 1 || cost > highestCost) return undefined;
    const N = 2 ** cost;
    const how = { N, r: blockSize, p: 1, maxmem: 256 * N * blockSize };
    // the same letters may be typed as other characters on another keyboard
    const words = passphrase.normalize("NFC");
    const key = await new Promise<Buffer>((resolve, reject) => {
      scrypt(words, Buffer.from(salt, "hex"), keyBytes, how, (error, derived) => {
        if (error === null) resolve(derived);
        else reject(error);
      });
    });
    return keyOf(key);
  },
};

function keyOf(key: Buffer): SealingKey {
  const aboutOf = (about: string): Buffer => Buffer.from(`${version} ${about}`);
  return {
    seal: (text, about) => {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key, nonce).setAAD(aboutOf(about));
      const sealed = Buffer.concat([sealing.update(text, "utf8"), sealing.final()]);
      const parts = [Buffer.of(version), nonce, sealed, sealing.getAuthTag()];
      return Buffer.concat(parts).toString("base64");
    },
    open: (sealed, about) => {
      const bytes = Buffer.from(sealed, "base64");
      if (bytes[0] !== version || bytes.length < 1 + nonceBytes + tagBytes) return undefined;
      const nonce = bytes.subarray(1, 1 + nonceBytes);
      const opening = createDecipheriv(cipher, key, nonce, { authTagLength: tagBytes })
        .setAAD(aboutOf(about))
        .setAuthTag(bytes.subarray(-tagBytes));
      try {
        const inner = bytes.subarray(1 + nonceBytes, -tagBytes);
        return Buffer.concat([opening.update(inner), opening.final()]).toString("utf8");
      } catch {
        // Node has no code for it: whatever is wrong, it does not open
        return undefined;
      }
    },
  };
}
