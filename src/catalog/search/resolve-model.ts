import { ModelForgeError, type Warning } from "../../failure.ts";
import type { ModelEntry } from "../prepared/lookup.ts";
import { providerId } from "../query/provider-id.ts";
import { joinRef, splitRef } from "../words/ref.ts";
import { ambiguous } from "./ambiguous.ts";
import { notFound } from "./not-found.ts";
import { nameWithin } from "./name-within.ts";
import { asSpelled, ofResellers, otherSpelling, shownSo } from "./other-spelling.ts";
import type { CatalogView } from "../view.ts";

/** What a person typed of a model. */
export interface Asked {
  name: string;
  /** Its provider, where that was said apart. */
  provider?: string | undefined;
  /** It does not matter who sells it. */
  anySeller?: boolean;
}

export interface Resolved {
  entry: ModelEntry;
  /** What was typed, where something else was taken; `note` says what. */
  asked?: string;
  note?: Warning;
}

/**
 * The row a person means by `provider/id`, by a bare id, by a provider and an id of it, or by another spelling of any of
 * these. A full ref goes before a bare id that looks like one; of several sellers the maker is meant.
 *
 * Throws `model.not-found` with the nearest refs, `model.ambiguous` with the candidates, `provider.not-found`.
 */
export function resolveModel(view: CatalogView, asked: Asked): Resolved {
  const wanted = asked.name.trim();
  if (asked.provider !== undefined) {
    const id = providerId(asked.provider, view);
    const entry = byRef(view, joinRef(id, wanted)) ?? throughOwnPrefix(view, id, wanted);
    return entry === undefined ? byMeaning(view, { ...asked, provider: id }) : { entry };
  }
  const entry =
    view.findModelEntry(asked.name) ?? byRef(view, wanted) ?? throughDisplayName(view, wanted);
  if (entry !== undefined) return { entry };
  return byBareId(view, asked) ?? byMeaning(view, asked);
}

function byRef(view: CatalogView, ref: string): ModelEntry | undefined {
  const entry = view.findModelEntry(ref);
  if (entry !== undefined) return entry;
  const alike = view.refsAlike(ref);
  if (alike.length > 1) throw ambiguous(ref, alike);
  return undefined;
}

/** `--provider openai --model openai/gpt-5` is said with a prefix too many. */
function throughOwnPrefix(view: CatalogView, id: string, text: string): ModelEntry | undefined {
  const parts = splitRef(text);
  if (parts === undefined || view.findProvider(parts.provider)?.provider.id !== id)
    return undefined;
  return byRef(view, joinRef(id, parts.id));
}

/** `Amazon Bedrock/…` by the provider's display name. */
function throughDisplayName(view: CatalogView, text: string): ModelEntry | undefined {
  const parts = splitRef(text);
  const found = parts === undefined ? undefined : view.findProvider(parts.provider);
  if (parts === undefined || found === undefined) return undefined;
  return byRef(view, joinRef(found.provider.id, parts.id));
}

function byBareId(view: CatalogView, asked: Asked): Resolved | undefined {
  const id = asked.name.trim();
  const found = view.findId(id);
  if (found === undefined) return undefined;
  const exact = found.rows.filter(({ ref }) => ref.endsWith(`/${id}`));
  const rows = exact.length > 0 ? exact : found.rows;
  const own = found.maker === null ? undefined : found.rows[found.maker];
  if (own !== undefined) {
    const provider = splitRef(own.ref)?.provider ?? "";
    const entry = exact.includes(own)
      ? view.findModelEntry(own.ref)
      : byRef(view, joinRef(provider, id));
    return entry === undefined ? undefined : { entry };
  }
  const [only] = rows;
  const entry = rows.length === 1 && only ? view.findModelEntry(only.ref) : undefined;
  // who alone sells a model is meant
  if (entry !== undefined && view.groupOf(entry).members.length === 1) return { entry };
  return ofResellers(view, asked, rows);
}

function byMeaning(view: CatalogView, asked: Asked): Resolved {
  const shown = asked.provider === undefined ? shownSo(view, asked) : undefined;
  if (shown !== undefined) return { entry: shown };
  const within = nameWithin(view, asked);
  const found = within && findWithin(view, asked, within);
  if (found !== undefined) return found;
  const other = otherSpelling(view, asked);
  if (other !== undefined) return other;
  throw notFound(view, within === undefined ? asked : { ...asked, ...within });
}

/** Of what was pasted with something around it, under the name it was pasted as. */
function findWithin(
  view: CatalogView,
  asked: Asked,
  within: Pick<Asked, "name" | "provider">,
): Resolved | undefined {
  try {
    const { entry } = resolveModel(view, { ...asked, ...within });
    return asSpelled(view, asked.name, entry);
  } catch (error) {
    if (error instanceof ModelForgeError && error.code === "model.not-found") return undefined;
    throw error;
  }
}
