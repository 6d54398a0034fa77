import { authLogout } from "../../../operations/auth-logout/auth-logout.ts";
import { authLogoutFields } from "../../../operations/auth-logout/input.ts";
import { ModelForgeError } from "../../../failure.ts";
import { ask } from "../ask.ts";
import {
  accountFlag,
  providerArgument,
  providerFlag,
  readAccount,
  readProviders,
} from "../auth-input.ts";
import type { CliCommand } from "../command.ts";
import { confirm } from "../confirm.ts";
import { documentFlags, printDocument } from "../document-output.ts";
import { flagsOf } from "../field-flags.ts";
import { drawn, joined } from "../render/drawn.ts";

export const authLogoutCommand: CliCommand = {
  examples: ["modelforge auth logout openai", "modelforge auth logout openai --account work"],
  arguments: [providerArgument],
  flags: [
    providerFlag,
    accountFlag,
    { name: "--all", about: "of every provider" },
    ...flagsOf({ forget: authLogoutFields.forget }),
    { name: "--yes", about: "do not ask whether you are sure" },
    ...documentFlags,
  ],
  run: async (context, { args, options }) => {
    const [provider, another] = readProviders(args, options);
    if (another !== undefined || (provider !== undefined && options.all === true)) {
      throw new ModelForgeError("usage.bad-value", {
        message: "one provider at a time, or --all",
        hint: "leave one out",
      });
    }
    if (options.all === true && options.yes !== true) {
      const how = { flag: "--yes", left: "nothing was removed" };
      await confirm(context, options, "Remove every stored credential?", how);
    }
    const outcome = await ask(context, authLogout, {
      ...(provider === undefined ? {} : { provider }),
      ...readAccount(options),
      all: options.all === true,
      forget: options.forget === true,
    });
    await printDocument(context, outcome, options, ({ removed }) =>
      joined(removed.map((one) => drawn`removed ${one.provider} (${one.account})\n`)),
    );
    if (outcome.result.removed.length === 0) context.note("no credential is stored");
    return undefined;
  },
};
