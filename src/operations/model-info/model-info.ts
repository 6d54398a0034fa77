import { type ModelExtras, parseExtras } from "../../catalog/parse/extras.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { ModelFacts } from "../../catalog/words/facts.ts";
import type { ModelInfo } from "../../catalog/words/model.ts";
import type { ProviderInfo } from "../../catalog/words/provider.ts";
import type { Sellers } from "../../catalog/words/sellers.ts";
import type { Configuration } from "../../config/configuration.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import { deprecationNotes } from "../deprecation.ts";
import { lacksAny } from "../may-lack.ts";
import { misunderstood } from "../not-understood.ts";
import { type Operation, ofAllRows } from "../operation.ts";
import { namedModel } from "../named-model.ts";
import { rateFor } from "../rated.ts";
import { askAboutModels } from "../removed-model.ts";
import type { ModelInfoInput } from "./input.ts";

/** A model with everything known of it. */
export interface ModelDetails extends ModelInfo {
  /** What was asked for, where it was another spelling. */
  asked?: string;
  providerDetails: ProviderInfo;
  /** How many rows sell the same model, this one among them, and the cheapest. */
  sellers: Sellers;
  /** All rows that sell the same model, this one among them, in ref order; none where the fields shown leave them out. */
  offers: ModelInfo[];
  /** Benchmarks, licence, links and weights, where upstream has them for this model: `id` says for which it lists them. */
  facts: ModelFacts | null;
  /** What only one model at a time is asked for: reasoning controls, serving modes, its own endpoint. */
  extras: ModelExtras;
  /** The record as received. */
  wire: unknown;
}

export const modelInfo: Operation<ModelInfoInput, ModelDetails> = async (
  { access, configuration },
  input,
  options,
) => {
  const { result, catalog, warnings } = await askAboutModels(
    access,
    ofAllRows(options),
    (view, about) => {
      const { shown } = options;
      rateFor(view, shown);
      const { details, note } = describe(view, input, {
        withOffers: shown?.includes("offers") !== false,
        configuration,
      });
      const notes = [...note, ...deprecationNotes(view, [details])];
      const lacking = lacksAny([details]) ? misunderstood(about).addShown([details]) : undefined;
      return { details, notes, lacking };
    },
  );
  const all = [...warnings, ...result.notes];
  return { result: result.details, catalog, warnings: result.lacking?.warnings(all) ?? all };
};

interface Describing {
  withOffers: boolean;
  configuration: Configuration | undefined;
}

function describe(
  view: CatalogView,
  { model, provider }: ModelInfoInput,
  { withOffers, configuration }: Describing,
): { details: ModelDetails; note: Warning[] } {
  const { entry, asked, note } = namedModel(view, { name: model, provider }, configuration);
  const info = view.modelAt(entry.row, entry.model);
  const wire = view.wireOf(entry);
  const offers = withOffers ? view.groupOf(entry).members : [];
  const details = {
    ...info,
    ...(asked === undefined ? {} : { asked }),
    providerDetails: providerOf(view, info),
    sellers: view.sellersOf(entry),
    offers: offers.map((offer) => view.modelAt(offer.row, offer.place)),
    facts: view.factsOf(entry),
    extras: parseExtras(wire),
    wire,
  };
  return { details, note: note === undefined ? [] : [note] };
}

function providerOf(view: CatalogView, { provider }: ModelInfo): ProviderInfo {
  const found = view.findProvider(provider);
  if (found !== undefined) return found.provider;
  throw new ModelForgeError("internal.bug", {
    message: `the row's provider ${provider} is missing`,
  });
}
