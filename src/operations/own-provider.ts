import type { ProviderInfo } from "../catalog/words/provider.ts";
import type { Leaf } from "../config/layers.ts";

/** A provider as a configuration describes it; of what it does not say nothing is known. `own`: what it says of providers. */
export function ownProvider(id: string, own: readonly Leaf[]): ProviderInfo {
  const said = own.filter(({ path }) => path.length === 3 && path[1] === id);
  const valueOf = (name: string): unknown => said.find(({ path }) => path[2] === name)?.value;
  const api = valueOf("baseUrl");
  const env = valueOf("env");
  return {
    id,
    name: id,
    env: Array.isArray(env) ? env.map(String) : [],
    npm: null,
    api: typeof api === "string" ? api.trim() : null,
    doc: null,
    auth: [],
    models: 0,
  };
}
