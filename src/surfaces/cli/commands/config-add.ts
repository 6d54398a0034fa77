import type { ConfigAdded } from "../../../operations/config-added.ts";
import { configAdd } from "../../../operations/config-add/config-add.ts";
import type { ConfigAddInput } from "../../../operations/config-add/input.ts";
import { ModelForgeError } from "../../../failure.ts";
import type { Outcome } from "../../../operations/operation.ts";
import { ask } from "../ask.ts";
import { mayAsk } from "../auth-input.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, printChanged, readChange, unlistedFlag } from "../config-output.ts";
import type { CliContext } from "../context.ts";
import { text } from "../option-values.ts";
import { drawn } from "../render/drawn.ts";
import { valueFlag } from "../value-flag.ts";
import { typed } from "../yes-or-no.ts";

export const configAddCommand: CliCommand = {
  examples: [
    "modelforge config add openai/gpt-5 --use",
    "modelforge config add --provider azure --model gpt-5 --value AZURE_RESOURCE_NAME=my-resource",
    "modelforge config add openai/ft:gpt-5:mine --unlisted --alias mine",
  ],
  arguments: [{ name: "model", completes: "model", about: "a ref, or any other name" }],
  flags: [
    { name: "--model", about: "the same", takes: text("model", "model") },
    {
      name: "--provider",
      about: "whose, where its name does not say",
      takes: text("provider", "provider"),
    },
    valueFlag,
    {
      name: "--deployment",
      about: "the name under which the provider runs it",
      takes: text("name"),
    },
    { name: "--alias", about: "give it a name of your own, too", takes: text("name") },
    { name: "--use", about: "make it the model in use, too" },
    unlistedFlag,
    ...changeFlags,
  ],
  run: async (context, { args, options }) => {
    const input = readInput(args, options);
    const outcome = await added(context, input, options);
    await printChanged(context, outcome, options);
    return undefined;
  },
};

function readInput(args: readonly string[], options: Record<string, unknown>): ConfigAddInput {
  const named = args[0] ?? options.model;
  if (typeof named !== "string") {
    throw new ModelForgeError("usage.missing-argument", {
      message: "which model is to be added?",
      hint: "for example modelforge config add openai/gpt-5",
    });
  }
  if (args[0] !== undefined && options.model !== undefined && args[0] !== options.model) {
    throw new ModelForgeError("usage.bad-value", {
      message: "two models are named, on the line and by --model",
      hint: "name one of them",
      details: { model: args[0] },
    });
  }
  const texts = ["provider", "deployment", "alias"] as const;
  const given = texts.flatMap((name) =>
    options[name] === undefined ? [] : [[name, options[name]]],
  );
  return {
    model: named,
    ...(Object.fromEntries(given) as Pick<ConfigAddInput, (typeof texts)[number]>),
    values: (options.value ?? []) as string[],
    use: options.use === true,
    unlisted: options.unlisted === true,
    ...readChange(options),
  };
}

/** What the address of the provider needs is asked for where somebody can answer. */
async function added(
  context: CliContext,
  input: ConfigAddInput,
  options: Record<string, unknown>,
): Promise<Outcome<ConfigAdded>> {
  const values = [...(input.values ?? [])];
  for (;;) {
    try {
      return await ask(context, configAdd, { ...input, values });
    } catch (error) {
      const name = missingIn(error);
      if (name === undefined || input.project === true || !mayAsk(context, options)) throw error;
      const value = await typed(context, drawn`${name}: `, "nothing was changed");
      if (value === "") throw error;
      values.push(`${name}=${value}`);
    }
  }
}

/** The first value that an address lacks. */
function missingIn(error: unknown): string | undefined {
  if (!(error instanceof ModelForgeError) || error.code !== "usage.missing-argument")
    return undefined;
  const { missing } = error.details;
  return Array.isArray(missing) ? String(missing[0]) : undefined;
}
