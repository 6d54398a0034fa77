import { type Asked, type Resolved, resolveModel } from "../catalog/search/resolve-model.ts";
import type { CatalogView } from "../catalog/view.ts";
import { aliasedIn, isReservedAlias } from "../config/aliases.ts";
import type { Configuration } from "../config/configuration.ts";
import { ModelForgeError, retold } from "../failure.ts";
import { reservedUnset } from "./reserved-alias.ts";

/** The row that is meant by a name, which may be an alias of the person's. Throws what `resolveModel` throws. */
export function namedModel(
  view: CatalogView,
  asked: Asked,
  configuration: Pick<Configuration, "find"> | undefined,
): Resolved {
  const isOpen = configuration !== undefined && asked.provider === undefined;
  const name = isOpen ? aliasedIn(configuration, asked.name) : asked.name;
  if (name === asked.name) return isOpen ? unreserved(view, asked) : resolveModel(view, asked);
  try {
    return { ...resolveModel(view, { ...asked, name }), asked: asked.name };
  } catch (error) {
    throw error instanceof ModelForgeError ? ofAlias(error, asked.name, name) : error;
  }
}

/** The same of a name that is no alias: `small` and `large` mean no model that only looks like them. */
export function unreserved(view: CatalogView, asked: Asked): Resolved {
  const name = asked.name.trim();
  if (isReservedAlias(name) && view.findId(name) === undefined) throw reservedUnset(name);
  return resolveModel(view, asked);
}

function ofAlias(error: ModelForgeError, alias: string, model: string): ModelForgeError {
  return retold(error, {
    message: `the alias ${alias} stands for ${model}: ${error.message}`,
    details: { ...error.details, alias },
  });
}
