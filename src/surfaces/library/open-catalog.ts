import type { ModelInfo } from "../../catalog/words/model.ts";
import type { ProviderInfo } from "../../catalog/words/provider.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { ModelForgeError } from "../../failure.ts";
import { badValue, isText, type Kind, kind } from "../../operations/input-kinds.ts";
import { frozen } from "./own.ts";

const refKind = kind('a ref like "openai/gpt-5"', isText);
const nameKind = kind('the id or the name of a provider, like "openai"', isText);
// by a name, not by the class: import and require bring a class each
const inside = Symbol.for("modelforge.catalog-view");

/** One catalog, as it was when it was opened. What it is made of stays inside. */
export class OpenCatalog {
  readonly #view: CatalogView;
  readonly #found = new Map<string, ModelInfo>();

  constructor(view: CatalogView) {
    this.#view = view;
  }

  static {
    // no part of the type: it is for the functions that are given a catalog
    Object.defineProperty(OpenCatalog.prototype, inside, {
      get(this: OpenCatalog) {
        return OpenCatalog.#inside(this);
      },
    });
  }

  /** A proxy of a catalog has nothing inside, nor has what inherits from one. */
  static #inside(catalog: OpenCatalog): CatalogView {
    if (#view in catalog) return catalog.#view;
    throw noCatalog("this", catalog);
  }

  /**
   * The row of a full ref, undefined where there is none; case, and `_` for `-` in the provider, are forgiven where
   * nothing matches exactly. The row is frozen, as every look-up gives the same one.
   *
   * @throws ModelForgeError `usage.bad-value`; `cache.damaged` for a part that is.
   */
  findModel(ref: string): ModelInfo | undefined {
    const view = OpenCatalog.#inside(this);
    const known = this.#found.get(ref);
    if (known !== undefined) return known;
    const model = view.findModel(refKind.read(ref, "ref") as string);
    if (model !== undefined) this.#found.set(ref, frozen(model));
    return model;
  }

  /**
   * A provider by id or display name, undefined where there is none.
   *
   * @throws ModelForgeError `usage.bad-value`; `cache.damaged` for a part that is.
   */
  findProvider(name: string): ProviderInfo | undefined {
    return OpenCatalog.#inside(this).findProvider(nameKind.read(name, "name") as string)?.provider;
  }

  /** All providers, sorted by id. */
  providers(): ProviderInfo[] {
    return OpenCatalog.#inside(this).providers();
  }

  /** The refs of all models, sorted. */
  refs(): string[] {
    return [...OpenCatalog.#inside(this).refs];
  }
}

/** Reads what is inside of it. */
export const openCatalog: Kind = {
  takes: "a catalog as client.open() gives it",
  read: (value, field): CatalogView => {
    const view = insideOf(value);
    if (view === undefined) throw noCatalog(field, value);
    return view;
  },
};

function insideOf(value: unknown): CatalogView | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  try {
    return (value as Record<symbol, CatalogView | undefined>)[inside];
  } catch {
    return undefined;
  }
}

function noCatalog(field: string, given: unknown): ModelForgeError {
  return badValue(field, given, `it takes ${openCatalog.takes}`);
}
