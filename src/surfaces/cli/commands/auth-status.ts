import { authStatus, type CredentialStatus } from "../../../operations/auth-status/auth-status.ts";
import { authStatusFields } from "../../../operations/auth-status/input.ts";
import { readStore } from "../../../credentials/store/read-store.ts";
import { failures, ModelForgeError } from "../../../failure.ts";
import { ask } from "../ask.ts";
import type { CliContext } from "../context.ts";
import { flagsOf } from "../field-flags.ts";
import {
  accountFlag,
  passphraseFdFlag,
  passphraseFor,
  providerFlag,
  providersArgument,
  readAccount,
  readProviders,
} from "../auth-input.ts";
import type { CliCommand } from "../command.ts";
import { listFlags, printList } from "../list-output.ts";
import type { TableColumn } from "../render/table.ts";

const fields: readonly string[] = [
  "provider",
  "account",
  "active",
  "found",
  "source",
  "lastFour",
  "host",
  "expiresAt",
  "missing",
  "check",
  "why",
];

const columns: TableColumn<CredentialStatus>[] = [
  { title: "provider", value: ({ provider }) => provider },
  { title: "found", value: foundIn },
  { title: "ends in", value: ({ lastFour }) => lastFour ?? "", importance: 2 },
  { title: "goes to", value: ({ host }) => host ?? "nowhere yet", importance: 1 },
  { title: "missing", value: ({ missing }) => missing.join(", "), importance: 3 },
];

const why: TableColumn<CredentialStatus> = {
  title: "why",
  value: (row) => row.why ?? "",
  importance: 4,
};

const expiry: TableColumn<CredentialStatus> = {
  title: "key until",
  value: ({ expiresAt }) => expiresAt ?? "",
  importance: 3,
};
const checkColumns: TableColumn<CredentialStatus>[] = [
  { title: "check", value: ({ check }) => check ?? "", importance: 5 },
];

export const authStatusCommand: CliCommand = {
  examples: ["modelforge auth status", "modelforge auth status openai groq --check"],
  arguments: [providersArgument],
  flags: [
    providerFlag,
    accountFlag,
    ...flagsOf({ check: authStatusFields.check, all: authStatusFields.all }),
    passphraseFdFlag,
    ...listFlags([]).filter(
      ({ name }) => name !== "--sort" && name !== "--desc" && name !== "--limit",
    ),
  ],
  run: async (context, { args, options }) => {
    const named = readProviders(args, options);
    const check = options.check === true;
    if (options.all === true && !check) throw onlyChecked();
    const passphrase = check ? await passphraseIfAny(context, options) : undefined;
    const outcome = await ask(context, authStatus, {
      ...(named.length === 0 ? {} : { providers: named }),
      ...readAccount(options),
      check,
      all: options.all === true,
      ...(passphrase === undefined ? {} : { passphrase }),
    });
    const nothing = "no credential is at hand; modelforge auth login keeps one";
    const expires = outcome.result.some(({ expiresAt }) => expiresAt !== null) ? [expiry] : [];
    const shown = [...columns, ...expires, ...(check ? checkColumns : []), why];
    await printList(context, outcome, options, { fields, columns: shown, nothing });
    const isBad =
      outcome.result.some((one) => one.check === "refused") ||
      outcome.warnings.some(({ code }) => code === "credential.host-untrusted");
    return isBad ? failures["credential.host-untrusted"].exit : undefined;
  },
};

async function passphraseIfAny(context: CliContext, options: Record<string, unknown>) {
  const { document } = await readStore(context.machine);
  return passphraseFor(context, options, document);
}

function onlyChecked(): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: "--all says what to check, and nothing is checked",
    hint: "add --check; without it every credential is shown",
  });
}

function foundIn({ found, source, account, active }: CredentialStatus): string {
  if (!found) return "no";
  const where = account === null ? (source ?? "") : `${source}, ${account}`;
  return active ? where : `${where} (not used)`;
}
