import { readUrl } from "./url.ts";

/**
 * The one way in which an address is shown, stored or told to anybody: without user, password, query and fragment.
 * Of text that cannot be trusted to be an address no more than its scheme is left.
 */
export function showAddress(address: URL | string): string {
  const url = typeof address === "string" ? readAddress(address) : address;
  if (url === undefined) {
    const scheme = /^\s*([a-z][a-z0-9+.-]*):\/\//i.exec(String(address))?.[1];
    return scheme === undefined ? "…" : `${scheme.toLowerCase()}://…`;
  }
  const { protocol, host, pathname, search } = url;
  // data:, mailto: and their like have no host: everything behind the scheme may be anything
  if (host === "") return `${protocol}…`;
  const path = showPath(pathname);
  return `${protocol}//${host}${path}${path === pathname && search !== "" ? "?…" : ""}`;
}

/** The path of an address up to where it may hold what belongs into a query. */
export function showPath(pathname: string): string {
  const at = pathname.search(mayBeQuery);
  return at < 0 ? pathname : `${pathname.slice(0, at)}…`;
}

// /x%3Ftoken=1, /x%253Ftoken=1, /x;token=1, /x&token=1, /access-token=1; /c%23/api.json and /year=2026/api.json are names
const mayBeQuery =
  /%(?:25)*3f|(?:[;&]|%(?:25)*(?:23|26|3b)).*(?:=|%(?:25)*3d)|(?<![\w.-])[\w.-]*(?:token|secret|pass|pwd|key|sig|auth|cred|session|jwt|bearer)[\w.-]*(?:=|%(?:25)*3d)/i;

/** Text that is an address beyond doubt; undefined for any other. */
export function readAddress(text: string): URL | undefined {
  const url = /^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text) ? readUrl(text) : undefined;
  return url === undefined || mayBeTorn(url) ? undefined : url;
}

/**
 * Whether a raw `/`, `?` or `#` of a password may have ended the host too early, so that the rest of the
 * password is taken for a path: `https://me:12/34@mirror.example`. A path of its own may hold an `@` as well:
 * `https://cdn.example/gh/somebody/catalog@main/api.json`.
 */
export function mayBeTorn({ hostname, port, pathname, search, hash }: URL): boolean {
  const behindHost = pathname + search + hash;
  if (!behindHost.includes("@")) return false;
  // https://jane.doe:12/34@mirror: a name with a dot, and a password that begins as a port does
  if (port !== "") return true;
  // 0.0.0.12 is what an address makes of https://12/34@mirror.example
  const isHost =
    hostname === "localhost" || (/.[.:]./.test(hostname) && !hostname.startsWith("0."));
  const mayEndUser = pathname === "/" || pathname.includes(":") ? behindHost : pathname;
  return !isHost || endsUser.test(mayEndUser);
}

// me:pw@, and @mirror.example, @localhost, @10.0.0.1, @[::1] or @mirror:8443; no user ends before @main or @1.3.0
const endsUser =
  /:.*@|@(?:$|[/?#[]|localhost(?![\w-])|[\w.-]+:\d|\d+(?:\.\d+){3}(?![\w.-])|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w.-]))/i;

/**
 * Whether text that is no address looks like one gone wrong: `https:me:pw@mirror.example`, `me:pw@mirror.example`,
 * `mirror.example/api.json?token=1`, `token=1`. As the name of a file it would be shown whole.
 */
export function looksLikeAddress(text: string): boolean {
  // C:\catalog\api.json
  if (/^[a-z]:[\\/]/i.test(text)) return false;
  if (/:\/\/|[\\/]{2}.*@|^[a-z][a-z0-9+.-]+:|^[^\\/]*:[^\\/]*@/is.test(text)) return true;
  const isSurelyPath = /^(?:\.{0,2}|~)[\\/]/.test(text);
  // mirror.example/api.json#token=1, https%3A%2F%2Fme%3Apw%40mirror.example
  const mayHideSecret = /^[^\\/@]+@|\?|^[^\\/]*=|[#&;].*=|%3a%2f%2f/i;
  if (isSurelyPath) return false;
  return mayHideSecret.test(text) || mayBeQuery.test(text) || endsUser.test(text);
}

/** Whether a request to this address carries something that only the user should know. */
export function carriesSecret(url: URL): boolean {
  return url.username !== "" || url.password !== "" || hasQuery(url);
}

/** Whether an address holds values that are not shown, be they in its query or written into its path. */
export function hasQuery({ pathname, search }: URL): boolean {
  return search !== "" || showPath(pathname) !== pathname;
}
