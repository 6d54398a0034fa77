import type { CatalogView } from "../../catalog/view.ts";
import { splitRef } from "../../catalog/words/ref.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { placeInList } from "../../config/alias-words.ts";
import { isReservedAlias } from "../../config/aliases.ts";
import { type Leaf, nameOf } from "../../config/layers.ts";
import { ModelForgeError } from "../../failure.ts";
import { meantByBareId } from "../bare-id.ts";
import { deprecationNotes } from "../deprecation.ts";
import type { OperationContext } from "../operation.ts";
import { unreserved } from "../named-model.ts";
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
  /** Its place in a list. */
  index?: number;
  /** Whether the configuration adds it itself. */
  isAdded: boolean;
}

/** An alias in place of a model is looked at where it is defined. */
export function namedIn(
  { machine }: Pick<OperationContext, "machine">,
  { leaves, files }: Said,
): NamedModel[] {
  const own = new Set(
    leaves.filter(({ path }) => isPart(path, "model")).map(({ path }) => path[1]),
  );
  const variable = machine.environment.get("MODELFORGE_MODEL");
  const added = new Set(ownModels({ leaves }));
  const given =
    variable === undefined
      ? []
      : [{ name: variable.trim(), at: () => ({ file: null, line: null }) }];
  const inFiles = leaves.flatMap((leaf) =>
    namesOf(leaf).map((one) => ({
      ...one,
      leaf,
      at: () => placeInList({ leaf, ...one }, files),
    })),
  );
  return [...inFiles, ...given]
    .filter(({ name }) => !own.has(name))
    .map((one) => ({ ...one, isAdded: added.has(one.name) }));
}

function namesOf({ path, value }: Leaf): { name: string; index?: number }[] {
  if (nameOf(path) === "current" || isPart(path, "model")) return [{ name: String(value).trim() }];
  if (!isPart(path, "fallback")) return [];
  return (value as string[]).map((name, index) => ({ name: name.trim(), index }));
}

/** Whether a path is that of a part of an alias. */
function isPart([section, , part]: readonly string[], name: string): boolean {
  return section === "aliases" && part === name;
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
  const { at, leaf, index, name, isAdded } = model;
  const findings = hiddenId(model, view);
  // what was added is known, whatever the catalog has
  if (isAdded) return { findings, used: { provider: splitRef(name)?.provider ?? "", at } };
  try {
    const { entry, note } = unreserved(view, { name });
    const used = { provider: splitRef(entry.ref)?.provider ?? "", at };
    for (const { message } of deprecationNotes(view, [view.modelAt(entry.row)]))
      findings.push(finding("config.deprecated-model", at(), message));
    if (note === undefined) return { findings, used };
    findings.push(otherSpelling(model, entry.ref, note.message));
    const correction = leaf && { correction: { leaf, index, value: entry.ref } };
    return { findings, used, ...correction };
  } catch (error) {
    if (!(error instanceof ModelForgeError)) throw error;
    return { findings: [...findings, notFound(at, said(error))] };
  }
}

function hiddenId({ leaf, at }: NamedModel, view: CatalogView): Finding[] {
  const alias = leaf && isPart(leaf.path, "model") ? leaf.path[1] : undefined;
  // that it goes before an id is what it is for
  if (alias !== undefined && isReservedAlias(alias)) return [];
  const ref = alias === undefined ? undefined : meantByBareId(view, alias);
  if (alias === undefined || ref === undefined) return [];
  return [finding("config.alias-hides", at(), `${alias} is the id of a model, too: ${ref}`)];
}

function otherSpelling(
  { at, leaf, index, name }: NamedModel,
  ref: string,
  message: string,
): Finding {
  const fix =
    leaf === undefined
      ? `set MODELFORGE_MODEL to ${ref}`
      : index === undefined
        ? `modelforge config set ${shellWord(nameOf(leaf.path))} ${shellWord(ref)}`
        : `write ${ref} in its place`;
  return finding("config.other-spelling", at(), `${name}: ${message}`, fix);
}

function notFound(at: NamedModel["at"], error: ModelForgeError): Finding {
  const isRemoved = error.details.removed !== undefined;
  const code = isRemoved ? "config.removed-model" : "config.unknown-model";
  return finding(code, at(), error.message, error.hint ?? null);
}
