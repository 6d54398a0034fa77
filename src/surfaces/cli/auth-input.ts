import { looksLikeKey } from "../../catalog/words/key-forms.ts";
import { keepOut } from "../../catalog/words/kept-out.ts";
import { said } from "../../catalog/words/said.ts";
import { secretIn } from "../../config/secrets.ts";
import { lockIn, type StoreDocument } from "../../credentials/store/document.ts";
import { ModelForgeError } from "../../failure.ts";
import type { CliContext } from "./context.ts";
import type { Argument, Flag } from "./flag.ts";
import { badValue, list, text } from "./option-values.ts";
import { drawn } from "./render/drawn.ts";

export const providerArgument: Argument = {
  name: "provider",
  about: "whose credential",
  completes: "provider",
};

export const providersArgument: Argument = {
  name: "providers",
  about: "of these alone",
  isMany: true,
  completes: "provider",
};

export const providerFlag: Flag = {
  name: "--provider",
  short: "-p",
  takes: list("ids", "openai,groq", "provider"),
  about: "the same as a flag",
};

export const accountFlag: Flag = {
  name: "--account",
  takes: text("name"),
  about: "one of several stored accounts, by its name",
};

export const passphraseFdFlag: Flag = {
  name: "--passphrase-fd",
  takes: {
    shown: "number",
    read: (value, flag) => {
      if (!/^\d{1,9}$/.test(value)) throw badValue(flag, value, "3");
      return value;
    },
  },
  about: "read the passphrase from this descriptor",
};

/** Providers by their place on the line and by flag. */
export function readProviders(args: readonly string[], options: Record<string, unknown>): string[] {
  return [...args, ...((options.provider ?? []) as string[])];
}

/** The one that is meant. Throws `usage.missing-argument`, `usage.bad-value`. */
export function readProvider(args: readonly string[], options: Record<string, unknown>): string {
  const [provider, another] = readProviders(args, options);
  if (provider === undefined) {
    throw new ModelForgeError("usage.missing-argument", {
      message: "the provider is missing",
      hint: "for example openai; modelforge providers list shows all",
    });
  }
  if (another === undefined) return provider;
  throw new ModelForgeError("usage.bad-value", {
    message: `one provider at a time: ${said(provider)} and ${said(another)}`,
    hint: "leave one out",
  });
}

export function readAccount(options: Record<string, unknown>): { account?: string } {
  return typeof options.account === "string" ? { account: options.account } : {};
}

export function mayAsk(context: CliContext, options: Record<string, unknown>): boolean {
  return context.machine.terminal.canPrompt && options.prompts !== false && options.json !== true;
}

const mostBytes = 64 * 1024;

/** `/run/secrets/key`, `../key`, `key.txt` */
function isPath(text: string): boolean {
  if (secretIn(text)?.startsWith("a key") === true || looksLikeKey(text)) return false;
  return /^(?:\/|\.{1,2}\/|~\/)|\.[a-z]\w{0,7}$/i.test(text);
}

/** What a file says that was named for a secret. Throws `file.*`, `usage.bad-value`. */
export function readSecretFile({ machine }: CliContext, path: string, from: string): string {
  // whoever mistakes the flag gives the secret itself
  if (!isPath(path)) keepOut(path);
  const bytes = machine.files.readGiven(path, mostBytes);
  if (bytes === undefined) {
    throw new ModelForgeError("file.not-found", {
      message: `${from}: there is no file ${said(path)}`,
      hint: "name a file that holds it and nothing else",
      details: { path },
    });
  }
  if (machine.codec.isUtf8(bytes)) return machine.codec.text(bytes);
  throw new ModelForgeError("usage.bad-value", {
    message: `${from}: ${said(path)} is no text`,
    hint: "name a file that holds it and nothing else",
    details: { path },
  });
}

/** The passphrase as it was given; undefined where it was not. */
function givenPassphrase(
  context: CliContext,
  options: Record<string, unknown>,
): string | undefined {
  const descriptor = options.passphraseFd;
  const file = context.machine.environment.get("MODELFORGE_PASSPHRASE_FILE");
  const [path, from] =
    typeof descriptor === "string"
      ? [`/dev/fd/${descriptor}`, "--passphrase-fd"]
      : [file, "MODELFORGE_PASSPHRASE_FILE"];
  if (path === undefined) return undefined;
  const said = readSecretFile(context, path, from).replace(/\r?\n$/, "");
  if (said !== "") return said;
  throw new ModelForgeError("usage.bad-value", {
    message: `${from}: the passphrase is empty`,
    hint: "write it into the file, on one line",
  });
}

/** The same, or asked for where stored credentials are locked and somebody is there. */
export async function passphraseFor(
  context: CliContext,
  options: Record<string, unknown>,
  document: StoreDocument,
): Promise<string | undefined> {
  const given = givenPassphrase(context, options);
  if (given !== undefined || lockIn(document) === undefined || !mayAsk(context, options)) {
    return given;
  }
  const typed = await context.machine.terminal.prompt(
    drawn`Passphrase of stored credentials: `,
    "masked",
  );
  if (typed !== undefined) return typed;
  throw new ModelForgeError("cancelled", { message: "nothing was opened" });
}

/** Asks twice for a new one. Throws `cancelled`, `usage.bad-value`, `usage.needs-terminal`. */
export async function newPassphrase(
  context: CliContext,
  options: Record<string, unknown>,
): Promise<string> {
  if (!mayAsk(context, options)) {
    throw new ModelForgeError("usage.needs-terminal", {
      message: "nobody is there to type a passphrase",
      hint: "MODELFORGE_PASSPHRASE_FILE names a file with it, --passphrase-fd a descriptor",
    });
  }
  const { terminal } = context.machine;
  const first = await terminal.prompt(drawn`New passphrase: `, "masked");
  if (first === undefined)
    throw new ModelForgeError("cancelled", { message: "nothing was stored" });
  const second = await terminal.prompt(drawn`The same again: `, "masked");
  if (first !== "" && first === second) return first;
  throw new ModelForgeError("usage.bad-value", {
    message: first === "" ? "the passphrase is empty" : "the two are not the same",
    hint: "try again",
  });
}
