import type { CatalogView } from "../../catalog/view.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { type ProviderTemplate, templateOf } from "../../providers/template.ts";
import type { PythonConfig } from "./python-config.ts";

/** What the catalog says of what a file names: it is asked once, before anything is locked. */
export interface KnownModels {
  /** Undefined where the catalog lacks it. */
  model(provider: string, id: string): { id: string; name: string } | undefined;
  /** Where it is called; undefined where nobody knows. */
  address(provider: string): string | undefined;
  /** Whether the catalog has models of that id. */
  isId(name: string): boolean;
}

type Filling = Parameters<typeof templateOf>[1];

export function knownModels(
  view: CatalogView,
  configs: readonly PythonConfig[],
  filling: Filling,
): KnownModels {
  const models = new Map<string, { id: string; name: string }>();
  const addresses = new Map<string, ProviderTemplate["baseUrl"]>();
  const ids = new Set<string>();
  for (const provider of configs.flatMap((one) => one.providers)) {
    const whose = provider.id;
    const found = view.findProvider(whose)?.provider;
    if (found?.id === whose) addresses.set(whose, templateOf(found, filling).baseUrl);
    for (const { id, alias } of provider.models) {
      // Google's own tools write models/gemini-2.5-pro
      const model = [id, id.replace(/^models\//, "")]
        .map((one) => view.findModelEntry(`${whose}/${one}`))
        .find((one) => one !== undefined);
      const meant = model === undefined ? undefined : splitRef(model.ref)?.id;
      if (model !== undefined && meant !== undefined) {
        models.set(JSON.stringify([whose, id]), { id: meant, name: view.modelAt(model.row).name });
      }
      if (view.findId(alias) !== undefined) ids.add(alias);
    }
  }
  return {
    model: (provider, id) => models.get(JSON.stringify([provider, id])),
    address: (provider) => addresses.get(provider) ?? undefined,
    isId: (name) => ids.has(name),
  };
}
