interface WireModel {
  id: string;
  [field: string]: unknown;
}

/** A model as models.dev writes it. */
export function wireModel(id: string, fields: Record<string, unknown> = {}): WireModel {
  return {
    id,
    name: id.toUpperCase(),
    attachment: true,
    reasoning: true,
    tool_call: true,
    temperature: true,
    release_date: "2026-01-02",
    last_updated: "2026-01-02",
    modalities: { input: ["text"], output: ["text"] },
    open_weights: false,
    limit: { context: 200_000, output: 32_000 },
    cost: { input: 1.25, output: 10 },
    ...fields,
  };
}

export function wireProvider(id: string, models: WireModel[]): Record<string, unknown> {
  return {
    id,
    name: id,
    env: [`${id.toUpperCase()}_API_KEY`],
    npm: "@ai-sdk/openai-compatible",
    api: `https://api.${id}.example/v1`,
    doc: `https://${id}.example/docs`,
    models: Object.fromEntries(models.map((model) => [model.id, model])),
  };
}

/** Twelve providers with five models each. `edition` changes a price, and with it the digest. */
export function smallCatalog(edition = 1): Record<string, Record<string, unknown>> {
  const providers: Record<string, Record<string, unknown>> = {};
  for (let at = 0; at < 12; at += 1) {
    const id = at === 0 ? "openai" : `provider-${String(at).padStart(2, "0")}`;
    const models = ["gpt-5", "small", "large", "embed", "vision"].map((name, position) =>
      wireModel(at === 0 || position > 0 ? name : `openai/${name}`, {
        cost: { input: position + edition, output: (position + 1) * 4 },
        ...(position === 3 && at > 6 ? { status: "deprecated" } : {}),
      }),
    );
    providers[id] = wireProvider(id, models);
  }
  return providers;
}
