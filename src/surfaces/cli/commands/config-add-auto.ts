import { configAddAuto } from "../../../operations/config-add-auto.ts";
import type { ConfigAddedAuto } from "../../../operations/config-add-auto/choose-and-add.ts";
import {
  type ConfigAddAutoInput,
  configAddAutoFields,
} from "../../../operations/config-add-auto/input.ts";
import { ModelForgeError } from "../../../failure.ts";
import { ask } from "../ask.ts";
import { mayAsk } from "../auth-input.ts";
import type { CliCommand } from "../command.ts";
import { changeFlags, printChanged, readChange } from "../config-output.ts";
import type { CliContext } from "../context.ts";
import { flagsOf } from "../field-flags.ts";
import { drawn } from "../render/drawn.ts";
import { valueFlag } from "../value-flag.ts";
import { yesOrNo } from "../yes-or-no.ts";

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
      const plan = await ask(context, configAddAuto, { ...input, dryRun: true });
      tellPlan(context, plan.result);
      const question = drawn`Use ${chosen(plan.result)}?`;
      const left = "nothing was changed";
      if (!(await yesOrNo(context, question, { usual: true, left }))) {
        context.note(left);
        return undefined;
      }
    }
    const outcome = await ask(context, configAddAuto, input);
    if (isSure && options.json !== true) tellPlan(context, outcome.result);
    await printChanged(context, outcome, options);
    return undefined;
  },
};

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

/** What was considered, with the reasons of the one that was chosen. */
function tellPlan(context: CliContext, { plan }: ConfigAddedAuto): void {
  for (const { ref, chosen: isChosen, reasons, passedOver } of plan) {
    if (passedOver !== null) context.note(`${ref} passed over: ${passedOver}`);
    if (isChosen) for (const reason of reasons) context.note(`${ref}: ${reason}`);
  }
}

function nobodyToAsk(): ModelForgeError {
  return new ModelForgeError("usage.confirmation-needed", {
    message: "the model it chooses would be written, and nobody can be asked",
    hint: "--yes writes it; --dry-run shows what would be written",
    details: { yes: false },
  });
}
