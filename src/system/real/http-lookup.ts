import type { LookupFunction } from "node:net";
import { isNameOfThisMachine } from "../this-machine.ts";

/** Either may be all that a server listens at. */
const loopback = [
  { address: "127.0.0.1", family: 4 },
  { address: "::1", family: 6 },
] as const;

/**
 * Resolves a name, those of this machine without asking anybody: what goes there may be plain and carry a password,
 * and a resolver or a hosts file could send it elsewhere.
 */
export const lookup: LookupFunction = (hostname, options, callback) => {
  if (!isNameOfThisMachine(hostname.toLowerCase())) {
    process.getBuiltinModule("node:dns").lookup(hostname, options, callback);
    return;
  }
  const family = String(options.family ?? 0).replace(/^IPv/, "");
  const wanted = loopback.filter((one) => family === "0" || String(one.family) === family);
  // a caller expects to be called later
  process.nextTick(() => {
    if (options.all === true) callback(null, [...wanted]);
    else callback(null, (wanted[0] ?? loopback[0]).address, (wanted[0] ?? loopback[0]).family);
  });
};
