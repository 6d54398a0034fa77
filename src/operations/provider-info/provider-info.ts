import { providerId } from "../../catalog/query/provider-id.ts";
import type { ProviderInfo } from "../../catalog/words/provider.ts";
import { isConfigured, ownVariables } from "../../credentials/from-environment.ts";
import { withStored } from "../../credentials/with-stored.ts";
import { ModelForgeError } from "../../failure.ts";
import { type Operation, ofAllRows } from "../operation.ts";
import { providerNotes } from "../provider-notes.ts";
import type { ProviderInfoInput } from "./input.ts";

export interface ProviderDetails extends ProviderInfo {
  /** Whether a credential is at hand. */
  configured: boolean;
  /** Variables of ModelForge's own that hold a credential for it, besides `env`. */
  ownVariables: string[];
  /** How many of its models have which status; `stable` where none is named. */
  statuses: Record<string, number>;
  /** The record as received, without its models. */
  wire: unknown;
}

export const providerInfo: Operation<ProviderInfoInput, ProviderDetails> = async (
  { access, machine },
  input,
  options,
) => {
  const { result, catalog, warnings } = await access.ask(ofAllRows(options), (view) => {
    const found = view.findProvider(providerId(input.provider, view));
    if (found === undefined) {
      throw new ModelForgeError("internal.bug", { message: `${input.provider} is gone` });
    }
    const { columns } = view;
    const position = columns.providers.indexOf(found.provider.id);
    const statuses = new Map<string, number>();
    columns.provider.forEach((provider, row) => {
      if (provider !== position) return;
      const status = columns.statuses[(columns.status[row] as number) - 1] ?? "stable";
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
    return {
      ...found.provider,
      configured: isConfigured(found.provider, withStored(machine)),
      ownVariables: ownVariables(found.provider.id),
      statuses: Object.fromEntries(statuses),
      wire: found.wire,
    };
  });
  return { result, catalog, warnings: [...warnings, ...providerNotes([result])] };
};
