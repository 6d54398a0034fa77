import { ownEntry } from "../../catalog/words/own-entry.ts";
import { isThisMachine } from "../../system/this-machine.ts";

/** Providers whose keys one gets by signing in, and where that is. Looked through by hand, like the table of hosts. */
const signIns: Readonly<Record<string, string>> = {
  "github-copilot": "https://github.com",
};

/** Where one signs in, and the only places where what comes of it may go. */
export interface SignInPlaces {
  /** `https://github.com` */
  host: string;
  /** Where the token is asked for keys: `https://api.github.com` */
  asks: string;
  /** Where these keys may go; undefined: where any key of the provider may. */
  keys: readonly [string] | undefined;
}

/** Whether a key of a provider is got by signing in. */
export function signsIn(provider: string): boolean {
  return ownEntry(signIns, provider) !== undefined;
}

/**
 * The places of a sign-in: `octo.ghe.com` has `api.octo.ghe.com` and `copilot-api.octo.ghe.com`, as GitHub lays them out. What is
 * got at one host goes to no other. Of this machine and of a bare number all three are one.
 */
export function signInPlaces(provider: string, host?: string): SignInPlaces {
  const usual = ownEntry(signIns, provider) ?? "";
  const { origin, hostname, host: authority } = new URL(host ?? usual);
  if (isThisMachine(hostname) || isNumber(hostname)) {
    return { host: origin, asks: origin, keys: [origin] };
  }
  return {
    host: origin,
    asks: `https://api.${authority}`,
    keys: origin === usual ? undefined : [`https://copilot-api.${authority}`],
  };
}

/** `10.0.0.5`, `[::1]`: nothing has a name below it. */
function isNumber(hostname: string): boolean {
  return /^[\d.]+$|^\[/.test(hostname);
}
