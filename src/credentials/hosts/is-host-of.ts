import type { NamedHost } from "./table.ts";
import { fillHost, fillNamed, type Filling } from "./template.ts";

/** Whether an address is one of a host of the table. */
export function isHostOf(host: string | NamedHost, url: URL, filling: Filling): boolean {
  return typeof host === "string" ? isOf(host, url, filling) : isNamed(host, url, filling);
}

function isOf(host: string, url: URL, filling: Filling): boolean {
  const filled = fillHost(host, filling).text;
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

function isNamed(host: NamedHost, url: URL, filling: Filling): boolean {
  const name = url.hostname.replace(/\.$/, "");
  return url.protocol === "https:" && url.port === "" && name === fillNamed(host, filling).text;
}
