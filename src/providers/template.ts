import { ownEntry } from "../catalog/words/own-entry.ts";
import type { ProviderInfo } from "../catalog/words/provider.ts";
import { isSecretVariable } from "../catalog/words/secret-variable.ts";
import { alternativesOf } from "../credentials/from-environment.ts";
import { hostTable } from "../credentials/hosts/table.ts";
import { fillAddress, type Filling, whyUnfit } from "../credentials/hosts/template.ts";
import { isPrivateHost, isThisMachine } from "../system/this-machine.ts";
import { readUrl } from "../system/url.ts";
import { knownAddresses, withoutTemplate } from "./known-addresses.ts";

/** All it takes to call a provider but the credential itself. */
export interface ProviderTemplate {
  /** AI SDK package that speaks its language; null where the catalog names none. Never installed because it stands here. */
  package: string | null;
  /** Where it is called, with the variables of the provider: `https://${AZURE_RESOURCE_NAME}.openai.azure.com/openai/v1`. */
  baseUrl: string | null;
  /** The same filled; null where something is missing. */
  url: string | null;
  /** What the variables of the address say: a region, an account, a resource; null where nothing does. */
  values: { name: string; value: string | null }[];
  /** Variables that hold the credential: one list of them is enough, of a list all are needed. */
  credentials: string[][];
  /** Whether it is called without a credential, too: a server on this machine, or one's own in a network of one's own. */
  isLocal: boolean;
  /** The variables of the address that say nothing, or what cannot stand there. */
  missing: string[];
  /** Why it cannot be filled; null where it is. */
  why: string | null;
}

type Reached = Pick<ProviderInfo, "id" | "env" | "npm" | "api">;

/** `baseUrl`: what the person's configuration says in place of the catalog. */
export function templateOf(
  { id, env, npm, api }: Reached,
  filling: Filling,
  baseUrl?: string,
): ProviderTemplate {
  const address = baseUrl ?? api ?? ownEntry(knownAddresses, id)?.baseUrl ?? null;
  const template = {
    package: npm,
    baseUrl: address,
    credentials: credentialsOf(id, env),
    isLocal: address !== null && isCalledWithout(address, baseUrl !== undefined),
  };
  const reason = ownEntry(withoutTemplate, id);
  if (address === null || reason !== undefined) {
    const why = reason ?? "no address is known for it: providers.<id>.baseUrl says one";
    return { ...template, url: null, values: [], missing: [], why };
  }
  const names = [...new Set([...address.matchAll(/\$\{(\w+)\}/g)].map(([, name = ""]) => name))];
  const { text, unfit } = fillAddress(id, address, filling);
  const isUnfit = (name: string): boolean => unfit.some(([other]) => other === name);
  const values = names.map((name) => ({
    name,
    value: isUnfit(name) ? null : (filling.valueOf(name)?.trim() ?? null),
  }));
  const url = text === undefined ? undefined : addressIn(text);
  return {
    ...template,
    url: url ?? null,
    values,
    missing: unfit.map(([name]) => name),
    why: url === undefined ? whyUnfit(unfit) || "its address is none" : null,
  };
}

/** Undefined for what is no address of the web. */
function addressIn(text: string): string | undefined {
  return /^https?:$/.test(readUrl(text)?.protocol ?? "") ? text : undefined;
}

/** No catalog says that a server elsewhere is one of the person's own. */
function isCalledWithout(address: string, isOwn: boolean): boolean {
  const host = readUrl(address)?.hostname;
  return host !== undefined && (isOwn ? isPrivateHost(host) : isThisMachine(host));
}

function credentialsOf(id: string, env: readonly string[]): string[][] {
  const together = alternativesOf(id);
  if (together !== undefined) return together;
  const known = ownEntry(hostTable, id)?.secrets ?? [];
  // the catalog's order is what the provider's tools look for first
  const listed = env.filter((name) => known.includes(name) || isSecretVariable(name));
  return [...listed, ...known.filter((name) => !listed.includes(name))].map((name) => [name]);
}
