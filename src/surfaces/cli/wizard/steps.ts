import { askHost, askValues, lacksValues, needsTrust } from "./step-address.ts";
import { askCheck, hasCredential } from "./step-check.ts";
import { askCredential, takesCredential } from "./step-credential.ts";
import { askModel } from "./step-model.ts";
import { askPlan } from "./step-plan.ts";
import { askProvider } from "./step-provider.ts";
import { askScope, hasProject } from "./step-scope.ts";
import type { Move, Wizard } from "./wizard.ts";

interface Step {
  name: string;
  /** Absent: always. */
  isAsked?(wizard: Wizard): boolean | Promise<boolean>;
  /** `isBack`: it was come to from the next one. */
  ask(wizard: Wizard, isBack: boolean): Promise<Move>;
}

/** In this order. */
const steps: readonly Step[] = [
  { name: "scope", isAsked: hasProject, ask: askScope },
  { name: "provider", ask: askProvider },
  { name: "credential", isAsked: takesCredential, ask: askCredential },
  { name: "values", isAsked: lacksValues, ask: askValues },
  { name: "host", isAsked: needsTrust, ask: askHost },
  { name: "model", ask: askModel },
  { name: "check", isAsked: hasCredential, ask: askCheck },
  { name: "plan", ask: askPlan },
];

/** Asks until all is answered. Throws `cancelled`. */
export async function askAll(wizard: Wizard): Promise<void> {
  let at = 0;
  let way = 1;
  while (at < steps.length) {
    const step = steps[at];
    if (step === undefined) {
      // before the first there is nothing
      [at, way] = [0, 1];
      wizard.message = "this is the first question; Ctrl-C leaves";
      continue;
    }
    if ((await step.isAsked?.(wizard)) === false) {
      at += way;
      continue;
    }
    const move = await step.ask(wizard, way < 0);
    if (move === "again") continue;
    if (typeof move === "object") [at, way] = [steps.findIndex(({ name }) => name === move.to), 1];
    else {
      way = move === "next" ? 1 : -1;
      at += way;
    }
  }
}
