import type { ProviderInfo } from "../../catalog/words/provider.ts";
import { configuredProviders } from "../../credentials/from-environment.ts";
import { atHand } from "../at-hand.ts";
import { configuredNotes } from "../configured.ts";
import { lacksAny } from "../may-lack.ts";
import { type Operation, ofAllRows } from "../operation.ts";
import { providerNotes } from "../provider-notes.ts";
import type { ListProvidersInput } from "./input.ts";

export const listProviders: Operation<ListProvidersInput, ProviderInfo[]> = async (
  context,
  input,
  options,
) => {
  const { access, machine } = context;
  const { result, catalog, warnings } = await access.ask(ofAllRows(options), (view) =>
    view.providers(),
  );
  const asksConfigured = input.configured === true;
  const environment = asksConfigured ? await atHand(context) : machine.environment;
  const ids = asksConfigured ? configuredProviders(result, environment) : [];
  const notes = asksConfigured ? configuredNotes(result, ids, environment) : [];
  const held = new Set(ids);
  const wanted = input.configured === true ? result.filter(({ id }) => held.has(id)) : result;
  const sorted = sortProviders(wanted, input);
  const shown = sorted.slice(0, input.limit);
  const lacking = lacksAny(shown) ? providerNotes(shown) : [];
  return { result: shown, catalog, warnings: [...warnings, ...notes, ...lacking] };
};

function sortProviders(providers: ProviderInfo[], input: ListProvidersInput): ProviderInfo[] {
  const sign = input.descending === true ? -1 : 1;
  const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const compare = {
    id: (a: ProviderInfo, b: ProviderInfo) => byText(a.id, b.id),
    name: (a: ProviderInfo, b: ProviderInfo) => byText(a.name.toLowerCase(), b.name.toLowerCase()),
    models: (a: ProviderInfo, b: ProviderInfo) => b.models - a.models,
  }[input.sort ?? "id"];
  return [...providers].sort((a, b) => sign * compare(a, b) || byText(a.id, b.id));
}
