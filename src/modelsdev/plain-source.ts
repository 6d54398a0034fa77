import type { Codec } from "../system/ports.ts";
import type { UrlSource } from "./source.ts";

/**
 * What `new URL` would leave as it is. Its first use takes half a millisecond, and a warm answer needs a name only.
 * Anything it might change or refuse is not plain: capitals, names of other alphabets, usual ports, a path with a dot first.
 */
const plainAddress =
  /^(https:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}|http:\/\/(?:localhost|127\.0\.0\.1))(:[1-9]\d{3}|:[1-5]\d{4})?((?:\/[\w-][\w.-]*)*)(\/?)$/;

export function plainSource(text: string, codec: Codec): UrlSource | undefined {
  const parts = plainAddress.exec(text);
  if (parts === null) return undefined;
  const [, host = "", port = "", path = "", slash = ""] = parts;
  const isFull = slash === "" && path.toLowerCase().endsWith(".json");
  const address = `${host}${port}${path}${isFull ? "" : "/api.json"}`;
  return urlSource(address, address, keyOf(host.slice(host.indexOf("//") + 2), address, codec));
}

export function urlSource(address: string, shown: string, key: string): UrlSource {
  return {
    kind: "url",
    shown: shown.replace(/\/api\.json(?=$|\?)/, ""),
    key,
    get catalogUrl() {
      return new URL(address);
    },
    get factsUrl() {
      return factsBeside(new URL(address));
    },
  };
}

function factsBeside(url: URL): URL | undefined {
  if (!url.pathname.endsWith("/api.json")) return undefined;
  url.pathname = url.pathname.replace(/api\.json$/, "models.json");
  return url;
}

// models.dev-8a1f03bc: readable, and safe as a file name whatever the address holds
export function keyOf(name: string, address: string, codec: Codec): string {
  return `${readable(name)}-${codec.checksum(address).toString(16).padStart(8, "0")}`;
}

export function readable(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, "_")
    .slice(0, 40);
}
