import type { Sealing } from "../../system/sealing-port.ts";
import { realSealing } from "../../system/real/sealing.ts";

// enough to tell passphrases apart, and done at once
const quick = 4;

/** The real one, in a thousandth of its time. */
export const fakeSealing: Sealing = {
  keyOf: (passphrase, salt, cost) =>
    realSealing.keyOf(passphrase, salt, cost > quick && cost <= 20 ? quick : cost),
};
