import { ModelForgeError } from "../failure.ts";
import type { Codec, ReadingFiles } from "../system/ports.ts";
import { isThisMachine } from "../system/this-machine.ts";
import {
  hasQuery,
  looksLikeAddress,
  readAddress,
  showAddress,
  showPath,
} from "../system/address.ts";
import { keyOf, plainSource, readable, urlSource } from "./plain-source.ts";
import { readUrl } from "../system/url.ts";

/** Where a catalog comes from. Each source has a cache of its own. */
export type Source = UrlSource | FileSource;

interface SourceName {
  /** As shown to people and written down: without anything secret. */
  shown: string;
  /** Name of its cache directory. */
  key: string;
}

export interface UrlSource extends SourceName {
  kind: "url";
  /** A new one each time: whoever asks may change it. */
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

type SourceMachine = { files: ReadingFiles; codec: Codec };

export const defaultSource = "https://models.dev";

/**
 * Reads `MODELFORGE_URL`: a base URL, the full URL of a `.json`, or a path.
 * `saltOfCache` is asked where the address has a query, whose values must not be guessed from the name of the cache.
 *
 * Throws `network.insecure` for plain http off this machine and `usage.bad-value` for anything else that is none.
 */
export function parseSource(
  text: string | undefined,
  machine: SourceMachine,
  saltOfCache: () => string | undefined = () => undefined,
): Source {
  const given = text?.trim() || defaultSource;
  const plain = plainSource(given, machine.codec);
  if (plain !== undefined) return plain;
  if (/^file:/i.test(given)) return fileSource(pathOf(given), machine);
  const url = readAddress(given);
  if (url === undefined) {
    if (looksLikeAddress(given)) throw noAddress(given);
    return fileSource(given, machine);
  }
  checkScheme(url);
  url.hash = "";
  const isFull = url.pathname.toLowerCase().endsWith(".json");
  if (!isFull) url.pathname = `${url.pathname.replace(/\/+$/, "")}/api.json`;
  return urlSource(url.href, showAddress(url), keyOfUrl(url, machine.codec, saltOfCache));
}

function pathOf(text: string): string {
  const url = readUrl(text);
  // file:api.json would be /api.json, and file://server/api.json is on another machine
  if (url === undefined || url.host !== "" || !/^file:[\\/]/i.test(text)) throw noAddress(text);
  return decoded(url.pathname);
}

function noAddress(text: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `MODELFORGE_URL looks like an address but cannot be read as one: ${showAddress(text)}`,
    hint: "write an address like https://models.dev, with @ : / ? # in a name, password or path as %40 %3A %2F %3F %23, and a path like ./api.json",
  });
}

function checkScheme(url: URL): void {
  if (url.protocol === "https:") return;
  if (url.protocol !== "http:") {
    throw new ModelForgeError("usage.bad-value", {
      message: `MODELFORGE_URL uses ${url.protocol.slice(0, -1)}, which ModelForge does not speak`,
      hint: "use https://, or a path to a file",
    });
  }
  if (!isThisMachine(url.hostname)) {
    throw new ModelForgeError("network.insecure", {
      message: `plain http is refused: ${showAddress(url)}`,
      hint: "use https://; plain http is allowed to this machine only (localhost, 127.0.0.1, [::1])",
    });
  }
}

function fileSource(path: string, { files, codec }: SourceMachine): FileSource {
  // file:///a%00b
  if (path.includes("\0")) {
    throw new ModelForgeError("usage.bad-value", {
      message: "MODELFORGE_URL names a path with a NUL character, which no file can have",
      hint: "correct MODELFORGE_URL, or unset it to use models.dev",
    });
  }
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

/** Percent signs decoded where they stand for something, kept where they stand for themselves. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // 100% is a name like any other
    return text;
  }
}

/**
 * User and password are no part of it: whoever asks, it is the same catalog. A query may be another edition, so it
 * is; but it may as well be a token, and a short checksum of one could be guessed from what people show of their
 * cache. Hence the salt, which never leaves the cache's own directory.
 */
function keyOfUrl(url: URL, codec: Codec, saltOfCache: () => string | undefined): string {
  const origin = `${url.protocol}//${url.host}`;
  const address = `${origin}${url.pathname}`;
  if (!hasQuery(url)) return keyOf(url.hostname, address, codec);
  const salt = saltOfCache();
  // without a cache the key only names notes
  if (salt === undefined) return keyOf(url.hostname, `${origin}${showPath(url.pathname)}?`, codec);
  const sum = codec.sha256(`${salt} ${address}${url.search}`).slice(0, 16);
  return `${readable(url.hostname)}-${sum}`;
}
