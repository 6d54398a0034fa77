import { resolveModel } from "../../catalog/search/resolve-model.ts";
import type { CatalogView } from "../../catalog/view.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { placeOf } from "../../config/findings.ts";
import { type Leaf, nameOf } from "../../config/layers.ts";
import type { ConfigFile } from "../../config/read-file.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import type { CatalogStamp } from "../../modelsdev/stamp.ts";
import { deprecationNotes } from "../deprecation.ts";
import { withLastSeen } from "../last-seen.ts";
import { mayBeNewer } from "../old-catalog.ts";
import type { OperationContext, OperationOptions } from "../operation.ts";
import { ownModels } from "../own-models.ts";
import { meantByBareId } from "../bare-id.ts";
import type { Correction } from "./corrections.ts";

interface Looked {
  result: Finding[];
  corrections: Correction[];
  catalog?: CatalogStamp;
  warnings: Warning[];
}

interface Said {
  leaves: readonly Leaf[];
  files: readonly ConfigFile[];
}

/** A name that a model is given by. */
interface NamedModel {
  name: string;
  /** Looked for where there is something to say of it. */
  at(): Pick<Finding, "file" | "line">;
  /** Absent where a variable says it. */
  leaf?: Leaf;
}

const nothing: Looked = { result: [], corrections: [], warnings: [] };

/** What the catalog has to say of the models that are named. Where none answers, that is what is found. */
export async function modelFindings(
  context: OperationContext,
  said: Said,
  options: OperationOptions,
): Promise<Looked> {
  const named = namedIn(context, said);
  if (named.length === 0) return nothing;
  try {
    const { access } = context;
    const { result, catalog, warnings } = await access.ask(options, (view, about) =>
      named.map((model) =>
        lookedUp(model, view, (error) => withLastSeen(error, access, view, about)),
      ),
    );
    return {
      result: result.flatMap(({ findings }) => findings.map((one) => doubted(one, catalog))),
      corrections: result.flatMap(({ correction }) => correction ?? []),
      catalog,
      warnings,
    };
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code === "cancelled") throw error;
    const message = `no model was looked up: ${error.message}`;
    return { ...nothing, result: [finding("config.not-checked", {}, message, error.hint ?? null)] };
  }
}

/** An alias in place of a model is looked at where it is defined. */
function namedIn(
  { machine }: Pick<OperationContext, "machine">,
  { leaves, files }: Said,
): NamedModel[] {
  const isAlias = ({ path }: Leaf): boolean => path[0] === "aliases" && path.at(-1) === "model";
  const own = new Set(leaves.filter(isAlias).map(({ path }) => path[1]));
  const variable = machine.environment.get("MODELFORGE_MODEL");
  const given =
    variable === undefined
      ? []
      : [{ name: variable.trim(), at: () => ({ file: null, line: null }) }];
  const inFiles = leaves
    .filter((leaf) => nameOf(leaf.path) === "current" || isAlias(leaf))
    .map((leaf) => ({ name: String(leaf.value).trim(), at: () => placeOf(leaf, files), leaf }));
  // what was added is known, whatever the catalog has
  const added = new Set(ownModels({ leaves }));
  return [...inFiles, ...given].filter(({ name }) => !own.has(name) && !added.has(name));
}

function lookedUp(
  model: NamedModel,
  view: CatalogView,
  said: (error: ModelForgeError) => ModelForgeError,
): { findings: Finding[]; correction?: Correction } {
  const { at, leaf, name } = model;
  const findings = hiddenId(model, view);
  try {
    const { entry, note } = resolveModel(view, { name });
    for (const { message } of deprecationNotes(view, [view.modelAt(entry.row)]))
      findings.push(finding("config.deprecated-model", at(), message));
    if (note === undefined) return { findings };
    findings.push(otherSpelling(model, entry.ref, note.message));
    return { findings, ...(leaf === undefined ? {} : { correction: { leaf, value: entry.ref } }) };
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
      : `modelforge config set ${nameOf(leaf.path)} ${ref}`;
  return finding("config.other-spelling", at(), `${name}: ${message}`, fix);
}

function notFound(at: NamedModel["at"], error: ModelForgeError): Finding {
  const isRemoved = error.details.removed !== undefined;
  const code = isRemoved ? "config.removed-model" : "config.unknown-model";
  return finding(code, at(), error.message, error.hint ?? null);
}

/** What an old catalog does not have may be new. */
function doubted(one: Finding, catalog: CatalogStamp): Finding {
  const why = one.code === "config.unknown-model" ? mayBeNewer(catalog) : undefined;
  if (why === undefined) return one;
  return { ...one, severity: "warning", message: `${one.message}; ${why}` };
}
