import { ModelForgeError } from "../../failure.ts";
import type { HttpProxy } from "../ports.ts";
import { isThisMachine } from "../this-machine.ts";
import { isExcepted } from "./http-no-proxy.ts";
import { readUrl } from "../url.ts";

/** A proxy and how it came to be chosen. */
export interface Proxy extends HttpProxy {
  /** The variable that names it, for messages. */
  variable: string;
  /** `proxy.example:3128`, as it is shown. */
  host: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Where TLS is spoken to the proxy itself, the port is that of https; the other is curl's choice. */
const usualPorts: Readonly<Record<string, number>> = { http: 1080, https: 443 };

/**
 * The proxy for an address, undefined for none: curl's variables in curl's order, but that an empty one counts as
 * unset and that HTTP_PROXY is read in upper case too. This machine is never asked for through a proxy.
 *
 * Throws `network.bad-setting` where the variable that holds cannot be read.
 */
export function proxyFor(url: URL, variables: Variables): Proxy | undefined {
  if (isThisMachine(url.hostname)) return undefined;
  const scheme = url.protocol.slice(0, -1);
  const found = firstSet(variables, `${scheme}_proxy`) ?? firstSet(variables, "all_proxy");
  if (found === undefined) return undefined;
  const port = Number(url.port) || (scheme === "https" ? 443 : 80);
  const exceptions = firstSet(variables, "no_proxy")?.value ?? "";
  if (isExcepted({ hostname: url.hostname, port }, exceptions)) return undefined;
  return parseProxy(found.value, found.variable);
}

/** Whether HTTP_PROXY is set, which holds for plain http alone, and nothing that holds for https. */
export function lacksHttpsProxy({ protocol }: URL, variables: Variables): boolean {
  const isSet = (name: string): boolean => firstSet(variables, name) !== undefined;
  return (
    protocol === "https:" && isSet("http_proxy") && !isSet("https_proxy") && !isSet("all_proxy")
  );
}

function firstSet(
  variables: Variables,
  name: string,
): { variable: string; value: string } | undefined {
  for (const variable of [name, name.toUpperCase()]) {
    // look-up allowed: the names are those of three proxy variables
    const value = variables[variable]?.trim() ?? "";
    if (value !== "") return { variable, value };
  }
  return undefined;
}

/** `[http[s]://][name[:password]@]host[:port]`, in which the name and password may hold anything. */
function parseProxy(text: string, variable: string): Proxy {
  const [, scheme = "http", rest = ""] = /^(?:([a-z][a-z\d+.-]*):\/\/)?(.*)$/is.exec(text) ?? [];
  const protocol = scheme.toLowerCase();
  if (!Object.hasOwn(usualPorts, protocol)) throw unspoken(protocol, variable);
  const end = rest.lastIndexOf("@");
  const credentials = rest.slice(0, Math.max(0, end));
  const parts = /^(\[[\da-f:.]+\]|[^\s:/?#\\[\]]+)(?::(\d{1,5}))?(?:\/.*)?$/i.exec(
    rest.slice(end + 1),
  );
  // look-up allowed: a protocol that is none of the table has been refused above
  const port = Number(parts?.[2] ?? usualPorts[protocol]);
  const url = parts === null ? undefined : readUrl(`${protocol}://${parts[1]}:${port}`);
  if (url === undefined || port < 1) throw unreadable(variable);
  const { hostname, origin } = url;
  return {
    variable,
    origin,
    host: `${hostname}:${port}`,
    credentials: credentials === "" ? undefined : decodedCredentials(credentials),
  };
}

function decodedCredentials(text: string): string {
  const [name = "", ...password] = text.split(":");
  return `${decoded(name)}:${decoded(password.join(":"))}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // 100% is a password like any other
    return text;
  }
}

function unspoken(scheme: string, variable: string): ModelForgeError {
  return new ModelForgeError("network.bad-setting", {
    message: `${variable} names a ${scheme} proxy, which ModelForge does not speak`,
    hint: `name an http:// or https:// proxy in ${variable}, or unset it; hosts in NO_PROXY are reached without`,
    details: { variable, scheme },
  });
}

function unreadable(variable: string): ModelForgeError {
  return new ModelForgeError("network.bad-setting", {
    message: `${variable} does not name a proxy that can be read`,
    hint: `write ${variable} like http://proxy.example:3128 or http://name:password@proxy.example:3128`,
    details: { variable },
  });
}
