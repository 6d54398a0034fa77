/** Which values of a row, or of a provider, are unknown where a field of the wire is not understood. */
const lost: readonly [field: string, values: readonly string[]][] = [
  ["model.name", ["name"]],
  ["model.family", ["family"]],
  ["model.status", ["status"]],
  ["model.deprecated", ["status"]],
  ["model.deprecation_date", ["status"]],
  ["model.reasoning", ["capabilities.reasoning"]],
  ["model.tool_call", ["capabilities.tools"]],
  ["model.structured_output", ["capabilities.structured-output"]],
  ["model.attachment", ["capabilities.attachments"]],
  ["model.temperature", ["capabilities.temperature"]],
  ["model.capabilities", ["capabilities"]],
  ["model.modalities", ["modalities.input", "modalities.output"]],
  ["model.modalities.input", ["modalities.input"]],
  ["model.modalities.output", ["modalities.output"]],
  ["model.limit", ["limits.context", "limits.input", "limits.output"]],
  ["model.limit.context", ["limits.context"]],
  ["model.limit.input", ["limits.input"]],
  ["model.limit.output", ["limits.output"]],
  ["model.cost", ["price"]],
  ["model.cost.input", ["price.input"]],
  ["model.cost.output", ["price.output"]],
  ["model.cost.cache_read", ["price.cacheRead"]],
  ["model.cost.cache_write", ["price.cacheWrite"]],
  ["model.cost.reasoning", ["price.reasoning"]],
  ["model.cost.input_audio", ["price.inputAudio"]],
  ["model.cost.output_audio", ["price.outputAudio"]],
  ["model.cost.context_over_200k", ["price.tiers"]],
  ["model.cost.tiers", ["price.tiers"]],
  ["model.open_weights", ["openWeights"]],
  ["model.release_date", ["releaseDate"]],
  ["model.last_updated", ["lastUpdated"]],
  ["model.knowledge", ["knowledge"]],
  ["provider.name", ["name"]],
  ["provider.env", ["env"]],
  ["provider.npm", ["npm"]],
  ["provider.api", ["api"]],
  ["provider.doc", ["doc"]],
];

const byField = new Map(lost);

/** The values that depend on a field, given by its path: `model.limit.context`, `model.cost.tiers[].input`. */
export function valuesAt(path: string): readonly string[] {
  const list = path.indexOf("[]");
  return byField.get(list < 0 ? path : path.slice(0, list)) ?? [];
}

/** The fields of a model that say something of it, each with the values that depend on it or on a member of it. */
export function informativeFields(): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, string[]>();
  for (const [path, values] of lost) {
    const [of, field] = path.split(".");
    if (of !== "model" || field === undefined || nameFields.has(field)) continue;
    fields.set(field, [...(fields.get(field) ?? []), ...values]);
  }
  return fields;
}

// what every list of models has
const nameFields = new Set(["name", "family"]);
