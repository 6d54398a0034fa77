import { authTrust } from "../../../operations/auth-trust/auth-trust.ts";
import { readOrigin } from "../../../credentials/hosts/read-origin.ts";
import { ModelForgeError } from "../../../failure.ts";
import { ask } from "../ask.ts";
import { providerFlag, readProviders } from "../auth-input.ts";
import type { CliCommand } from "../command.ts";
import { confirm } from "../confirm.ts";
import { documentFlags, printDocument } from "../document-output.ts";
import { drawn, joined } from "../render/drawn.ts";

export const authTrustCommand: CliCommand = {
  examples: [
    "modelforge auth trust openai proxy.example:8443 --yes",
    "modelforge auth trust vllm http://10.0.0.5:8000 --yes",
    "modelforge auth trust --list",
  ],
  arguments: [
    { name: "provider", about: "whose credentials", completes: "provider" },
    { name: "address", about: "the host, host:port or URL that may have them" },
  ],
  flags: [
    providerFlag,
    { name: "--list", about: "only show what is trusted" },
    { name: "--remove", about: "take the trust away again" },
    { name: "--yes", about: "do not ask whether you are sure" },
    ...documentFlags,
  ],
  run: async (context, { args, options }) => {
    const flagged = readProviders([], options);
    const [provider, address, more] = options.list === true ? [] : [...flagged, ...args];
    const isSurplus = more !== undefined || (options.list === true && args.length > 0);
    if (isSurplus) {
      throw new ModelForgeError("usage.bad-value", {
        message: "one provider and one address at a time; --list stands alone",
        hint: "for example modelforge auth trust vllm http://10.0.0.5:8000",
      });
    }
    const remove = options.remove === true;
    if (provider !== undefined && address !== undefined && !remove && options.yes !== true) {
      const origin = readOrigin(address);
      const question = `Let credentials of ${provider} go to ${origin}?`;
      await confirm(context, options, question, { flag: "--yes", left: "nothing was trusted" });
    }
    const input = {
      ...(provider === undefined ? {} : { provider }),
      ...(address === undefined ? {} : { address }),
      remove,
    };
    const outcome = await ask(context, authTrust, input);
    const isAsked = provider === undefined;
    await printDocument(context, outcome, options, ({ trusted, changed }) => {
      if (isAsked) return joined(trusted.map((one) => drawn`${one.provider} ${one.origin}\n`));
      if (changed === null) return drawn``;
      const verb = remove ? "no longer trusted" : "trusted";
      return drawn`${changed.origin} is ${verb} with credentials of ${changed.provider}\n`;
    });
    const { trusted, changed } = outcome.result;
    if (isAsked && trusted.length === 0) context.note("no address is trusted besides those known");
    if (!isAsked && changed === null) context.note("nothing had to be changed");
    return undefined;
  },
};
