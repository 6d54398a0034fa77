import { providerId } from "../../catalog/query/provider-id.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { beginningOf, said } from "../../catalog/words/said.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { Limits, ModelInfo } from "../../catalog/words/model.ts";
import type { Price } from "../../catalog/words/price.ts";
import type { ProviderInfo } from "../../catalog/words/provider.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import { deprecationNotes } from "../deprecation.ts";
import { namedModel } from "../named-model.ts";
import type { ConfigAddInput } from "./input.ts";

/** A model as the catalog has it, or as it was named where that lacks it. */
export interface AddedModel {
  provider: ProviderInfo;
  id: string;
  name: string;
  /** Null where the catalog lacks it. */
  limits: Limits | null;
  price: Price | null;
  notes: Warning[];
}

type Named = Pick<ConfigAddInput, "model" | "provider" | "unlisted">;

/** Throws what naming a model throws, `provider.not-found`, and `usage.bad-value` for one that says not whose it is. */
export function addedModel(view: CatalogView, asked: Named): AddedModel {
  return asked.unlisted === true ? unlistedModel(view, asked) : listedModel(view, asked);
}

function listedModel(view: CatalogView, { model, provider }: Named): AddedModel {
  const named = { name: model, ...(provider === undefined ? {} : { provider }) };
  const { entry, note } = namedModel(view, named, undefined);
  const found: ModelInfo = view.modelAt(entry.row);
  return {
    provider: providerIn(view, found.provider),
    id: found.id,
    name: found.name,
    limits: found.limits,
    price: found.price,
    notes: [...(note === undefined ? [] : [note]), ...deprecationNotes(view, [found])],
  };
}

function unlistedModel(view: CatalogView, { model, provider }: Named): AddedModel {
  const name = model.trim();
  const parts = provider === undefined ? splitRef(name) : { provider, id: name };
  if (parts === undefined || parts.id.trim() === "") {
    throw new ModelForgeError("usage.bad-value", {
      message: `whose is ${said(beginningOf(name))}? the catalog lacks it, and cannot say`,
      hint: `modelforge config add ${shellWord(beginningOf(name.replace(/\/$/, "")) || "my-model")} --provider <provider> --unlisted`,
      details: { model: beginningOf(name) },
    });
  }
  const { id } = parts;
  const whose = providerIn(view, providerId(parts.provider, view));
  return { provider: whose, id, name: id, limits: null, price: null, notes: [] };
}

function providerIn(view: CatalogView, id: string): ProviderInfo {
  const found = view.findProvider(id);
  if (found !== undefined) return found.provider;
  throw new ModelForgeError("internal.bug", { message: `the provider ${id} is gone` });
}
