import type { ProviderVariables } from "../catalog/words/provider.ts";
import type { CatalogView } from "../catalog/view.ts";
import {
  type AtHand,
  configuredProviders,
  heldBack,
  ownVariables,
  whyNotCallable,
} from "../credentials/from-environment.ts";
import type { Warning } from "../failure.ts";
import { atHand } from "./at-hand.ts";
import { leftOut } from "./left-out.ts";
import type { OperationContext } from "./operation.ts";

/** What there is to call providers with, where a question asks for it: nothing of it is looked for else. */
export async function atHandFor(
  isAsked: boolean | undefined,
  context: Pick<OperationContext, "machine" | "configuration" | "given">,
): Promise<AtHand> {
  return isAsked === true ? atHand(context) : context.machine.environment;
}

/** Gives the ids of the providers that could be called now; what there is to say of the others is added to `notes`. */
export function configuredIn(
  view: Pick<CatalogView, "providerVariables">,
  environment: AtHand,
  notes: Warning[],
): () => string[] {
  return () => {
    const providers = view.providerVariables();
    const ids = configuredProviders(providers, environment);
    notes.push(...configuredNotes(providers, ids, environment));
    return ids;
  };
}

/** That nobody could be called and how to change that, and who is left out although a variable of theirs is set. */
export function configuredNotes(
  providers: readonly ProviderVariables[],
  configured: readonly string[],
  environment: AtHand,
): Warning[] {
  const notes: Warning[] = [];
  for (const [variable, ids] of heldBack(providers, environment)) {
    const own = ids.map((id) => ownVariables(id)[0]).join(" or ");
    notes.push({
      code: "configured.other-reasons",
      message: `${variable} is set for other reasons too: ${ids.join(", ")} left out; ${own} counts`,
    });
  }
  if (configured.length === 0) {
    const all = providers.flatMap((one) => whyNotCallable(one, environment) ?? []);
    const left = all.filter(({ why }) => why !== "credential");
    const message =
      left.length > 0
        ? `no provider could be called now: ${leftOut(left).join("; ")}`
        : `no credential is at hand${advice(providers)}`;
    notes.push({ code: "configured.none", message });
  }
  return notes;
}

// whoever has a key has one of these, more often than not
const usual = ["openai", "anthropic", "google", "openrouter"];

function advice(providers: readonly ProviderVariables[]): string {
  const variables = usual.flatMap((id) => providers.find((one) => one.id === id)?.env[0] ?? []);
  const some = variables.length > 0 ? variables : providers.flatMap(({ env }) => env).slice(0, 3);
  return some.length === 0 ? "" : `: set ${some.join(", ")} or another that providers info names`;
}
