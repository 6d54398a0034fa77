import { splitRef } from "../catalog/words/ref.ts";
import { shellWord } from "../catalog/words/shell-word.ts";
import { beginningOf, said } from "../catalog/words/said.ts";
import { ModelForgeError, retold, type Warning } from "../failure.ts";
import type { CatalogStamp } from "../modelsdev/stamp.ts";
import { aliasedIn } from "../config/aliases.ts";
import { kindWords } from "../config/kind-words.ts";
import { refuseSecretPlace } from "../config/secret-places.ts";
import { refuseSecret } from "../config/secrets.ts";
import { configurationOf } from "./configuration-of.ts";
import { ownModels } from "./own-models.ts";
import { namedModel } from "./named-model.ts";
import { mayBeNewer } from "./old-catalog.ts";
import type { OperationContext, OperationOptions } from "./operation.ts";
import { refuseAnySecret } from "./refuse-secret.ts";

interface Kept {
  /** A ref; an alias, or what the catalog lacks, as it was typed. */
  name: string;
  catalog?: CatalogStamp;
  warnings: Warning[];
}

/**
 * A model as a configuration keeps it. Throws what naming a model throws; one that the catalog lacks is taken where it is
 * `unlisted`, and with a warning where the catalog is old.
 */
export async function modelToKeep(
  context: OperationContext,
  { model, unlisted }: { model: string; unlisted: boolean },
  options: OperationOptions,
): Promise<Kept> {
  const name = model.trim();
  await refuseAnySecret(context, name);
  // a part of a ref, too
  refuseSecret(name.replaceAll("/", " "));
  refuseSecretPlace({ path: ["current"], value: name });
  if (kindWords.name.read(name) === undefined) {
    throw new ModelForgeError("usage.bad-value", {
      message: `no model is called ${said(beginningOf(model))}`,
      hint: `it takes ${kindWords.name.takes}, for example modelforge config use openai/gpt-5`,
      details: { model: beginningOf(model) },
    });
  }
  if (unlisted) return { name, warnings: [] };
  const configuration = configurationOf(context);
  const meant = aliasedIn(configuration, name);
  // what was added is known, whatever the catalog has
  if (ownModels(configuration).includes(meant)) return { name, warnings: [] };
  const isAlias = meant !== name;
  try {
    const { result, catalog, warnings } = await context.access.ask(options, (view) => {
      const { entry, note } = namedModel(view, { name }, configuration);
      return { ref: entry.ref, notes: note === undefined ? [] : [note] };
    });
    const all = [...warnings, ...result.notes];
    return { name: isAlias ? name : result.ref, catalog, warnings: all };
  } catch (error) {
    const warning = newerThan(context.access.unanswering, error, name);
    if (warning === undefined) throw orUnlisted(error, name);
    return { name, warnings: [warning] };
  }
}

/** A ref that an old catalog lacks is taken: the model may be newer. */
function newerThan(
  catalog: CatalogStamp | undefined,
  error: unknown,
  name: string,
): Warning | undefined {
  const isUnknown = error instanceof ModelForgeError && error.code === "model.not-found";
  if (!isUnknown || catalog === undefined || splitRef(name) === undefined) return undefined;
  const why = mayBeNewer(catalog);
  return why === undefined
    ? undefined
    : { code: "config.unknown-model", message: `${error.message}; ${why}` };
}

/** A failure to find a model, with the flag that takes it all the same. */
export function orUnlisted(error: unknown, model: string): unknown {
  if (!(error instanceof ModelForgeError) || error.code !== "model.not-found") return error;
  const also = `--unlisted takes ${shellWord(model)} all the same`;
  return retold(error, {
    hint: error.hint === undefined ? also : `${error.hint.replace(/[.;]$/, "")}; ${also}`,
  });
}
