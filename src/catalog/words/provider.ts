/** How a provider lets callers in. */
export const authMethods = ["api-key", "device-flow", "cloud-credentials", "none"] as const;

export type AuthMethod = (typeof authMethods)[number];

/** What tells whether a credential for a provider is at hand. */
export type ProviderVariables = Pick<ProviderInfo, "id" | "env">;

/** A service one can call. Source: models.dev, normalised. */
export interface ProviderInfo {
  id: string;
  name: string;
  /** Environment variables the provider's tools read; the catalog does not say whether all or one of them is needed. */
  env: string[];
  /** AI SDK package named by the catalog. Untrusted: never installed because it stands here. */
  npm: string | null;
  /** Base URL of the API; may hold `${VAR}` templates. */
  api: string | null;
  /** Documentation URL. */
  doc: string | null;
  /** Empty where the catalog does not say. */
  auth: AuthMethod[];
  /** How many models it sells. */
  models: number;
  /** What of it the source wrote in a way that is not understood, by its name here: `env`. Absent where all was. */
  notUnderstood?: string[];
}
