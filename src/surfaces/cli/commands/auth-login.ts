import { readOrigin } from "../../../credentials/hosts/read-origin.ts";
import { signsIn } from "../../../credentials/hosts/sign-in.ts";
import { providersIn, providerToBe, readName } from "../../../credentials/provider-meant.ts";
import { readStore } from "../../../credentials/store/read-store.ts";
import { ModelForgeError } from "../../../failure.ts";
import { authLogin } from "../../../operations/auth-login/auth-login.ts";
import { type AuthLoginInput, authLoginFields } from "../../../operations/auth-login/input.ts";
import { storeField } from "../../../operations/store-field.ts";
import { ask } from "../ask.ts";
import { askWithCode } from "../ask-with-code.ts";
import {
  accountFlag,
  mayAsk,
  newPassphrase,
  passphraseFdFlag,
  passphraseFor,
  providerArgument,
  providerFlag,
  readAccount,
  readProvider,
  readSecretFile,
} from "../auth-input.ts";
import { ofProviders } from "../../../operations/at-hand.ts";
import { calledAt } from "../../../operations/where-they-may-go.ts";
import type { CliCommand } from "../command.ts";
import type { CliContext } from "../context.ts";
import { documentFlags, printDocument } from "../document-output.ts";
import { flagsOf } from "../field-flags.ts";
import { text } from "../option-values.ts";
import { hostToTrust } from "../host-to-trust.ts";
import { drawn } from "../render/drawn.ts";
import { askForYes } from "../yes-or-no.ts";

const group = "Where the key is:";
const signingIn = "Where keys are got by signing in:";

export const authLoginCommand: CliCommand = {
  examples: [
    "modelforge auth login openai",
    "modelforge auth login openai --key-stdin < key.txt",
    "modelforge auth login openai --store file",
    "modelforge auth login groq --from-env GROQ_API_KEY --account work",
    "modelforge auth login openai --reference op://vault/openai/key",
    "modelforge auth login anthropic --command -- op read op://vault/anthropic/key",
    "modelforge auth login github-copilot --client-id Ov23liAbCdEfGhIjKlMn",
    "modelforge auth login vllm --key-file key.txt --trust-host http://10.0.0.5:8000",
  ],
  arguments: [providerArgument],
  flags: [
    { name: "--key-stdin", about: "on standard input", group },
    { name: "--key-file", takes: text("file", "file"), about: "in a file", group },
    { name: "--from-env", takes: text("variable"), about: "in a variable", group },
    {
      name: "--api-key",
      takes: text("key"),
      about: "on the line, where the history of your shell and others on this machine see it",
      group,
    },
    { name: "--command", about: "what the program behind -- prints, asked each time", group },
    {
      name: "--reference",
      takes: text("reference"),
      about: "at op://vault/item/field, keychain:service/account or env:NAME, looked up each time",
      group,
    },
    ...flagsOf({ clientId: authLoginFields.clientId, host: authLoginFields.host }, signingIn),
    providerFlag,
    accountFlag,
    ...flagsOf({ store: storeField }),
    { name: "--trust-host", takes: text("address"), about: "let it go to this address as well" },
    { name: "--passphrase", about: "keep stored credentials encrypted; asks for the passphrase" },
    passphraseFdFlag,
    { name: "--yes", about: "take a key that looks like another provider's" },
    ...documentFlags,
  ],
  takesProgram: true,
  run: async (context, { args, options, program }) => {
    if ((options.command === true) !== (program?.length ?? 0) > 0) throw noProgram();
    const named = readProvider(args, options);
    const { document } = await readStore(context.machine);
    // whoever types a key is not told afterwards that it belongs nowhere
    const hasHost = typeof options.trustHost === "string" && readOrigin(options.trustHost) !== "";
    const known = [
      ...providersIn(document),
      ...calledAt(ofProviders(context.configuration)).keys(),
    ];
    const provider = providerToBe(named, known, hasHost);
    if (typeof options.account === "string") readName(options.account, "an account");
    const store = options.store as AuthLoginInput["store"];
    if (store === "keychain" && options.passphrase === true) throw notBoth();
    const isSigningIn = isSignIn(provider, options);
    const key = isSigningIn ? {} : await keyFrom(context, provider, options, program);
    const given =
      store === "keychain" ? undefined : await passphraseFor(context, options, document);
    const passphrase =
      given ?? (options.passphrase === true ? await newPassphrase(context, options) : undefined);
    const trustHost =
      typeof options.trustHost === "string"
        ? options.trustHost
        : await hostToTrust(context, provider, options);
    const input = {
      provider,
      ...key,
      ...signInFrom(options),
      ...readAccount(options),
      ...(store === undefined ? {} : { store }),
      ...(trustHost === undefined ? {} : { trustHost }),
      ...(passphrase === undefined ? {} : { passphrase }),
      yes: options.yes === true,
    };
    const asked = isSigningIn
      ? askWithCode(context, authLogin, input, showCode(context, options))
      : ask(context, authLogin, input);
    const outcome = await asked.catch(async (error: unknown) => {
      await askWhetherMeant(context, options, error);
      return ask(context, authLogin, { ...input, yes: true });
    });
    await printDocument(context, outcome, options, (result) => {
      const { account, lastFour, host, encrypted } = result;
      const end = lastFour === null ? "" : ` ending in ${lastFour}`;
      const kept = result.store === "keychain" ? " in the keychain" : "";
      const how = encrypted ? ", encrypted" : kept;
      const where = host === null ? "; where it may go, auth trust says" : `; it goes to ${host}`;
      return drawn`stored a credential of ${result.provider}${end} as ${account}${how}${where}\n`;
    });
    return undefined;
  },
};

/** Whoever names no key of a provider that one signs in for signs in; what else says how to is for the question to judge. */
function isSignIn(provider: string, options: Record<string, unknown>): boolean {
  const { keyStdin, keyFile, fromEnv, apiKey, command, reference, clientId, host } = options;
  const places = [keyStdin, keyFile, fromEnv, apiKey, command, reference];
  const isNamed = places.some((one) => one !== undefined);
  return !isNamed && (signsIn(provider) || clientId !== undefined || host !== undefined);
}

function signInFrom({ clientId, host }: Record<string, unknown>): Partial<AuthLoginInput> {
  return {
    ...(typeof clientId === "string" ? { clientId } : {}),
    ...(typeof host === "string" ? { host } : {}),
  };
}

/** The code is what the command is for: no flag silences it, and it never stands in a document. */
function showCode(context: CliContext, options: Record<string, unknown>) {
  return async ({ code, page }: { code: string; page: URL }): Promise<void> => {
    const { terminal, process } = context.machine;
    terminal.err.write(drawn`Enter the code ${code} at ${page.href}\n`);
    if (mayAsk(context, options) && (await process.openPage(page))) {
      context.note("the page was opened in your browser");
    }
    context.note("waiting until that is done; Ctrl-C gives up");
  };
}

/** Whoever gave another provider's key may have meant it. */
async function askWhetherMeant(
  context: CliContext,
  options: Record<string, unknown>,
  error: unknown,
): Promise<void> {
  const isOthers = error instanceof ModelForgeError && error.code === "usage.confirmation-needed";
  if (!isOthers || !mayAsk(context, options)) throw error;
  const question = drawn`${error.message}. Keep it all the same?`;
  await askForYes(context, question, { usual: false, left: "nothing was stored" });
}

/** The key from the one place that was named, or from whoever types it. */
async function keyFrom(
  context: CliContext,
  provider: string,
  options: Record<string, unknown>,
  program: readonly string[] | undefined,
): Promise<{ apiKey: string } | { command: string[] } | { reference: string }> {
  const { keyStdin, keyFile, fromEnv, apiKey, command, reference } = options;
  const places = [keyStdin, keyFile, fromEnv, apiKey, command, reference];
  const named = places.filter((one) => one !== undefined);
  if (named.length > 1) {
    throw new ModelForgeError("usage.bad-value", {
      message: "the key can be in one place only",
      hint: "leave out all but one of --key-stdin, --key-file, --from-env, --api-key, --command and --reference",
    });
  }
  if (program !== undefined) return { command: [...program] };
  if (typeof reference === "string") return { reference };
  if (keyStdin === true) {
    return { apiKey: readSecretFile(context, "/dev/stdin", "--key-stdin") };
  }
  if (typeof keyFile === "string") {
    return { apiKey: readSecretFile(context, keyFile, "--key-file") };
  }
  if (typeof fromEnv === "string") return { apiKey: fromVariable(context, fromEnv) };
  if (typeof apiKey === "string") {
    context.warn({
      code: "credential.on-the-line",
      message:
        "a key on the line is kept by your shell's history and shown to others by the list of processes; --key-stdin is not",
    });
    return { apiKey };
  }
  if (!mayAsk(context, options)) throw noKey();
  const typed = await context.machine.terminal.prompt(drawn`Key of ${provider}: `, "masked");
  if (typed === undefined)
    throw new ModelForgeError("cancelled", { message: "nothing was stored" });
  return { apiKey: typed };
}

function fromVariable({ machine }: CliContext, name: string): string {
  const value = machine.environment.get(name);
  if (value !== undefined) return value;
  throw new ModelForgeError("usage.bad-value", {
    message: `--from-env: no variable of that name is set`,
    hint: "name the variable, not what it holds",
  });
}

function noProgram(): ModelForgeError {
  return new ModelForgeError("usage.missing-argument", {
    message: "--command and a program behind -- go together",
    hint: "for example --command -- op read op://vault/openai/key",
  });
}

function notBoth(): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: "a passphrase keeps the file; the keychain has its own way of opening",
    hint: "leave out --passphrase or --store keychain",
  });
}

function noKey(): ModelForgeError {
  return new ModelForgeError("usage.missing-argument", {
    message: "the key is missing, and nobody is there to type it",
    hint: "pipe it in with --key-stdin, or name --key-file or --from-env",
  });
}
