import { accountsIn, storeOf } from "../../credentials/store/document.ts";
import { readStore } from "../../credentials/store/read-store.ts";
import type { Operation } from "../operation.ts";
import type { AuthListInput } from "./input.ts";

/** A stored account, by the index alone. */
export interface ListedAccount {
  provider: string;
  account: string;
  /** Whether it is the one that counts where none is asked for. */
  active: boolean;
  store: ReturnType<typeof storeOf>;
  /** Whether a passphrase has to be given to use it. */
  encrypted: boolean;
  lastFour: string | null;
  addedAt: string | null;
}

/** The stored accounts, without opening any. */
export const authList: Operation<AuthListInput, ListedAccount[]> = async (
  { machine },
  { descending, limit },
) => {
  const { document, warnings } = await readStore(machine);
  const rows = accountsIn(document).map(
    (one): ListedAccount => ({
      provider: one.provider,
      account: one.account,
      active: one.active,
      store: storeOf(one),
      encrypted: "sealed" in one.kept,
      lastFour: one.lastFour,
      addedAt: one.addedAt,
    }),
  );
  const ordered = rows.toSorted((a, b) =>
    `${a.provider} ${a.account}` < `${b.provider} ${b.account}` ? -1 : 1,
  );
  const result = (descending === true ? ordered.toReversed() : ordered).slice(0, limit);
  return { result, warnings };
};
