import type { ProviderVariables } from "../catalog/words/provider.ts";
import type { CatalogView } from "../catalog/view.ts";
import {
  type AtHand,
  configuredProviders,
  heldBack,
  ownVariables,
} from "../credentials/from-environment.ts";
import type { Warning } from "../failure.ts";
import { atHand } from "./at-hand.ts";
import type { OperationContext } from "./operation.ts";

/** Gives the ids of the providers that could be called now; what there is to say of the others is added to `notes`. */
export function configuredIn(
  view: Pick<CatalogView, "providerVariables">,
  context: Pick<OperationContext, "machine" | "configuration">,
  notes: Warning[],
): () => string[] {
  return () => {
    const environment = atHand(context);
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
    notes.push({
      code: "configured.none",
      message: `no credential is at hand${advice(providers)}`,
    });
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
