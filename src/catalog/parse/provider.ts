import type { AuthMethod, ProviderInfo } from "../words/provider.ts";
import type { Notebook } from "./findings.ts";
import { readText, readTexts, type WireRecord } from "./values.ts";

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
  notebook.compareFields("provider", wire, providerFields);
  const env = readTexts(wire.env, "provider.env", notebook);
  const api = readText(wire.api, "provider.api", notebook);
  return {
    id,
    name: readText(wire.name, "provider.name", notebook) ?? id,
    env,
    npm: readText(wire.npm, "provider.npm", notebook),
    api,
    doc: readText(wire.doc, "provider.doc", notebook),
    auth: authOf(id, env, api),
    models: 0,
  };
}

function authOf(id: string, env: string[], api: string | null): AuthMethod[] {
  const known = authByProvider.get(id);
  if (known !== undefined) return known;
  if (api !== null && loopbackApi.test(api)) return ["none"];
  return env.length === 0 ? ["none"] : ["api-key"];
}
