import { ModelForgeError } from "../../failure.ts";
import type { ModelEntry } from "../prepared/lookup.ts";
import { providerId } from "../query/provider-id.ts";
import { joinRef, splitRef } from "../words/ref.ts";
import { said } from "../words/said.ts";
import { searchRows } from "./search.ts";
import { quotedWord } from "../words/shell-word.ts";
import type { CatalogView } from "../view.ts";

/**
 * The row a person means by `provider/id`, by a bare id, or by a provider and an id of it.
 * A full ref goes before a bare id that looks like one; of several sellers of a bare id, the maker is meant.
 *
 * Throws `model.not-found` with the nearest refs, `model.ambiguous` with the candidates, `provider.not-found`.
 */
export function resolveModel(view: CatalogView, text: string, provider?: string): ModelEntry {
  const wanted = text.trim();
  if (provider !== undefined) {
    const id = providerId(provider, view);
    return (
      view.findModelEntry(joinRef(id, wanted)) ??
      throughOwnPrefix(view, id, wanted) ??
      fail(view, wanted, id)
    );
  }
  const entry = view.findModelEntry(wanted) ?? throughDisplayName(view, wanted);
  if (entry !== undefined) return entry;
  return resolveBareId(view, wanted) ?? fail(view, wanted, undefined);
}

/** `--provider openai --model openai/gpt-5` is said with a prefix too many. */
function throughOwnPrefix(view: CatalogView, id: string, text: string): ModelEntry | undefined {
  const parts = splitRef(text);
  if (parts === undefined || view.findProvider(parts.provider)?.provider.id !== id)
    return undefined;
  return view.findModelEntry(joinRef(id, parts.id));
}

/** `Amazon Bedrock/…` by the provider's display name. */
function throughDisplayName(view: CatalogView, text: string): ModelEntry | undefined {
  const parts = splitRef(text);
  const found = parts === undefined ? undefined : view.findProvider(parts.provider);
  if (parts === undefined || found === undefined) return undefined;
  return view.findModelEntry(joinRef(found.provider.id, parts.id));
}

function resolveBareId(view: CatalogView, id: string): ModelEntry | undefined {
  const found = view.findId(id);
  if (found === undefined) return undefined;
  const exact = found.rows.filter(({ ref }) => ref.endsWith(`/${id}`));
  const rows = exact.length > 0 ? exact : found.rows;
  const own = found.maker === null ? undefined : found.rows[found.maker];
  const row = rows.length === 1 ? rows[0] : own;
  if (row !== undefined) return view.findModelEntry(row.ref);
  const candidates = rows.map(({ ref }) => ref);
  throw new ModelForgeError("model.ambiguous", {
    message: `${said(id)} is sold by ${candidates.length} providers, none of them its maker`,
    hint: `name one: ${candidates.slice(0, 5).join(", ")}${candidates.length > 5 ? ", …" : ""}`,
    details: { id, candidates },
  });
}

function fail(view: CatalogView, text: string, provider: string | undefined): never {
  const close = nearestRefs(view, text, provider);
  const named = close.map(({ ref, isDeprecated }) => (isDeprecated ? `${ref} (deprecated)` : ref));
  const where = provider === undefined ? "" : ` at ${provider}`;
  throw new ModelForgeError("model.not-found", {
    message: `no model ${said(text)}${where} in the catalog`,
    hint:
      named.length > 0
        ? `did you mean ${named.join(", ")}?`
        : text.trim() === ""
          ? "modelforge list shows all"
          : `try: modelforge search ${quotedWord(text)}`,
    details: { model: text, nearest: close.map(({ ref }) => ref) },
  });
}

/** Over all rows, whatever a list would hide. */
function nearestRefs(view: CatalogView, text: string, provider: string | undefined) {
  const query = provider === undefined ? text : `${provider} ${text}`;
  const { status, statuses } = view.columns;
  return searchRows(query, view.searchIndex, view.columns)
    .filter((row) => provider === undefined || view.refs[row]?.startsWith(`${provider}/`))
    .slice(0, 3)
    .map((row) => ({
      ref: view.refs[row] ?? "",
      isDeprecated: statuses[(status[row] as number) - 1] === "deprecated",
    }));
}
