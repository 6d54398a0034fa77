import type { CatalogView } from "../view.ts";
import type { Asked } from "./resolve-model.ts";

// model="gpt-5", "model": "gpt-5", as code and settings write it
const assigned =
  /^["']?(?:model|model[_-]?(?:id|name)|engine|deployment)["']?\s*(?:[:=]|=>)\s*["'`]?([^"'`,;]+)["'`]?\s*[,;]?$/i;
// https://host/maker/model?tab=api
const address = /^(https?:\/\/[^?#\s]+)[?#]/i;
// Claude Opus 4.8 (Anthropic)
const seller = /^(.*\S)\s*\(([^()]+)\)$/;

/** The name in what was pasted with something around it, and whose it is where that says so. */
export function nameWithin(
  view: Pick<CatalogView, "findProvider">,
  { name, provider }: Asked,
): Pick<Asked, "name" | "provider"> | undefined {
  const text = name.trim();
  const [, inner] = assigned.exec(text) ?? address.exec(text) ?? [];
  if (inner !== undefined) return { name: inner.trim() };
  const [, model, named] = seller.exec(text) ?? [];
  if (model === undefined || named === undefined) return undefined;
  const found = view.findProvider(named.trim())?.provider.id;
  return found === undefined || (provider !== undefined && provider !== found)
    ? undefined
    : { name: model, provider: found };
}
