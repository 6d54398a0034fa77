import { beginningOf, said } from "../catalog/words/said.ts";
import { aliasedIn, aliasPattern, isReservedAlias } from "../config/aliases.ts";
import type { Configuration } from "../config/configuration.ts";
import { refuseSecret } from "../config/secrets.ts";
import { ModelForgeError, type Warning } from "../failure.ts";
import { meantByBareId } from "./bare-id.ts";
import type { OperationContext, OperationOptions } from "./operation.ts";

/** Throws `usage.bad-value` for what cannot be an alias, or cannot stand for that model. */
export function checkAlias(
  configuration: Pick<Configuration, "find">,
  alias: string,
  model: string,
): void {
  checkAliasName(alias);
  if (model.trim() === alias) throw ofItself(alias);
  if (aliasedIn(configuration, model) !== model) throw aliasOfAlias(alias, model.trim());
}

/** Throws `usage.bad-value`. */
export function checkAliasName(name: string): void {
  refuseSecret(name);
  if (aliasPattern.test(name.trim())) return;
  throw new ModelForgeError("usage.bad-value", {
    message: `${said(beginningOf(name))} is no name for an alias`,
    hint: "it takes small letters, digits, dots, _ and -, at most 64, and begins with a letter or a digit",
    details: { alias: name },
  });
}

/** An alias goes before an id: what was meant by the id alone is the alias from now on. */
export async function hiddenBy(
  { access }: Pick<OperationContext, "access">,
  alias: string,
  options: OperationOptions,
): Promise<Warning[]> {
  // that it goes before an id is what it is for
  if (isReservedAlias(alias)) return [];
  const { result } = await access.ask(options, (view) => ({
    first: meantByBareId(view, alias),
    refs: view.findId(alias)?.rows.map(({ ref }) => ref) ?? [],
  }));
  const { first, refs } = result;
  if (first === undefined) return [];
  const message = `${alias} is the id of a model, too: alone it now means the alias, and ${first} the model`;
  return [{ code: "config.alias-hides", message, details: { alias, refs } }];
}

function ofItself(alias: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `the alias ${alias} cannot stand for itself`,
    hint: "name the model by its ref, as in openai/gpt-5",
    details: { alias, model: alias },
  });
}

function aliasOfAlias(alias: string, model: string): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${model} is an alias itself, and ${alias} is to stand for a model`,
    hint: `modelforge config get aliases.${model}.model --resolved says which model that is`,
    details: { alias, model },
  });
}
