import type { CatalogView } from "../../catalog/view.ts";
import type { ModelRow } from "../../catalog/words/model.ts";
import { ownEntry } from "../../catalog/words/own-entry.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { placeOf } from "../../config/findings.ts";
import { type Leaf, nameOf } from "../../config/layers.ts";
import type { ConfigFile } from "../../config/read-file.ts";
import type { Correction } from "./corrections.ts";

/** What is said of models that the catalog says, too, and what a model cannot do. `own`: what is said of providers. */
export function rowFindings(
  view: CatalogView,
  own: readonly Leaf[],
  files: readonly ConfigFile[],
): { findings: Finding[]; corrections: Correction[] } {
  const findings: Finding[] = [];
  const corrections: Correction[] = [];
  for (const leaf of own) {
    const [, provider, part, id, what] = leaf.path;
    if (part !== "models") continue;
    const row = view.findModel(`${provider}/${id}`);
    if (row === undefined) continue;
    if (what === "parameters") findings.push(...aboveLimit(leaf, row, files));
    if ((what !== "limits" && what !== "price") || saysMore(leaf, row)) continue;
    const name = nameOf(leaf.path);
    const project = leaf.scope === "project" ? " --project" : "";
    const fix = `modelforge config unset ${shellWord(name)}${project}`;
    const message = `${name} is what the catalog says, too: ${String(leaf.value)}`;
    findings.push(finding("config.same-as-catalog", placeOf(leaf, files), message, fix));
    corrections.push({ leaf, value: undefined });
  }
  return { findings, corrections };
}

/** Whether it is not in the catalog; what another file says in its place is nothing to compare. */
function saysMore({ path, value }: Leaf, row: ModelRow): boolean {
  const [what, field = ""] = path.slice(4);
  const isSaid = row.origin === "config" || row.configured?.includes(`${what}.${field}`) === true;
  const known: object = (what === "limits" ? row.limits : row.price) ?? {};
  return isSaid || ownEntry(known as Record<string, unknown>, field) !== value;
}

/** As other programs call what a model may put out. */
const outputNames = new Set([
  "max_tokens",
  "maxTokens",
  "max_output_tokens",
  "maxOutputTokens",
  "max_completion_tokens",
  "budget_tokens",
  "budgetTokens",
]);

// deeper no program looks for them
const deepest = 4;

function aboveLimit(leaf: Leaf, { ref, limits }: ModelRow, files: readonly ConfigFile[]) {
  const most = limits.output;
  if (most === null) return [];
  return countsIn(leaf.value, []).flatMap(({ path, count }) => {
    if (count <= most) return [];
    const at = placeOf({ ...leaf, path: [...leaf.path, ...path] }, files);
    const message = `${path.join(".")} is ${count}, and ${ref} takes ${most}`;
    return [finding("config.above-limit", at, message)];
  });
}

/** The sizes of an output that parameters name, `extra_body.max_tokens` among them. */
function countsIn(value: unknown, path: string[]): { path: string[]; count: number }[] {
  if (typeof value !== "object" || value === null || path.length > deepest) return [];
  return Object.entries(value).flatMap(([name, given]) => {
    const inside = [...path, name];
    if (typeof given === "number" && outputNames.has(name)) return [{ path: inside, count: given }];
    return countsIn(given, inside);
  });
}
