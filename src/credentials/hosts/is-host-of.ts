import type { NamedHost } from "./table.ts";

type ValueOf = (variable: string) => string | undefined;

/** Whether an address is one of a host of the table. */
export function isHostOf(host: string | NamedHost, url: URL, valueOf: ValueOf): boolean {
  return typeof host === "string" ? isOf(host, url, valueOf) : isNamed(host, url, valueOf);
}

function isOf(host: string, url: URL, valueOf: ValueOf): boolean {
  const filled = fill(host, valueOf);
  if (filled === undefined) return false;
  const isPlain = filled.startsWith("http://");
  const [authority = "", ...path] = filled.replace(/^http:\/\//, "").split("/");
  if (url.protocol !== (isPlain ? "http:" : "https:")) return false;
  return isAuthority(authority.toLowerCase(), url) && beginsWith(url.pathname, path);
}

function isAuthority(authority: string, { hostname, port }: URL): boolean {
  const host = `${hostname.replace(/\.$/, "")}${port === "" ? "" : `:${port}`}`;
  return host === authority || sameMachine(host) === sameMachine(authority);
}

/** Three names of one and the same machine. */
function sameMachine(authority: string): string {
  return authority.replace(/^(?:localhost|\[::1\])(?=:|$)/, "127.0.0.1");
}

/** A server may decode what the address does not: such a path could lead out of the part that is fixed. */
const mayLeadElsewhere = /%(?:25)*(?:2e|2f|5c)|\\|;/i;

function beginsWith(pathname: string, path: readonly string[]): boolean {
  if (path.length === 0) return true;
  const segments = pathname.slice(1).split("/");
  return !mayLeadElsewhere.test(pathname) && path.every((one, at) => segments[at] === one);
}

// one label of a host, or one segment of a path, and nothing that ends it
const label = /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/i;

/** Undefined where a value is missing, or is more than a label. */
function fill(host: string, valueOf: ValueOf): string | undefined {
  let isWhole = true;
  const filled = host.replaceAll(/\$\{(\w+)\}/g, (_, variable: string) => {
    const value = valueOf(variable)?.trim() ?? "";
    isWhole &&= label.test(value);
    return value;
  });
  return isWhole ? filled : undefined;
}

/** `DATABRICKS_HOST` says a host, `NEON_AI_GATEWAY_BASE_URL` an address. */
function isNamed({ variable, suffixes }: NamedHost, url: URL, valueOf: ValueOf): boolean {
  const named = (valueOf(variable)?.trim() ?? "").replace(/^https:\/\//i, "");
  const host = named.replace(/\/.*$/s, "").toLowerCase();
  const name = url.hostname.replace(/\.$/, "");
  const isBelow = suffixes.some((suffix) => name.endsWith(suffix) && name.length > suffix.length);
  return url.protocol === "https:" && url.port === "" && isBelow && name === host;
}
