import type { AuthMethod, ProviderInfo } from "../words/provider.ts";
import type { Notebook } from "./findings.ts";
import { baseUrlIn } from "./api-map.ts";
import { isRecord, readText, readTexts, type WireRecord } from "./values.ts";

const providerFields = new Set(["id", "name", "env", "npm", "api", "doc", "models"]);

// the wire names variables, not how one gets in; these differ from a plain key
const authByProvider: ReadonlyMap<string, AuthMethod[]> = new Map([
  ["github-copilot", ["device-flow"]],
  ["amazon-bedrock", ["cloud-credentials", "api-key"]],
  ["google-vertex", ["cloud-credentials"]],
  ["google-vertex-anthropic", ["cloud-credentials"]],
]);

const loopbackApi = /^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)/i;

/** One provider as received → how it is reached; its models are read and counted apart. */
export function parseProvider(id: string, wire: WireRecord, notebook: Notebook): ProviderInfo {
  notebook.startRow();
  notebook.compareFields("provider", wire, providerFields);
  const env = readTexts(wire.env, "provider.env", notebook);
  const api = readText(wire.api, "provider.api", notebook) ?? baseUrlOfModels(wire.models);
  const provider: ProviderInfo = {
    id,
    name: readText(wire.name, "provider.name", notebook) ?? id,
    env,
    npm: readText(wire.npm, "provider.npm", notebook),
    api,
    doc: readText(wire.doc, "provider.doc", notebook),
    auth: authOf(id, env, api),
    models: 0,
  };
  return notebook.addNotUnderstood(provider);
}

/** Where models say themselves how they are called: the first address, which is that of all where there is one. */
function baseUrlOfModels(models: unknown): string | null {
  if (!isRecord(models)) return null;
  for (const id in models) {
    // look-up allowed: the name is one the record itself gives
    const model = models[id];
    const url = isRecord(model) && model.api !== undefined ? baseUrlIn(model.api) : null;
    if (url !== null) return url;
  }
  return null;
}

function authOf(id: string, env: string[], api: string | null): AuthMethod[] {
  const known = authByProvider.get(id);
  if (known !== undefined) return known;
  if (api !== null && loopbackApi.test(api)) return ["none"];
  // whoever lists no variable does not say that no key is needed
  return env.length === 0 ? [] : ["api-key"];
}
