/** How a provider is called that a catalog gives no address for. */
export interface KnownAddress {
  /** What its package would call, with variables that are not filled yet. */
  baseUrl: string;
}

/**
 * Of providers whose package knows the address, so that the catalog names none. Looked through by hand: a package is
 * never left to find out by itself, for a variable like `OPENAI_BASE_URL` would decide where the key goes.
 */
export const knownAddresses: Readonly<Record<string, KnownAddress>> = {
  aihubmix: { baseUrl: "https://aihubmix.com/v1" },
  "amazon-bedrock": { baseUrl: "https://bedrock-runtime.${AWS_REGION}.amazonaws.com" },
  anthropic: { baseUrl: "https://api.anthropic.com/v1" },
  azure: { baseUrl: "https://${AZURE_RESOURCE_NAME}.openai.azure.com/openai/v1" },
  "azure-cognitive-services": {
    baseUrl:
      "https://${AZURE_COGNITIVE_SERVICES_RESOURCE_NAME}.cognitiveservices.azure.com/openai/v1",
  },
  cerebras: { baseUrl: "https://api.cerebras.ai/v1" },
  "cloudflare-ai-gateway": {
    baseUrl:
      "https://gateway.ai.cloudflare.com/v1/${CLOUDFLARE_ACCOUNT_ID}/${CLOUDFLARE_GATEWAY_ID}/compat",
  },
  cohere: { baseUrl: "https://api.cohere.com/v2" },
  deepinfra: { baseUrl: "https://api.deepinfra.com/v1" },
  gitlab: { baseUrl: "https://gitlab.com" },
  google: { baseUrl: "https://generativelanguage.googleapis.com/v1beta" },
  "google-vertex": {
    baseUrl:
      "https://${GOOGLE_VERTEX_LOCATION}-aiplatform.googleapis.com/v1/projects/${GOOGLE_VERTEX_PROJECT}/locations/${GOOGLE_VERTEX_LOCATION}/publishers/google",
  },
  "google-vertex-anthropic": {
    baseUrl:
      "https://${GOOGLE_VERTEX_LOCATION}-aiplatform.googleapis.com/v1/projects/${GOOGLE_VERTEX_PROJECT}/locations/${GOOGLE_VERTEX_LOCATION}/publishers/anthropic/models",
  },
  groq: { baseUrl: "https://api.groq.com/openai/v1" },
  "merge-gateway": { baseUrl: "https://api-gateway.merge.dev/v1" },
  mistral: { baseUrl: "https://api.mistral.ai/v1" },
  openai: { baseUrl: "https://api.openai.com/v1" },
  perplexity: { baseUrl: "https://api.perplexity.ai" },
  togetherai: { baseUrl: "https://api.together.xyz/v1" },
  v0: { baseUrl: "https://api.v0.dev/v1" },
  venice: { baseUrl: "https://api.venice.ai/api/v1" },
  vercel: { baseUrl: "https://ai-gateway.vercel.sh/v3/ai" },
  xai: { baseUrl: "https://api.x.ai/v1" },
};

/** Providers that nobody can set up by variables and values, and why. */
export const withoutTemplate: Readonly<Record<string, string>> = {
  "sap-ai-core": "its key is a document that says itself where it belongs",
};

/** Variables that a provider's tools read and nothing here needs, and why. */
export const notNeeded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "privatemode-ai": { PRIVATEMODE_ENDPOINT: "where its proxy runs; baseUrl says it here" },
};
