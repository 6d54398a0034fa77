import { configuredProviders } from "../../../credentials/from-environment.ts";
import { atHand } from "../../../operations/at-hand.ts";
import type { Move, Wizard } from "./wizard.ts";

/** Those that could be called now first, then all others. */
export async function askProvider(wizard: Wizard): Promise<Move> {
  const { draft } = wizard;
  const all = await providersOf(wizard);
  const at = all.findIndex(({ id }) => id === draft.provider);
  const chosen = await wizard.choose(
    "provider",
    { question: "Which provider?", isSearchable: true, at: Math.max(0, at) },
    all.map(({ id, name, isSetUp }) => ({
      label: id,
      about: isSetUp ? `${name}, set up` : name,
      value: id,
    })),
  );
  if (chosen === undefined) return "back";
  draft.provider = chosen;
  const { template } = await wizard.details();
  if (template.url !== null || template.missing.length > 0) return "next";
  wizard.message = `${chosen} cannot be set up so: ${template.why}`;
  return "again";
}

async function providersOf({ context, browsing }: Wizard) {
  const { view } = browsing;
  const { machine, configuration } = context;
  const having = await atHand({ machine, configuration });
  const setUp = new Set(configuredProviders(view.providerVariables(), having));
  const all = view.columns.providers.toSorted().map((id) => ({
    id,
    name: view.findProvider(id)?.provider.name ?? id,
    isSetUp: setUp.has(id),
  }));
  return [...all.filter(({ isSetUp }) => isSetUp), ...all.filter(({ isSetUp }) => !isSetUp)];
}
