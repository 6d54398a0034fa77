import { ownEntry } from "../../catalog/words/own-entry.ts";
import { hostTable, type NamedHost } from "./table.ts";

/** What may be put into addresses. */
export interface Filling {
  /** What a variable says: in the environment, or the user's own configuration, never in a project's. */
  valueOf(variable: string): string | undefined;
  /** Whether a value is a credential, or holds one. */
  isSecret(value: string): boolean;
  /** Whether the person's own configuration says that a provider is reached with a variable. */
  declares?(provider: string, variable: string): boolean;
}

/** Why a variable is not put into an address. */
type Unfit = "missing" | "secret" | "not-its-own" | "no-part";

export interface Filled {
  /** Undefined where a variable does not fit. */
  text: string | undefined;
  unfit: readonly (readonly [variable: string, why: Unfit])[];
}

const variables = /\$\{(\w+)\}/g;

// one label of a host, and nothing that ends it
const label = /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/i;

// one segment of a path; no dots alone
const segment = /^[a-z0-9](?:[a-z0-9_.:-]{0,126}[a-z0-9])?$/i;

/** Settings of paths that no host is told by. */
const onlyInPaths: Readonly<Record<string, readonly string[]>> = {
  "google-vertex": ["GOOGLE_VERTEX_PROJECT", "GOOGLE_VERTEX_LOCATION"],
  "google-vertex-anthropic": ["GOOGLE_VERTEX_PROJECT", "GOOGLE_VERTEX_LOCATION"],
};

function variablesOf(template: string): string[] {
  return [...template.matchAll(variables)].map(([, name = ""]) => name);
}

/** A host of the table with what its variables say, each one label or one segment. */
export function fillHost(host: string, filling: Filling): Filled {
  return fill(host, (name, isHost) => partOf(name, isHost, filling));
}

/**
 * An address that anybody may have written for a provider. Only settings of that provider are put into it: whatever a
 * variable holds that is named in it leaves with the request.
 */
export function fillAddress(provider: string, address: string, filling: Filling): Filled {
  const { secrets = [], hosts = [] } = ownEntry(hostTable, provider) ?? {};
  const named = hosts.filter((host) => typeof host !== "string");
  // `${NEON_AI_GATEWAY_BASE_URL}/v1` says nothing of a scheme, and a host is never sent anything but https
  const whole = address.startsWith("${") ? `https://${address}` : address;
  return fill(whole, (name, isHost, isFirst) => {
    if (secrets.includes(name)) return "not-its-own";
    const wholeHost = named.find(({ variable }) => variable === name);
    if (wholeHost !== undefined && isFirst) return namedHost(wholeHost, filling);
    return isSettingOf(provider, name, filling) ? partOf(name, isHost, filling) : "not-its-own";
  });
}

/** Whether a variable is a setting of a provider, as our table or the person's own configuration says. */
export function isSettingOf(provider: string, name: string, { declares }: Filling): boolean {
  const hosts = ownEntry(hostTable, provider)?.hosts ?? [];
  return (
    hosts.some((host) => typeof host === "string" && variablesOf(host).includes(name)) ||
    ownEntry(onlyInPaths, provider)?.includes(name) === true ||
    declares?.(provider, name) === true
  );
}

type Value = { value: string } | Unfit;

function fill(
  template: string,
  valueFor: (name: string, isHost: boolean, isFirst: boolean) => Value,
): Filled {
  const unfit: [string, Unfit][] = [];
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(template)?.[0].length ?? 0;
  const end = template.slice(scheme).search(/[/?#\\]/);
  const text = template.replaceAll(variables, (_, name: string, at: number) => {
    const isHost = end < 0 || at < scheme + end;
    const found = valueFor(name, isHost, at === scheme);
    if (typeof found !== "string") return found.value;
    if (!unfit.some(([other]) => other === name)) unfit.push([name, found]);
    return "";
  });
  return { text: unfit.length === 0 ? text : undefined, unfit };
}

function partOf(name: string, isHost: boolean, { valueOf, isSecret }: Filling): Value {
  const value = valueOf(name)?.trim() ?? "";
  if (value === "") return "missing";
  if (isSecret(value)) return "secret";
  return (isHost ? label : segment).test(value) ? { value } : "no-part";
}

/** `DATABRICKS_HOST` says a host, `NEON_AI_GATEWAY_BASE_URL` an address. */
function namedHost({ variable, suffixes }: NamedHost, { valueOf, isSecret }: Filling): Value {
  const value = valueOf(variable)?.trim() ?? "";
  if (value === "") return "missing";
  if (isSecret(value)) return "secret";
  const [host = "", ...path] = value
    .replace(/^https:\/\//i, "")
    .replace(/\/+$/, "")
    .split("/");
  const isBelow = suffixes.some(
    (suffix) => host.toLowerCase().endsWith(suffix) && host.length > suffix.length,
  );
  const isWhole = host.split(".").every((one) => label.test(one));
  if (!isBelow || !isWhole || !path.every((one) => segment.test(one))) return "no-part";
  return { value: [host, ...path].join("/") };
}

/** The host that a variable names whole. */
export function fillNamed(host: NamedHost, filling: Filling): Filled {
  const found = namedHost(host, filling);
  return typeof found === "string"
    ? { text: undefined, unfit: [[host.variable, found]] }
    : { text: found.value.replace(/\/.*$/s, "").toLowerCase(), unfit: [] };
}

/** Said of variables that are missing, or that do not fit. */
export function whyUnfit(unfit: Filled["unfit"]): string {
  const missing = unfit.filter(([, why]) => why === "missing").map(([name]) => name);
  const others = unfit.flatMap(([name, why]) =>
    why === "missing" ? [] : [`${name} ${said[why]}`],
  );
  return [...(missing.length > 0 ? [`${missing.join(", ")} missing`] : []), ...others].join("; ");
}

const said: Readonly<Record<Exclude<Unfit, "missing">, string>> = {
  secret: "holds a credential, which no address may have in it",
  "not-its-own": "is no setting of that provider that may stand in an address",
  "no-part": "is no single part of a host or path of that provider",
};
