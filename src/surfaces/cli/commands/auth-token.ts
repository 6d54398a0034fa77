import { ofProviders } from "../../../operations/at-hand.ts";
import { keysOf } from "../../../operations/declared-by.ts";
import { calledAt } from "../../../operations/where-they-may-go.ts";
import { openCredential } from "../../../credentials/open-credential.ts";
import { getProvider, providersIn } from "../../../credentials/provider-meant.ts";
import { readStore } from "../../../credentials/store/read-store.ts";
import { ModelForgeError } from "../../../failure.ts";
import {
  accountFlag,
  passphraseFdFlag,
  passphraseFor,
  providerArgument,
  providerFlag,
  readAccount,
  readProvider,
} from "../auth-input.ts";
import type { CliCommand } from "../command.ts";
import { isRedirected } from "../common-flags.ts";
import { drawn } from "../render/drawn.ts";
import { inTheOpen } from "../without-secrets.ts";

export const authTokenCommand: CliCommand = {
  examples: ["modelforge auth token openai", "modelforge auth token openai --account work"],
  arguments: [providerArgument],
  flags: [
    providerFlag,
    accountFlag,
    passphraseFdFlag,
    { name: "--yes", about: "print it although a terminal shows it" },
  ],
  run: async (context, { args, options }) => {
    const name = readProvider(args, options);
    if (options.json === true || isRedirected(options)) {
      throw new ModelForgeError("usage.bad-value", {
        message: "a key is printed alone, into a pipe: it is in no document and no file of ours",
        hint: "leave out --json, --jq and --output-file",
      });
    }
    const { machine } = context;
    if (machine.terminal.out.isTerminal && options.yes !== true) {
      throw new ModelForgeError("usage.confirmation-needed", {
        message: "the key would stay on the screen",
        hint: "it is meant for a pipe; add --yes to see it all the same",
      });
    }
    const store = await readStore(machine);
    const own = ofProviders(context.configuration);
    const known = [...providersIn(store.document), ...calledAt(own).keys()];
    const provider = getProvider(name, known, machine.environment);
    context.warnAll(store.warnings);
    const { secret } = await openCredential(machine, store, provider, {
      ...readAccount(options),
      named: keysOf(own, provider),
      ask: () => passphraseFor(context, options, store.document),
    });
    context.note(`this is the key of ${provider}, in the open`);
    inTheOpen(() => context.print(drawn`${secret.reveal()}\n`));
    return undefined;
  },
};
