import { resolveModel } from "../../catalog/search/resolve-model.ts";
import type { CatalogView } from "../../catalog/view.ts";
import type { ModelInfo } from "../../catalog/words/model.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { type AliasParts, aliasesOf } from "../../config/alias-parts.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { placeOf } from "../../config/findings.ts";
import type { Leaf } from "../../config/layers.ts";
import type { ConfigFile } from "../../config/read-file.ts";
import { ModelForgeError } from "../../failure.ts";
import { lackingOf, misfitsOf } from "../alias-fit.ts";

/** What the models of aliases cannot do, or do not take, of what their aliases say. `leaves`: what counts of the files. */
export function aliasFits(
  view: CatalogView,
  leaves: readonly Leaf[],
  files: readonly ConfigFile[],
): Finding[] {
  return aliasesOf(leaves).flatMap((alias) => {
    const { needs, parameters } = alias.leaves;
    if (needs === undefined && parameters === undefined) return [];
    const rows = alias.models.flatMap(({ name }) => rowOf(view, name) ?? []);
    const each = new Map(rows.map((row) => [row.ref, row]));
    return [...each.values()].flatMap((row) => [
      ...lacking(alias, row, files),
      ...misfits(alias, row, files),
    ]);
  });
}

function lacking(alias: AliasParts, row: ModelInfo, files: readonly ConfigFile[]): Finding[] {
  const { needs } = alias.leaves;
  if (needs === undefined) return [];
  const list = `modelforge list --capability ${alias.needs.join(",")}`;
  return lackingOf(alias.alias, alias.needs, row).map(({ message, isSure }) => {
    const at = { ...placeOf(needs, files), ...(isSure ? {} : { severity: "warning" as const }) };
    return finding("config.lacks-capability", at, message, `take another: ${list}`);
  });
}

function misfits(alias: AliasParts, row: ModelInfo, files: readonly ConfigFile[]): Finding[] {
  const { parameters: leaf } = alias.leaves;
  if (leaf === undefined) return [];
  return misfitsOf(leaf.value, row).map(({ code, message, path }) => {
    const at = placeOf({ ...leaf, path: [...leaf.path, ...path] }, files);
    const [name = ""] = path;
    const fix = `modelforge config alias ${shellWord(alias.alias)} --remove --parameter ${shellWord(name)}`;
    return finding(
      code,
      at,
      `${alias.alias}: ${message}`,
      code === "config.unused-parameter" ? fix : null,
    );
  });
}

/** What cannot be found is said where it is named. */
function rowOf(view: CatalogView, name: string): ModelInfo | undefined {
  try {
    return view.modelAt(resolveModel(view, { name }).entry.row);
  } catch (error) {
    if (error instanceof ModelForgeError) return undefined;
    throw error;
  }
}
