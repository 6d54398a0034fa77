import { ModelForgeError } from "../../../failure.ts";
import type { PickerCatalog, Question } from "../picker/contract.ts";
import type { Move, Wizard } from "./wizard.ts";

/** The list of `discover`, with the models of the provider alone. */
export async function askModel(wizard: Wizard): Promise<Move> {
  const { asking, browsing, draft } = wizard;
  const { view, catalog, question } = browsing;
  const { provider, own } = draft;
  const facets = { ...question.facets, provider: [provider] };
  const only = (asked: Question): Question => ({
    ...asked,
    facets: { ...asked.facets, provider: [provider] },
  });
  const narrowed: PickerCatalog = {
    ...catalog,
    rowCount: rowsOf(wizard),
    providers: [provider],
    find: (asked) => catalog.find(only(asked)),
  };
  // what was chosen before stands first
  const query = own.model?.slice(provider.length + 1) ?? "";
  const leaving = await asking.pick(narrowed, { ...question, query, facets });
  if (leaving.kind === "cancelled") {
    throw new ModelForgeError("cancelled", { message: "cancelled: nothing was written" });
  }
  if (leaving.kind === "left") return "back";
  const [model] = view.modelsAt(leaving.rows);
  if (model === undefined) return "again";
  own.model = model.ref;
  return "next";
}

function rowsOf({ browsing, draft }: Wizard): number {
  const { columns } = browsing.view;
  const position = columns.providers.indexOf(draft.provider);
  return columns.provider.reduce((count, one) => count + (one === position ? 1 : 0), 0);
}
