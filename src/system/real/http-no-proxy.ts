import type * as Net from "node:net";
import { readUrl } from "../url.ts";

/**
 * Whether a list like NO_PROXY names a host, as curl reads it: names stand for what is below them too, a leading dot
 * changes nothing, addresses may be blocks (`10.0.0.0/8`), `*` is every host. Beyond curl, `*.name` is `.name`, `*`
 * may stand among others, and `host:port` holds for that port alone.
 */
export function isExcepted({ hostname, port }: { hostname: string; port: number }, list: string) {
  const host = bare(hostname);
  return list
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .some((entry) => covers(entry, host, port));
}

function covers(entry: string, host: string, port: number): boolean {
  if (entry === "*") return true;
  // [::1]:8080 and host:8080, but not ::1
  const withPort = /^(\[.+\]|[^:]+):(\d+)$/.exec(entry);
  if (withPort !== null && Number(withPort[2]) !== port) return false;
  const name = withPort?.[1] ?? entry;
  const family = net().isIP(host);
  return family === 0 ? coversName(name, host) : coversAddress(name, host, family);
}

function coversName(entry: string, host: string): boolean {
  const name = bare(inUrl(entry.replace(/^\*?\.+/, "")));
  return name !== "" && (host === name || host.endsWith(`.${name}`));
}

function coversAddress(entry: string, host: string, family: number): boolean {
  const [address = "", bits, ...rest] = entry.split("/");
  const network = bare(address);
  const networkFamily = net().isIP(network);
  if (networkFamily === 0 || rest.length > 0) return false;
  const most = networkFamily === 4 ? 32 : 128;
  if (bits && !(/^\d{1,3}$/.test(bits) && Number(bits) <= most)) return false;
  const block = new (net().BlockList)();
  block.addSubnet(network, Number(bits || most), networkFamily === 4 ? "ipv4" : "ipv6");
  return block.check(host, family === 4 ? "ipv4" : "ipv6");
}

/** Loaded where there is a list at all: whoever answers from disk asks only whether a pause still holds. */
function net(): typeof Net {
  return process.getBuiltinModule("node:net");
}

/** A host without brackets and the dot at its end. */
function bare(host: string): string {
  return host.replaceAll(/^\[|\]$|\.$/g, "").toLowerCase();
}

/** A name as an address writes it: bücher.example is xn--bcher-kva.example there. */
function inUrl(name: string): string {
  return readUrl(`http://${name}`)?.hostname ?? name;
}
