import { capabilities } from "../../../catalog/words/capability.ts";
import { configAlias } from "../../../operations/config-alias/config-alias.ts";
import type { ConfigAliasInput } from "../../../operations/config-alias/input.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, printChanged, readChange, unlistedFlag } from "../config-output.ts";
import { list } from "../option-values.ts";
import { valueFlag } from "../value-flag.ts";

const lists = ["fallback", "need", "parameter"] as const;

export const configAliasCommand: CliCommand = {
  examples: [
    "modelforge config alias fast openai/gpt-5-mini",
    "modelforge config alias fast --fallback google/gemini-2.5-flash --need tools,vision",
    "modelforge config alias small openai/gpt-5-nano --parameter temperature=0.2",
    "modelforge config alias fast --remove --need vision",
    "modelforge config alias fast --remove",
  ],
  arguments: [
    { name: "name", isNeeded: true, completes: "alias", about: "a name of your own" },
    { name: "model", completes: "model", about: "what it stands for" },
  ],
  flags: [
    {
      name: "--fallback",
      about: "what to take where that cannot answer, in this order",
      takes: list("model", "anthropic/claude-haiku-4-5", "model"),
    },
    {
      name: "--need",
      about: "capabilities that each of these has to have",
      takes: list("capability", "tools,vision", capabilities),
    },
    {
      ...valueFlag,
      name: "--parameter",
      about: "what is sent with each call; again for another",
    },
    { name: "--remove", about: "take the alias away, or of it what other flags name" },
    unlistedFlag,
    ...changeFlags,
  ],
  run: async (context, { args, options }) => {
    const [name = "", model] = args;
    const given = lists.flatMap((one) =>
      options[one] === undefined ? [] : [[one, options[one]] as const],
    );
    const input = {
      name,
      ...(model === undefined ? {} : { model }),
      ...(Object.fromEntries(given) as Pick<ConfigAliasInput, (typeof lists)[number]>),
      remove: options.remove === true,
      unlisted: options.unlisted === true,
      ...readChange(options),
    };
    const outcome = await ask(context, configAlias, input);
    await printChanged(context, outcome, options);
    return undefined;
  },
};
