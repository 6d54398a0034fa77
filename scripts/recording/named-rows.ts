/** Rows that tests and guides name, or that several tests need beside each other. */
export const namedRows: readonly string[] = [
  "alibaba/qwen3-coder-480b-a35b-instruct",
  "amazon-bedrock/us.anthropic.claude-opus-4-8",
  "anthropic/claude-sonnet-4-5",
  "fireworks-ai/accounts/fireworks/models/gpt-oss-120b",
  "google/gemini-2.5-pro",
  "google/gemini-embedding-001",
  "groq/llama-3.3-70b-versatile",
  "groq/openai/gpt-oss-120b",
  "llmgateway/claude-3-opus",
  "mistral/mistral-embed",
  "mistral/mistral-large-2512",
  "mistral/mistral-large-latest",
  "openai/gpt-5",
  "openai/gpt-5-mini",
  "openai/text-embedding-3-large",
  "openai/text-embedding-3-small",
  "openrouter/openai/gpt-5",
  "openrouter/qwen/qwen3-coder:free",
  "venice/openai-gpt-54-mini",
  "xai/grok-4.3",
];

/** Models that many sell under many names: sameness, offers and recommendations need whole groups. */
export const soldByMany: readonly RegExp[] = [
  /claude-opus-4[-.]8/,
  /claude-sonnet-4[-.]5(?!\d)/,
  /deepseek-v4-pro/i,
  /gemini-2\.5-pro$/,
  /gpt-5$/,
  /gpt-5[.-]?4-mini/,
  /gpt-oss-120b/,
  /llama-3\.3-70b/i,
  /qwen3-coder(-480b-a35b-instruct)?(:free)?$/i,
];

/** Whose newest models people look for first. */
export const wellKnownMakers: readonly string[] = [
  "alibaba",
  "anthropic",
  "cohere",
  "deepseek",
  "google",
  "mistral",
  "moonshotai",
  "nvidia",
  "openai",
  "xai",
  "zhipuai",
];
