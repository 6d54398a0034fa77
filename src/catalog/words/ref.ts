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

/**
 * Which of the refs that have the same key is meant: the very one, the one whose id is written so, or the only one;
 * undefined where that leaves several.
 */
export function meantAmong<Entry extends { ref: string }>(
  alike: readonly Entry[],
  ref: string,
): Entry | undefined {
  const exact = alike.find((entry) => entry.ref === ref);
  if (exact !== undefined || alike.length < 2) return exact ?? alike[0];
  const id = splitRef(ref.trim())?.id;
  const sameId = alike.filter((entry) => splitRef(entry.ref)?.id === id);
  return sameId.length === 1 ? sameId[0] : undefined;
}

/** Plain code-unit order: the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
