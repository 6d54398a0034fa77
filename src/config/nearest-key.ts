import { nearest } from "../catalog/words/nearest.ts";
import { allKeys } from "./keys.ts";
import { nameOf } from "./layers.ts";

/** The known key that is most like a path, with the path's own names. */
export function nearestKey(path: readonly string[]): string | undefined {
  const known = allKeys.map(({ key }) => filled(key, path));
  return nearest(nameOf(path), known, 1)[0] ?? withSameEnd(path, known);
}

function filled(key: string, path: readonly string[]): string {
  return nameOf(key.split(".").map((step, at) => (step === "*" ? (path[at] ?? "name") : step)));
}

/** `ttl` → `catalog.ttl` */
function withSameEnd(path: readonly string[], known: readonly string[]): string | undefined {
  const end = `.${path.at(-1) ?? ""}`.toLowerCase();
  return known.find((key) => key.toLowerCase().endsWith(end));
}
