import { resolveModel } from "../../catalog/search/resolve-model.ts";
import type { CatalogView } from "../../catalog/view.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { placeOf } from "../../config/findings.ts";
import { type Leaf, nameOf } from "../../config/layers.ts";
import { ModelForgeError } from "../../failure.ts";
import { meantByBareId } from "../bare-id.ts";
import { deprecationNotes } from "../deprecation.ts";
import type { OperationContext } from "../operation.ts";
import { ownModels } from "../own-models.ts";
import type { Correction } from "./corrections.ts";
import type { Said, Used } from "./spoken.ts";

/** A name that a model is given by. */
interface NamedModel {
  name: string;
  /** Looked for where there is something to say of it. */
  at(): Pick<Finding, "file" | "line">;
  /** Absent where a variable says it. */
  leaf?: Leaf;
  /** Whether the configuration adds it itself. */
  isAdded: boolean;
}

/** An alias in place of a model is looked at where it is defined. */
export function namedIn(
  { machine }: Pick<OperationContext, "machine">,
  { leaves, files }: Said,
): NamedModel[] {
  const isAlias = ({ path }: Leaf): boolean => path[0] === "aliases" && path.at(-1) === "model";
  const own = new Set(leaves.filter(isAlias).map(({ path }) => path[1]));
  const variable = machine.environment.get("MODELFORGE_MODEL");
  const added = new Set(ownModels({ leaves }));
  const given =
    variable === undefined
      ? []
      : [{ name: variable.trim(), at: () => ({ file: null, line: null }) }];
  const inFiles = leaves
    .filter((leaf) => nameOf(leaf.path) === "current" || isAlias(leaf))
    .map((leaf) => ({ name: String(leaf.value).trim(), at: () => placeOf(leaf, files), leaf }));
  return [...inFiles, ...given]
    .filter(({ name }) => !own.has(name))
    .map((one) => ({ ...one, isAdded: added.has(one.name) }));
}

interface LookedUp {
  findings: Finding[];
  correction?: Correction;
  /** Whose model it is, and where that is said. */
  used?: Used;
}

export function lookedUp(
  model: NamedModel,
  view: CatalogView,
  said: (error: ModelForgeError) => ModelForgeError,
): LookedUp {
  const { at, leaf, name, isAdded } = model;
  // what was added is known, whatever the catalog has
  if (isAdded) return { findings: [], used: { provider: splitRef(name)?.provider ?? "", at } };
  const findings = hiddenId(model, view);
  try {
    const { entry, note } = resolveModel(view, { name });
    const used = { provider: splitRef(entry.ref)?.provider ?? "", at };
    for (const { message } of deprecationNotes(view, [view.modelAt(entry.row)]))
      findings.push(finding("config.deprecated-model", at(), message));
    if (note === undefined) return { findings, used };
    findings.push(otherSpelling(model, entry.ref, note.message));
    const correction = leaf && { correction: { leaf, value: entry.ref } };
    return { findings, used, ...correction };
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    return { findings: [...findings, notFound(at, said(error))] };
  }
}

function hiddenId({ leaf, at }: NamedModel, view: CatalogView): Finding[] {
  const alias = leaf?.path[0] === "aliases" ? leaf.path[1] : undefined;
  const ref = alias === undefined ? undefined : meantByBareId(view, alias);
  if (alias === undefined || ref === undefined) return [];
  return [finding("config.alias-hides", at(), `${alias} is the id of a model, too: ${ref}`)];
}

function otherSpelling({ at, leaf, name }: NamedModel, ref: string, message: string): Finding {
  const fix =
    leaf === undefined
      ? `set MODELFORGE_MODEL to ${ref}`
      : `modelforge config set ${shellWord(nameOf(leaf.path))} ${shellWord(ref)}`;
  return finding("config.other-spelling", at(), `${name}: ${message}`, fix);
}

function notFound(at: NamedModel["at"], error: ModelForgeError): Finding {
  const isRemoved = error.details.removed !== undefined;
  const code = isRemoved ? "config.removed-model" : "config.unknown-model";
  return finding(code, at(), error.message, error.hint ?? null);
}
