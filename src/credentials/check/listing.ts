import { ownEntry } from "../../catalog/words/own-entry.ts";
import { hostTable } from "../hosts/table.ts";
import type { TrustedOrigin } from "../hosts/may-go-to.ts";

/** What a catalog says of how a provider is reached; none of it is believed where a credential goes. */
export interface Reached {
  api: string | null;
  npm: string | null;
  /** Whether it is the person who says where, so that nothing else is asked. */
  isSaid?: true;
}

/** How a credential stands in a request. */
export type Style = "bearer" | "anthropic" | "google" | "azure";

/** Where the models of a provider are listed. */
export interface Listing {
  /** As it is written, with variables that are not filled yet. */
  address: string;
  style: Style;
}

/** Of providers whose package knows the address, and of those whose list everybody may read. */
const known: Readonly<Record<string, readonly [address: string, style: Style]>> = {
  aihubmix: ["https://aihubmix.com/v1/models", "bearer"],
  anthropic: ["https://api.anthropic.com/v1/models", "anthropic"],
  azure: ["https://${AZURE_RESOURCE_NAME}.openai.azure.com/openai/v1/models", "azure"],
  cerebras: ["https://api.cerebras.ai/v1/models", "bearer"],
  cohere: ["https://api.cohere.com/v1/models", "bearer"],
  deepinfra: ["https://api.deepinfra.com/v1/openai/models", "bearer"],
  google: ["https://generativelanguage.googleapis.com/v1beta/models", "google"],
  groq: ["https://api.groq.com/openai/v1/models", "bearer"],
  "merge-gateway": ["https://api-gateway.merge.dev/v1/models", "bearer"],
  mistral: ["https://api.mistral.ai/v1/models", "bearer"],
  openai: ["https://api.openai.com/v1/models", "bearer"],
  // its list is everybody's
  openrouter: ["https://openrouter.ai/api/v1/key", "bearer"],
  togetherai: ["https://api.together.xyz/v1/models", "bearer"],
  venice: ["https://api.venice.ai/api/v1/models", "bearer"],
  vercel: ["https://ai-gateway.vercel.sh/v1/models", "bearer"],
  xai: ["https://api.x.ai/v1/models", "bearer"],
};

/** Packages by the header their servers want; any other takes a bearer. */
const styles: Readonly<Record<string, Style>> = {
  "@ai-sdk/anthropic": "anthropic",
  "@ai-sdk/google": "google",
  "@ai-sdk/azure": "azure",
};

/** The list of a provider: what a catalog says goes before what is known, so that what is asked is what would be called. */
export function listingOf(
  provider: string,
  reached: Reached | undefined,
  trusted: readonly TrustedOrigin[],
): Listing | undefined {
  const own = ownEntry(known, provider);
  const api = reached?.api ?? undefined;
  const style = ownEntry(styles, reached?.npm ?? "") ?? own?.[1] ?? "bearer";
  if (api !== undefined && (provider !== "openrouter" || reached?.isSaid === true))
    return { address: listBelow(api), style };
  if (own !== undefined) return { address: own[0], style: own[1] };
  const origin = trusted.find((one) => one.provider === provider)?.origin;
  const isOwn = ownEntry(hostTable, provider) === undefined;
  return isOwn && origin !== undefined ? { address: `${origin}/v1/models`, style } : undefined;
}

/** One catalog names the whole path of its calls. */
function listBelow(api: string): string {
  return `${api.replace(/\/+$/, "").replace(/\/chat\/completions$/, "")}/models`;
}
