import { authStatus, type CredentialStatus } from "../../../operations/auth-status/auth-status.ts";
import { ask } from "../ask.ts";
import {
  accountFlag,
  providerFlag,
  providersArgument,
  readAccount,
  readProviders,
} from "../auth-input.ts";
import type { CliCommand } from "../command.ts";
import { listFlags, printList } from "../list-output.ts";
import type { TableColumn } from "../render/table.ts";

const fields = [
  "provider",
  "account",
  "active",
  "found",
  "source",
  "lastFour",
  "host",
  "missing",
] as const;

const columns: TableColumn<CredentialStatus>[] = [
  { title: "provider", value: ({ provider }) => provider },
  { title: "found", value: foundIn },
  { title: "ends in", value: ({ lastFour }) => lastFour ?? "", importance: 2 },
  { title: "goes to", value: ({ host }) => host ?? "nowhere yet", importance: 1 },
  { title: "missing", value: ({ missing }) => missing.join(", "), importance: 3 },
];

export const authStatusCommand: CliCommand = {
  examples: ["modelforge auth status", "modelforge auth status openai groq --json"],
  arguments: [providersArgument],
  flags: [
    providerFlag,
    accountFlag,
    ...listFlags([]).filter(
      ({ name }) => name !== "--sort" && name !== "--desc" && name !== "--limit",
    ),
  ],
  run: async (context, { args, options }) => {
    const named = readProviders(args, options);
    const outcome = await ask(context, authStatus, {
      ...(named.length === 0 ? {} : { providers: named }),
      ...readAccount(options),
    });
    const nothing = "no credential is at hand; modelforge auth login keeps one";
    await printList(context, outcome, options, { fields, columns, nothing });
    return undefined;
  },
};

function foundIn({ found, source, account, active }: CredentialStatus): string {
  if (!found) return "no";
  const where = account === null ? (source ?? "") : `${source}, ${account}`;
  return active ? where : `${where} (not used)`;
}
