import type { Configuration } from "../config/configuration.ts";

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
