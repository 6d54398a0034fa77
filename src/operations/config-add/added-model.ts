import { providerId } from "../../catalog/query/provider-id.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { beginningOf, said } from "../../catalog/words/said.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { Limits, ModelInfo } from "../../catalog/words/model.ts";
import type { Price } from "../../catalog/words/price.ts";
import type { ProviderInfo } from "../../catalog/words/provider.ts";
import { ModelForgeError, retold, type Warning } from "../../failure.ts";
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

/**
 * `own`: the provider that the configuration describes under a name, where it does. Throws what naming a model throws,
 * `provider.not-found`, and `usage.bad-value` for one that says not whose it is.
 */
export function addedModel(view: CatalogView, asked: Named, own: OwnProvider): AddedModel {
  if (asked.unlisted !== true) return listedModel(view, asked);
  const { provider, id } = whoseModel(asked);
  const listed = view.findModel(`${provider}/${id}`);
  if (listed !== undefined) return asListed(view, listed, []);
  const described = own(provider);
  const known = view.findProvider(provider)?.provider;
  return unlisted(known ?? (described.api === null ? named(view, provider) : described), id);
}

/** The same where there is no catalog to ask. */
export function modelOfOwn(asked: Named, own: OwnProvider): AddedModel {
  const { provider, id } = whoseModel(asked);
  return unlisted(own(provider), id);
}

type OwnProvider = (id: string) => ProviderInfo;

function listedModel(view: CatalogView, { model, provider }: Named): AddedModel {
  const named = { name: model, ...(provider === undefined ? {} : { provider }) };
  const { entry, note } = namedModel(view, named, undefined);
  return asListed(view, view.modelAt(entry.row), note === undefined ? [] : [note]);
}

function asListed(view: CatalogView, found: ModelInfo, notes: readonly Warning[]): AddedModel {
  return {
    provider: providerIn(view, found.provider),
    id: found.id,
    name: found.name,
    limits: found.limits,
    price: found.price,
    notes: [...notes, ...deprecationNotes(view, [found])],
  };
}

function unlisted(provider: ProviderInfo, id: string): AddedModel {
  return { provider, id, name: id, limits: null, price: null, notes: [] };
}

function whoseModel({ model, provider }: Named): { provider: string; id: string } {
  const name = model.trim();
  const parts = provider === undefined ? splitRef(name) : { provider, id: name };
  if (parts === undefined || parts.id.trim() === "") {
    throw new ModelForgeError("usage.bad-value", {
      message: `whose is ${said(beginningOf(name))}? the catalog lacks it, and cannot say`,
      hint: `modelforge config add ${shellWord(beginningOf(name.replace(/\/$/, "")) || "my-model")} --provider <provider> --unlisted`,
      details: { model: beginningOf(name) },
    });
  }
  return { provider: parts.provider.trim(), id: parts.id };
}

/** By another spelling; else it is said how one describes a provider. */
function named(view: CatalogView, provider: string): ProviderInfo {
  try {
    return providerIn(view, providerId(provider, view));
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code !== "provider.not-found") throw error;
    const own = `modelforge config set providers.${shellWord(beginningOf(provider))}.baseUrl <address> describes one of your own`;
    throw retold(error, { hint: error.hint === undefined ? own : `${error.hint}; ${own}` });
  }
}

function providerIn(view: CatalogView, id: string): ProviderInfo {
  const found = view.findProvider(id);
  if (found !== undefined) return found.provider;
  throw new ModelForgeError("internal.bug", { message: `the provider ${id} is gone` });
}
