import type { Configuration } from "../config/configuration.ts";
import { splitRef } from "../catalog/words/ref.ts";

/** Where a model of the person's own stands in a configuration. */
export function ownModelPath(provider: string, id: string): string[] {
  return ["providers", provider, "models", id];
}

/** The refs of the models that were added to a configuration. Throws `config.unreadable`. */
export function ownModels(configuration: Pick<Configuration, "leaves">): string[] {
  const refs = configuration.leaves.flatMap(({ path: [section, provider, models, id] }) =>
    section === "providers" && models === "models" ? [`${provider}/${id}`] : [],
  );
  return [...new Set(refs)];
}

/** Whether a name is the ref of one of them. */
export function isOwnModel(configuration: Pick<Configuration, "leaves">, name: string): boolean {
  return splitRef(name.trim()) !== undefined && ownModels(configuration).includes(name.trim());
}
