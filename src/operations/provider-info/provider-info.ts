import { providerId } from "../../catalog/query/provider-id.ts";
import type { ProviderInfo } from "../../catalog/words/provider.ts";
import { isConfigured, ownVariables } from "../../credentials/from-environment.ts";
import { withVariables } from "../../credentials/with-variables.ts";
import { ModelForgeError } from "../../failure.ts";
import type { ProviderTemplate } from "../../providers/template.ts";
import { atHand, ofProviders } from "../at-hand.ts";
import { checkValues } from "../check-values.ts";
import { declaredBy } from "../declared-by.ts";
import { givenValues } from "../given-values.ts";
import { type Operation, ofAllRows } from "../operation.ts";
import { providerNotes } from "../provider-notes.ts";
import { providerSettings } from "../provider-settings.ts";
import type { ProviderInfoInput } from "./input.ts";

export type { ProviderTemplate } from "../../providers/template.ts";

export interface ProviderDetails extends ProviderInfo {
  /** Whether a credential is at hand. */
  configured: boolean;
  /** Variables of ModelForge's own that hold a credential for it, besides `env`. */
  ownVariables: string[];
  /** How many of its models have which status; `stable` where none is named. */
  statuses: Record<string, number>;
  /** The record as received, without its models. */
  wire: unknown;
  /** How it is called, filled with what is at hand. */
  template: ProviderTemplate;
}

export const providerInfo: Operation<ProviderInfoInput, ProviderDetails> = async (
  context,
  input,
  options,
) => {
  const { access, machine } = context;
  const given = givenValues(input.values ?? []);
  // few questions are about one provider: only these load the table of hosts
  const [{ templateOf }, { secretTest }] = await Promise.all([
    import("../../providers/template.ts"),
    import("../../credentials/secrets-at-hand.ts"),
  ]);
  const having = await atHand({ ...context, given });
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
    const { id } = found.provider;
    const { environment, baseUrl } = providerSettings(
      context.configuration,
      withVariables(machine.environment, { behind: having.clouds?.values }),
      id,
      given,
    );
    const filling = {
      valueOf: environment.get,
      isSecret: secretTest(environment),
      declares: declaredBy(ofProviders(context.configuration), given),
    };
    const template = templateOf(found.provider, filling, baseUrl);
    checkValues(id, given, template);
    return {
      ...found.provider,
      configured: isConfigured(found.provider, having),
      ownVariables: ownVariables(found.provider.id),
      statuses: Object.fromEntries(statuses),
      wire: found.wire,
      template,
    };
  });
  return { result, catalog, warnings: [...warnings, ...providerNotes([result])] };
};
