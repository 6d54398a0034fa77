import { consistsOf, digits, lowercase } from "../catalog/words/characters.ts";
import type { Codec } from "../system/ports.ts";
import type { UrlSource } from "./source.ts";

const catalogFile = "/api.json";
const longestName = 40;

/**
 * What `new URL` would leave as it is. Its first use takes half a millisecond, and a warm answer needs a name only.
 * Anything it might change or refuse is not plain: capitals, names of other alphabets, usual ports, a path with a dot first.
 */
export function plainSource(text: string, codec: Codec): UrlSource | undefined {
  const schemeEnd = text.indexOf("://") + "://".length;
  const slash = text.indexOf("/", schemeEnd);
  const authority = text.slice(schemeEnd, slash < 0 ? undefined : slash);
  const path = slash < 0 ? "" : text.slice(slash);
  const colon = authority.indexOf(":");
  const host = colon < 0 ? authority : authority.slice(0, colon);
  const isPlain =
    isPlainHost(text.slice(0, schemeEnd), host) &&
    (colon < 0 || isPlainPort(authority.slice(colon + 1))) &&
    isPlainPath(path);
  if (!isPlain) return undefined;
  const named = path.endsWith("/") ? path.slice(0, -1) : path;
  const isFull = named === path && path.toLowerCase().endsWith(".json");
  const base = text.slice(0, schemeEnd) + authority + named;
  const address = isFull ? base : base + catalogFile;
  return urlSource(address, address, keyOf(host, address, codec));
}

function isPlainHost(scheme: string, host: string): boolean {
  if (scheme === "http://") return host === "localhost" || host === "127.0.0.1";
  if (scheme !== "https://") return false;
  const labels = host.split(".");
  const last = labels.at(-1) ?? "";
  return (
    labels.length > 1 &&
    last.length > 1 &&
    consistsOf(last, lowercase) &&
    labels.every(
      (label) =>
        label !== "" &&
        consistsOf(label, `${lowercase}${digits}-`) &&
        !label.startsWith("-") &&
        !label.endsWith("-") &&
        !label.includes("--"),
    )
  );
}

/** Four digits, or five up to 59999. */
function isPlainPort(port: string): boolean {
  const first = digits.slice(1, port.length === 4 ? undefined : 6);
  return (
    (port.length === 4 || port.length === 5) &&
    first.includes(port[0] as string) &&
    consistsOf(port, digits)
  );
}

const signs = `${lowercase}${lowercase.toUpperCase()}${digits}_-`;

function isPlainPath(path: string): boolean {
  const steps = path.split("/").slice(1);
  return steps.every((step, at) => {
    // one slash at the end
    if (step === "") return at === steps.length - 1;
    return consistsOf(step, `${signs}.`) && !step.startsWith(".");
  });
}

export function urlSource(address: string, shown: string, key: string): UrlSource {
  return {
    kind: "url",
    shown: withoutFile(shown),
    key,
    get catalogUrl() {
      return new URL(address);
    },
    get factsUrl() {
      return factsBeside(new URL(address));
    },
  };
}

function withoutFile(shown: string): string {
  return shown.endsWith(catalogFile)
    ? shown.slice(0, -catalogFile.length)
    : shown.replace(`${catalogFile}?`, "?");
}

function factsBeside(url: URL): URL | undefined {
  if (!url.pathname.endsWith(catalogFile)) return undefined;
  url.pathname = url.pathname.replace(/api\.json$/, "models.json");
  return url;
}

// models.dev-8a1f03bc: readable, and safe as a file name whatever the address holds
export function keyOf(name: string, address: string, codec: Codec): string {
  return `${readable(name)}-${codec.checksum(address).toString(16).padStart(8, "0")}`;
}

export function readable(name: string): string {
  const small = name.toLowerCase();
  const isReadable = consistsOf(small, `${lowercase}${digits}.-`);
  return (isReadable ? small : small.replaceAll(/[^a-z0-9.-]+/g, "_")).slice(0, longestName);
}
