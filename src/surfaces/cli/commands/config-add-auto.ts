import { configAddAuto } from "../../../operations/config-add-auto.ts";
import type { ConfigAddedAuto } from "../../../operations/config-add-auto/choose-and-add.ts";
import {
  type ConfigAddAutoInput,
  configAddAutoFields,
} from "../../../operations/config-add-auto/input.ts";
import { ModelForgeError, retold } from "../../../failure.ts";
import type { Outcome } from "../../../operations/operation.ts";
import { ask } from "../ask.ts";
import { mayAsk } from "../auth-input.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, printChanged, readChange } from "../config-output.ts";
import type { CliContext } from "../context.ts";
import { flagsOf } from "../field-flags.ts";
import { drawn } from "../render/drawn.ts";
import { valueFlag } from "../value-flag.ts";
import { askForYes } from "../yes-or-no.ts";

const { useCase, budget, provider, any, alias } = configAddAutoFields;

export const configAddAutoCommand: CliCommand = {
  examples: [
    "modelforge config add-auto --use-case coding --budget 3",
    "modelforge config add-auto --provider anthropic --yes",
    "modelforge config add-auto --use-case vision --any --dry-run",
  ],
  flags: [
    ...flagsOf({ useCase, budget, provider, any, alias }),
    valueFlag,
    { name: "--yes", about: "write it without asking" },
    ...changeFlags,
  ],
  run: async (context, { options }) => {
    const input = readInput(options);
    const isSure = options.yes === true || input.dryRun === true;
    if (!isSure && !mayAsk(context, options)) throw nobodyToAsk();
    if (!isSure) {
      const plan = await asked(context, { ...input, dryRun: true });
      tellPlan(context, plan.result);
      const question = drawn`Use ${chosen(plan.result)}?`;
      await askForYes(context, question, { usual: true, left: "nothing was changed" });
    }
    const outcome = await asked(context, input);
    if (isSure && options.json !== true) tellPlan(context, outcome.result);
    await printChanged(context, outcome, options);
    return undefined;
  },
};

/** With the flag that would help in what is said where nobody could be called, or nothing is left. */
async function asked(
  context: CliContext,
  input: ConfigAddAutoInput,
): Promise<Outcome<ConfigAddedAuto>> {
  try {
    return await ask(context, configAddAuto, input);
  } catch (error) {
    if (!(error instanceof ModelForgeError) || input.any === true) throw error;
    const { code, hint } = error;
    if (code !== "credential.missing" && code !== "model.not-found") throw error;
    throw retold(error, { hint: `${hint}; --any chooses among all providers` });
  }
}

function readInput(options: Record<string, unknown>): ConfigAddAutoInput {
  const names = ["useCase", "budget", "provider", "any", "alias"] as const;
  const given = names.flatMap((name) =>
    options[name] === undefined ? [] : [[name, options[name]] as const],
  );
  return {
    ...(Object.fromEntries(given) as ConfigAddAutoInput),
    values: (options.value ?? []) as string[],
    ...readChange(options),
  };
}

function chosen({ plan }: ConfigAddedAuto): string {
  return plan.find((one) => one.chosen)?.ref ?? "";
}

/** What was considered, with the reasons of the one that was chosen, and what would come next. */
function tellPlan(context: CliContext, { plan }: ConfigAddedAuto): void {
  for (const { ref, chosen: isChosen, reasons, passedOver } of plan) {
    if (passedOver !== null) context.note(`${ref} passed over: ${passedOver}`);
    if (isChosen) for (const reason of reasons) context.note(`${ref}: ${reason}`);
  }
  const others = plan.filter((one) => !one.chosen && one.passedOver === null);
  if (others.length > 0) context.note(`next best: ${others.map(({ ref }) => ref).join(", ")}`);
}

function nobodyToAsk(): ModelForgeError {
  return new ModelForgeError("usage.confirmation-needed", {
    message: "the model it chooses would be written, and nobody can be asked",
    hint: "--yes writes it; --dry-run shows what would be written",
    details: { yes: false },
  });
}
