import { ofProviders } from "../../../operations/at-hand.ts";
import { keysOf } from "../../../operations/declared-by.ts";
import { calledAt } from "../../../operations/where-they-may-go.ts";
import { openCredential } from "../../../credentials/open-credential.ts";
import { variablesFor } from "../../../credentials/variables-for.ts";
import { getProvider, providersIn } from "../../../credentials/provider-meant.ts";
import { accountsIn } from "../../../credentials/store/document.ts";
import { readStore } from "../../../credentials/store/read-store.ts";
import { said } from "../../../catalog/words/said.ts";
import { ModelForgeError } from "../../../failure.ts";
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

export const authExecCommand: CliCommand = {
  examples: [
    "modelforge auth exec openai -- node summarise.js",
    "modelforge auth exec -- my-agent",
  ],
  arguments: [providersArgument],
  flags: [providerFlag, accountFlag, passphraseFdFlag],
  takesProgram: true,
  run: async (context, { args, options, program = [] }) => {
    const [name] = program;
    if (name === undefined) {
      throw new ModelForgeError("usage.missing-argument", {
        message: "the program is missing that is to have the credentials",
        hint:
          readProviders(args, options).length > 0
            ? "-- stands in front of it: modelforge auth exec openai -- node summarise.js"
            : "for example modelforge auth exec openai -- node summarise.js",
      });
    }
    const { machine } = context;
    const store = await readStore(machine);
    context.warnAll(store.warnings);
    const accounts = accountsIn(store.document);
    const own = ofProviders(context.configuration);
    const known = [...providersIn(store.document), ...calledAt(own).keys()];
    const named = readProviders(args, options);
    const asked = named.map((one) => getProvider(one, known, machine.environment));
    const providers = asked.length > 0 ? asked : accounts.map((one) => one.provider);
    let passphrase: Promise<string | undefined> | undefined;
    const ask = () => (passphrase ??= passphraseFor(context, options, store.document));
    const environment = new Map<string, string>();
    // whose key a variable holds: what the program would find in it by itself may be one that does not count
    const owners = new Map<string, string>();
    for (const provider of new Set(providers)) {
      const keys = keysOf(own, provider);
      const { secret } = await openCredential(machine, store, provider, {
        ...readAccount(options),
        named: keys,
        ask,
      });
      for (const variable of variablesFor(provider, keys)) {
        const owner = owners.get(variable);
        if (owner === undefined) environment.set(variable, secret.reveal());
        else if (environment.get(variable) !== secret.reveal()) {
          const message = `${variable} is the key of ${owner}; that of ${provider} has no other variable, and is not handed on`;
          context.warn({ code: "credential.one-variable", message });
        }
        owners.set(variable, owner ?? provider);
      }
    }
    const code = await machine.process.run(program, Object.fromEntries(environment));
    if (code !== undefined) return code;
    throw new ModelForgeError("usage.bad-value", {
      message: `no program ${said(name)} could be started`,
      hint: "behind -- stands a program, then its words; no shell reads them",
      details: { program: name },
    });
  },
};
