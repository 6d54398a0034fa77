import { ModelForgeError } from "../failure.ts";
import type { Codec, Files } from "../system/ports.ts";

/** Where a catalog comes from. Each source has a cache of its own. */
export type Source = UrlSource | FileSource;

interface SourceName {
  /** As shown to people: without credentials. */
  shown: string;
  /** Name of its cache directory. */
  key: string;
}

export interface UrlSource extends SourceName {
  kind: "url";
  catalogUrl: URL;
  /** `models.json` beside an `api.json`; a `catalog.json` holds the facts itself. */
  factsUrl: URL | undefined;
}

export interface FileSource extends SourceName {
  kind: "file";
  path: string;
  /** Whether it is what another process writes: read once, and never looked at. */
  isStream: boolean;
  factsPath: string | undefined;
}

type SourceMachine = { files: Files; codec: Codec };

export const defaultSource = "https://models.dev";

/**
 * Reads `MODELFORGE_URL`: a base URL, the full URL of a `.json`, or a path.
 *
 * Throws `network.insecure` for plain http off this machine and `usage.bad-value` for anything else that is none.
 */
export function parseSource(text: string | undefined, machine: SourceMachine): Source {
  const given = text?.trim() || defaultSource;
  if (/^file:\/\//i.test(given)) {
    return fileSource(decoded(parseUrl(given).pathname), machine);
  }
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(given)) return fileSource(given, machine);
  const url = parseUrl(given);
  checkScheme(url, given);
  url.hash = "";
  const isFull = url.pathname.toLowerCase().endsWith(".json");
  if (!isFull) url.pathname = `${url.pathname.replace(/\/+$/, "")}/api.json`;
  const shown = withoutCredentials(url);
  const base = shown.replace(/\/api\.json$/, "");
  return {
    kind: "url",
    catalogUrl: url,
    factsUrl: factsBeside(url),
    shown: base,
    key: keyOf(url.hostname, shown, machine.codec),
  };
}

function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined) return url;
  throw new ModelForgeError("usage.bad-value", {
    message: `MODELFORGE_URL is not an address: ${withoutPassword(text)}`,
    hint: "give a base URL (https://models.dev), the full URL of a catalog, or a path to one",
  });
}

function checkScheme(url: URL, given: string): void {
  if (url.protocol === "https:") return;
  if (url.protocol !== "http:") {
    throw new ModelForgeError("usage.bad-value", {
      message: `MODELFORGE_URL uses ${url.protocol.slice(0, -1)}, which ModelForge does not speak: ${withoutPassword(given)}`,
      hint: "use https://, or a path to a file",
    });
  }
  if (!isLoopback(url)) {
    throw new ModelForgeError("network.insecure", {
      message: `plain http is refused: ${withoutCredentials(url)}`,
      hint: "use https://; plain http is allowed to this machine only (localhost, 127.0.0.1, [::1])",
    });
  }
}

export function isLoopback(url: URL): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}

function factsBeside(url: URL): URL | undefined {
  if (!url.pathname.endsWith("/api.json")) return undefined;
  const facts = new URL(url);
  facts.pathname = url.pathname.replace(/api\.json$/, "models.json");
  return facts;
}

function fileSource(path: string, { files, codec }: SourceMachine): FileSource {
  const isStream = /^(-|\/dev\/(stdin|fd\/\d{1,9})|\/proc\/self\/fd\/\d{1,9})$/.test(path);
  const absolute = isStream ? path : files.resolve(path);
  const name = absolute.slice(Math.max(absolute.lastIndexOf("/"), absolute.lastIndexOf("\\")) + 1);
  return {
    kind: "file",
    path: absolute,
    isStream,
    factsPath: name === "api.json" ? files.resolve(absolute, "..", "models.json") : undefined,
    shown: absolute,
    key: keyOf(`file-${name}`, absolute, codec),
  };
}

/** The address without name and password. */
export function withoutCredentials(url: URL): string {
  const safe = new URL(url);
  safe.username = "";
  safe.password = "";
  return safe.href;
}

/** Percent signs decoded where they stand for something, kept where they stand for themselves. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // 100% is a name like any other
    return text;
  }
}

/** For addresses that cannot be parsed: what stands before the @ is nobody's business. */
function withoutPassword(text: string): string {
  return text.replace(/\/\/[^/]*@/, "//");
}

// models.dev-8a1f03bc: readable, and safe as a file name whatever the address holds
function keyOf(name: string, address: string, codec: Codec): string {
  const readable = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, "_")
    .slice(0, 40);
  return `${readable}-${codec.checksum(address).toString(16).padStart(8, "0")}`;
}
