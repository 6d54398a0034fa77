import { isRecord } from "./values.ts";

/** Files of other tools that hold models, too, each told by names that no other has together. */
const foreignTools: readonly { names: string; fields: readonly string[] }[] = [
  { names: "LiteLLM's list of prices", fields: ["litellm_provider"] },
  { names: "LiteLLM's list of prices", fields: ["input_cost_per_token"] },
  { names: "Crush's providers", fields: ["cost_per_1m_in"] },
  { names: "Crush's providers", fields: ["base_url", "context_window"] },
  { names: "OpenRouter's list of models", fields: ["top_provider", "pricing"] },
  { names: "OpenRouter's list of models", fields: ["context_length", "pricing"] },
  { names: "genai-prices", fields: ["input_mtok"] },
  { names: "genai-prices", fields: ["api_pattern"] },
  { names: "llm-prices", fields: ["vendor", "input_cached"] },
  { names: "Ollama's list of models", fields: ["parameter_size"] },
  { names: "Ollama's list of models", fields: ["digest", "modified_at"] },
  { names: "Google's list of models", fields: ["supportedGenerationMethods"] },
  { names: "Hugging Face's list of models", fields: ["pipeline_tag"] },
  { names: "Anthropic's list of models", fields: ["has_more", "first_id"] },
  { names: "Cline's list of models", fields: ["contextWindow", "inputPrice"] },
  { names: "the list of models of an OpenAI-compatible server", fields: ["object", "owned_by"] },
  { names: "a configuration of opencode", fields: ["https://opencode.ai/config.json"] },
  { names: "a configuration of Crush", fields: ["https://charm.land/crush.json"] },
  { names: "a JSON Schema", fields: ["$schema", "properties"] },
  { names: "a package.json", fields: ["version", "dependencies"] },
];

/** What a document that is no catalog looks like; undefined where nobody knows. */
export function foreignToolOf(document: unknown): string | undefined {
  const seen = new Set<string>();
  collect(document, deepest, seen);
  return foreignTools.find(({ fields }) => fields.every((field) => seen.has(field)))?.names;
}

const deepest = 6;
// a few entries of each level say what all of them are
const mostEntries = 12;
const mostSeen = 2_000;

/** The names of fields, and what `$schema` says. */
function collect(value: unknown, levels: number, seen: Set<string>): void {
  if (levels === 0 || typeof value !== "object" || value === null || seen.size > mostSeen) return;
  if (!isRecord(value)) {
    for (const entry of (value as unknown[]).slice(0, mostEntries))
      collect(entry, levels - 1, seen);
    return;
  }
  for (const [name, entry] of Object.entries(value).slice(0, 4 * mostEntries)) {
    seen.add(name);
    if (name === "$schema" && typeof entry === "string") seen.add(entry);
  }
  for (const entry of Object.values(value).slice(0, mostEntries)) collect(entry, levels - 1, seen);
}
