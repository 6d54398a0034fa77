import { isKeptOut } from "../../catalog/words/kept-out.ts";
import { ownEntry } from "../../catalog/words/own-entry.ts";
import { ModelForgeError } from "../../failure.ts";
import { ownVariables } from "../from-environment.ts";
import { hostUntrusted } from "../hosts/host-untrusted.ts";
import { mayGoTo } from "../hosts/may-go-to.ts";
import { hostTable } from "../hosts/table.ts";
import { type Filling, isSettingOf } from "../hosts/template.ts";
import { variablesFor } from "../variables-for.ts";
import type { Carried } from "./send.ts";

/** What a configuration has sent besides with requests to a provider. */
export interface OwnHeader {
  name: string;
  /** As it is written, with variables that are not filled yet. */
  value: string;
  /** A project's word goes nowhere together with a credential: some servers are told by a header whom to ask on. */
  isProjects: boolean;
  /** Variables that the person's file says hold the provider's key. */
  keys: readonly string[];
}

/** A credential that is about to be sent, as it is sent, and where to. */
export interface WithKey extends Pick<Carried, "holder" | "trusting"> {
  key: string;
  url: URL;
  address: string;
}

const variables = /\$\{(\w+)\}/g;
// a line feed would begin another header
const isValue = (text: string): boolean => /^[\x20-\x7e]+$/.test(text);

/** Of a request without a credential: those that hold nothing of the environment. */
export function plainHeaders(headers: readonly OwnHeader[]): Record<string, string> {
  return asRecord(headers.filter(({ value }) => value.search(variables) < 0));
}

/**
 * Of a request that carries a credential: those of the person's own file. Each variable is the provider's own key, which is
 * compared with the address as any is, or a setting of that provider; nothing else leaves in them.
 *
 * Throws `credential.host-untrusted`, and `credential.missing` where a variable says nothing.
 */
export function filledHeaders(
  headers: readonly OwnHeader[],
  carried: WithKey,
): Record<string, string> {
  const own = headers.filter(({ isProjects }) => !isProjects);
  return asRecord(own.map((header) => ({ ...header, value: filled(header, carried) })));
}

function asRecord(headers: readonly Pick<OwnHeader, "name" | "value">[]): Record<string, string> {
  return Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value.trim()]));
}

function filled(header: OwnHeader, carried: WithKey): string {
  const { provider } = carried.holder;
  if (isKeptOut(header.value)) throw refused(header, provider, "holds a credential itself");
  const text = header.value.replace(variables, (_, name: string) => {
    if (isKeyOf(provider, name, header.keys)) return keyFrom(name, carried);
    const found = settingIn(provider, name, carried.trusting);
    if (found.value !== undefined) return found.value;
    if (found.why === "missing") throw missing(header, provider, name);
    throw refused(header, provider, `names ${name}, which ${said[found.why]}`);
  });
  if (isValue(text)) return text;
  throw refused(header, provider, "is no header once it is filled");
}

/** The variable's own key where it is set, else the one that is used: it may be stored. */
function keyFrom(name: string, { key, holder, trusting, url, address }: WithKey): string {
  const value = name === holder.variable ? undefined : trusting.valueOf(name)?.trim();
  if (value === undefined || value === "") return key;
  const other = { provider: holder.provider, variable: name };
  const verdict = mayGoTo(other, url, trusting);
  if (verdict !== "allowed") throw hostUntrusted(other, url, verdict, address);
  return value;
}

/** Whether a variable holds a key of a provider, as our table or the person's own file says; no catalog is believed. */
export function isKeyOf(provider: string, name: string, keys: readonly string[]): boolean {
  const secrets = ownEntry(hostTable, provider)?.secrets ?? [];
  return [secrets, keys, ownVariables(provider), variablesFor(provider)].some((all) =>
    all.includes(name),
  );
}

type Setting =
  | { value: string; why?: never }
  | { value?: never; why: "missing" | "secret" | "not-its-own" };

/** What a setting of a provider says. */
export function settingIn(provider: string, name: string, filling: Filling): Setting {
  if (!isSettingOf(provider, name, filling)) return { why: "not-its-own" };
  const value = filling.valueOf(name)?.trim() ?? "";
  if (value === "") return { why: "missing" };
  return filling.isSecret(value) ? { why: "secret" } : { value };
}

const said = {
  secret: "holds a credential of another kind",
  "not-its-own": "is neither a key nor a setting of that provider",
} as const;

function refused({ name }: OwnHeader, provider: string, why: string): ModelForgeError {
  return new ModelForgeError("credential.host-untrusted", {
    message: `nothing is sent to ${provider}: the header ${name} ${why}`,
    hint: "modelforge config validate says where it stands",
    details: { provider, header: name, reason: "header" },
  });
}

function missing({ name }: OwnHeader, provider: string, variable: string): ModelForgeError {
  return new ModelForgeError("credential.missing", {
    message: `nothing is sent to ${provider}: the header ${name} lacks ${variable}`,
    hint: `modelforge config set providers.${provider}.values.${variable} <value>`,
    details: { provider, header: name, missing: [variable] },
  });
}
