import { filterRows } from "../../../catalog/query/filter.ts";
import type { FilterInput, ModelFilter } from "../../../catalog/query/filter-fields.ts";
import { resolveFilter } from "../../../catalog/query/resolve.ts";
import { sortRows, usualOrder } from "../../../catalog/query/sort.ts";
import { findRows } from "../../../catalog/search/find.ts";
import type { CatalogView } from "../../../catalog/view.ts";
import { capabilities } from "../../../catalog/words/capability.ts";
import { clean } from "../../../catalog/words/clean.ts";
import { statuses } from "../../../catalog/words/model.ts";
import { configuredProviders } from "../../../credentials/from-environment.ts";
import { atHand } from "../../../operations/at-hand.ts";
import { type Operation, ofAllRows } from "../../../operations/operation.ts";
import type { Found, PickerCatalog, PickerSort, Question } from "../picker/contract.ts";
import { cutRef } from "../render/cut-ref.ts";
import type { Style } from "../render/style.ts";
import { drawLine, drawPreview } from "./drawn-model.ts";
import { facetsOf, filterOf } from "./question.ts";

export interface BrowseInput {
  query: string;
  filter: FilterInput;
  sort: PickerSort;
  descending: boolean;
  /** Flags no key changes, as they are shown. */
  fixedFilters: string;
  style: Style;
}

/** A catalog that stays open as long as somebody looks at it. */
export interface Browsing {
  view: CatalogView;
  catalog: PickerCatalog;
  question: Question;
}

/** Asked like any question, so that waiting, Ctrl-C and damage are met in the same way. */
export const browse: Operation<BrowseInput, Browsing> = async (context, input, options) => {
  const { access } = context;
  const environment = await atHand(context);
  return access.ask(ofAllRows(options), (view) => {
    // what somebody will look at next is not known yet
    view.checkPrepared();
    const flags = resolveFilter(input.filter, view, () =>
      configuredProviders(view.providerVariables(), environment),
    );
    const facets = facetsOf(flags);
    const { query, sort, descending, style, fixedFilters } = input;
    const question = { query, facets, sort, descending };
    const catalog: PickerCatalog = {
      rowCount: view.columns.rowCount,
      providers: view.columns.providers.toSorted(),
      capabilities,
      statuses: [...new Set([...statuses, ...view.columns.statuses])],
      fixedFilters,
      clean,
      cutRef,
      find: (asked) => findModels(view, flags, asked),
      line: (row) => drawLine(view.modelAt(row), style.unknown),
      preview: (row) => drawPreview(row, view, style, environment),
    };
    // what turns out damaged now is replaced; later it would end the picker
    const [first] = catalog.find(question).rows;
    if (first !== undefined) catalog.preview(first);
    return { view, catalog, question };
  });
};

function findModels(view: CatalogView, flags: ModelFilter, asked: Question): Found {
  const { query, facets, sort, descending } = asked;
  const filter = filterOf(flags, facets);
  const isSearch = query.trim() !== "";
  const among = isSearch ? findRows(view, query) : undefined;
  const found = filterRows(view, filter, among);
  if (isSearch && sort === "relevance") {
    const rows = Array.from(found.rows);
    return { ...found, rows: descending ? rows.reverse() : rows };
  }
  const key = sort === "relevance" ? usualOrder : sort;
  return { ...found, rows: sortRows(found.rows, view.columns, key, descending) };
}
