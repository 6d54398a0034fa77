import { ModelForgeError } from "../../failure.ts";
import { refsMeant } from "./other-spelling.ts";
import type { CatalogView } from "../view.ts";
import { said } from "../words/said.ts";
import { quotedWord } from "../words/shell-word.ts";
import type { Asked } from "./resolve-model.ts";
import { isOfLine, lineOf } from "./same-line.ts";
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

/** What the name may mean, then what a search finds; of that the same line before others. */
function nearestRefs(view: CatalogView, asked: Asked): string[] {
  const { name, provider } = asked;
  const { near, far } = refsMeant(view, asked);
  const { refs, isWhole } = found(view, name, provider);
  const line = lineOf(name);
  const isSame = (ref: string): boolean => isOfLine(line, ref);
  const same = refs.filter(isSame);
  const siblings =
    line.length > 0 && same.length === 0 ? found(view, line.join(" "), provider).refs : [];
  const rest = [...same, ...siblings.filter(isSame), ...refs];
  return [...new Set(isWhole ? [...near, ...rest, ...far] : [...near, ...far, ...rest])];
}

function found(view: CatalogView, words: string, provider: string | undefined) {
  const query = provider === undefined ? words : `${provider} ${words}`;
  const { rows, isWhole } = searchWords(query, view.searchIndex, view.columns);
  const refs = rows
    .map((row) => view.refs[row] ?? "")
    .filter((ref) => provider === undefined || ref.startsWith(`${provider}/`));
  return { refs, isWhole };
}
