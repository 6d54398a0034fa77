import { consistsOf, digits, lowercase } from "./characters.ts";

/** A model's address: `provider/id`, split at the first slash, because ids hold slashes themselves. */
export interface Ref {
  provider: string;
  id: string;
}

/** Splits at the first slash; undefined where there is none or one side is empty. */
export function splitRef(text: string): Ref | undefined {
  const slash = text.indexOf("/");
  if (slash <= 0 || slash === text.length - 1) return undefined;
  return { provider: text.slice(0, slash), id: text.slice(slash + 1) };
}

export function joinRef(provider: string, id: string): string {
  return `${provider}/${id}`;
}

const usual = `${lowercase}${digits}-`;

/** Provider names as people write them: case, spaces and `_` for `-` are forgiven. */
export function providerKey(name: string): string {
  const small = name.trim().toLowerCase();
  return consistsOf(small, usual) ? small : small.replaceAll(/[_\s]+/g, "-");
}

/** Same letters, whatever their case: `Kimi-K2` finds `kimi-k2`. */
export function refKey(ref: string): string {
  const parts = splitRef(ref.trim());
  if (parts === undefined) return ref.trim().toLowerCase();
  return joinRef(providerKey(parts.provider), parts.id.toLowerCase());
}

/** Plain code-unit order: the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
