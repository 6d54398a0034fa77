import { readUrl } from "../system/url.ts";

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
  return host === "" ? `${protocol}…` : `${protocol}//${host}${pathname}${search && "?…"}`;
}

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
 * `mirror.example/api.json?token=1`. As the name of a file it would be shown whole.
 */
export function looksLikeAddress(text: string): boolean {
  // C:\catalog\api.json
  if (/^[a-z]:[\\/]/i.test(text)) return false;
  if (/:\/\/|[\\/]{2}.*@|^[a-z][a-z0-9+.-]+:|^[^\\/]*:[^\\/]*@/is.test(text)) return true;
  const isSurelyPath = /^(?:\.{0,2}|~)[\\/]/.test(text);
  // mirror.example/api.json#token=1, https%3A%2F%2Fme%3Apw%40mirror.example
  const mayHideSecret = /^[^\\/@]+@|\?|[#&;].*=|%3a%2f%2f/i;
  return !isSurelyPath && (mayHideSecret.test(text) || endsUser.test(text));
}

/** Whether a request to this address carries something that only the user should know. */
export function carriesSecret({ username, password, search }: URL): boolean {
  return username !== "" || password !== "" || search !== "";
}
