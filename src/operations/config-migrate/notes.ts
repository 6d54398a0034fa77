import { shownName } from "../../config/secrets.ts";
import { isReached, originIn } from "../../credentials/owner-of-address.ts";
import type { Trusting } from "../../credentials/hosts/may-go-to.ts";
import type { MovedAccount } from "./moved-accounts.ts";
import { objectAt } from "./python-config.ts";
import type { ReadSource } from "./read-source.ts";

/** What becomes of keys, or became; nothing of those that are kept already. */
export function aboutAccounts(moved: readonly MovedAccount[], isDry: boolean): string[] {
  return moved.map(({ provider, account, field, lastFour, isThere }) => {
    const end = lastFour === null ? "" : ` ending in ${lastFour}`;
    const what = `the ${shownName(field)} of ${provider}${end}`;
    if (isThere) return `${what} is kept already, as account ${account}`;
    return `${what} ${isDry ? "goes to the store of credentials" : "is in the store of credentials now"}, as account ${account}`;
  });
}

/** Of keys for addresses that nobody trusted yet: taking a file over is no reason to. */
export function aboutAddresses(sources: readonly ReadSource[], trusting: Trusting): string[] {
  return sources.flatMap(({ config, secrets }) =>
    config.providers.flatMap(({ name, id, said }) => {
      const { base_url: address } = said;
      const hasKey = secrets.some(({ provider }) => provider === name);
      if (!hasKey || typeof address !== "string" || isReached(id, address, trusting)) return [];
      const origin = originIn(address);
      return origin === undefined
        ? []
        : [`the key of ${id} goes to ${origin} after modelforge auth trust ${id} ${origin}`];
    }),
  );
}

/** Of keys that are not what they should be. */
export function aboutKeys(sources: readonly ReadSource[], nowMs: number): string[] {
  return sources.flatMap(({ config, secrets }) =>
    config.providers.flatMap(({ name, id, said }) => {
      const own = secrets.filter(({ provider }) => provider === name);
      const expiresAt = objectAt(said, "auth_data").expires_at;
      const expires =
        typeof expiresAt === "string" ? Date.parse(expiresAt) : Number(expiresAt) * 1000;
      const isOver = own.length > 0 && expires <= nowMs;
      const others = own.flatMap(({ looksLike }) => looksLike(id) ?? []);
      return [
        ...(isOver
          ? [
              `the access token of ${id} is over since ${new Date(expires).toISOString()}: modelforge auth login ${id}`,
            ]
          : []),
        ...others.map((other) => `the key of ${id} begins as one of ${other} does`),
      ];
    }),
  );
}
