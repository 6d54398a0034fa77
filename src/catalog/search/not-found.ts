import { ModelForgeError } from "../../failure.ts";
import { providerIn, refsMeant } from "./other-spelling.ts";
import type { CatalogView } from "../view.ts";
import { said } from "../words/said.ts";
import { quotedWord } from "../words/shell-word.ts";
import type { Asked } from "./resolve-model.ts";
import { rowsOfLine } from "./same-line.ts";
import { searchWords } from "./search.ts";

const mostNear = 3;

/** No row is meant: which are nearest, whatever a list would hide. */
export function notFound(view: CatalogView, asked: Asked): ModelForgeError {
  const { name, provider } = asked;
  const close = nearestRefs(view, asked).slice(0, mostNear);
  const named = close.map((ref) =>
    view.findModel(ref)?.status === "deprecated" ? `${ref} (deprecated)` : ref,
  );
  const seller = provider === undefined ? view.findProvider(name.trim())?.provider : undefined;
  const where = provider === undefined ? "" : ` at ${provider}`;
  return new ModelForgeError("model.not-found", {
    message:
      seller === undefined
        ? `no model ${said(name.trim())}${where} in the catalog`
        : `${seller.id} is a provider, and no model`,
    hint:
      seller === undefined
        ? hintFor(name, named)
        : `modelforge providers info ${seller.id} shows it, modelforge list --provider ${seller.id} its models`,
    details: { model: name.trim(), nearest: close },
  });
}

function hintFor(name: string, named: readonly string[]): string {
  if (named.length > 0) return `did you mean ${named.join(", ")}?`;
  return name.trim() === ""
    ? "modelforge list shows all"
    : `try: modelforge search ${quotedWord(name.trim())}`;
}

/**
 * What the name may mean, of its line the version that was typed, what it is a part of, other versions of the line, then
 * what a search finds.
 */
function nearestRefs(view: CatalogView, asked: Asked): string[] {
  const { name, provider } = asked;
  const { near, far } = refsMeant(view, asked);
  const { refs, isWhole } = found(view, name, provider);
  const { same, others, kin } = rowsOfLine(view, name, provider ?? providerIn(view, name));
  const ofLine = (rows: number[]): string[] => refsOf(view, rows, provider);
  // a slip in a word leaves no line, and a search that forgives it finds the name whole
  const rest =
    isWhole && others.length === 0
      ? [...refs, ...far]
      : [...far, ...ofLine([...others, ...kin]), ...refs];
  return [...new Set([...near, ...ofLine(same), ...rest])];
}

function found(view: CatalogView, words: string, provider: string | undefined) {
  const query = provider === undefined ? words : `${provider} ${words}`;
  const { rows, isWhole } = searchWords(query, view.searchIndex, view.columns);
  return { refs: refsOf(view, rows, provider), isWhole };
}

function refsOf(view: CatalogView, rows: readonly number[], provider: string | undefined) {
  return rows
    .map((row) => view.refs[row] ?? "")
    .filter((ref) => provider === undefined || ref.startsWith(`${provider}/`));
}
