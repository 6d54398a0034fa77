import type { KeptCode } from "../../system/ports.ts";

/** A fake machine keeps no compiled code. */
export const fakeKeptCode: KeptCode = {
  look: async () => ({
    directory: null,
    files: 0,
    bytes: 0,
    notUsed: "nothing is compiled on a machine that is made up",
  }),
  clear: async () => ({ files: 0, bytes: 0 }),
};
