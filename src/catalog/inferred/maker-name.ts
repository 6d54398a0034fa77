import type { ModelRow } from "../words/model.ts";

/** Who made a model: the provider of the maker's own row, else `qwen` of `qwen/qwen3-8b`. */
export function makerNameOf(key: string, makers: ModelRow | undefined): string | null {
  if (makers !== undefined) return makers.provider;
  const slash = key.indexOf("/");
  return slash > 0 ? key.slice(0, slash).toLowerCase() : null;
}
