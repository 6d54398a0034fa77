import { authList, type ListedAccount } from "../../../operations/auth-list/auth-list.ts";
import { accountSorts } from "../../../operations/auth-list/input.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { listFlags, printList } from "../list-output.ts";
import { readOrder } from "../order-options.ts";
import type { TableColumn } from "../render/table.ts";

const fields = [
  "provider",
  "account",
  "active",
  "store",
  "encrypted",
  "lastFour",
  "addedAt",
] as const;

const columns: TableColumn<ListedAccount>[] = [
  { title: "provider", value: ({ provider }) => provider },
  { title: "account", value: ({ account, active }) => (active ? `${account} (active)` : account) },
  { title: "ends in", value: ({ lastFour }) => lastFour ?? "", importance: 3 },
  {
    title: "store",
    value: ({ store, encrypted }) => (encrypted ? `${store}, encrypted` : store),
    importance: 2,
  },
  { title: "added", value: ({ addedAt }) => addedAt ?? "", importance: 1 },
];

export const authListCommand: CliCommand = {
  examples: ["modelforge auth list", "modelforge auth list --json"],
  flags: listFlags(accountSorts),
  run: async (context, { options }) => {
    const outcome = await ask(context, authList, readOrder(options));
    const nothing = "no credential is stored; modelforge auth status also shows variables";
    await printList(context, outcome, options, { fields, columns, nothing });
    return undefined;
  },
};
