import type { CatalogView } from "../../catalog/view.ts";
import type { ModelRow } from "../../catalog/words/model.ts";
import { ownEntry } from "../../catalog/words/own-entry.ts";
import { refKey } from "../../catalog/words/ref.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { type Finding, finding } from "../../config/finding.ts";
import { placeOf } from "../../config/findings.ts";
import { type Leaf, nameOf } from "../../config/layers.ts";
import type { ConfigFile } from "../../config/read-file.ts";
import { misfitsOf } from "../alias-fit.ts";
import type { Correction } from "./corrections.ts";

/** What is said of one row: `what` is `price`, `field` is `input`. */
interface OfRow {
  leaf: Leaf;
  ref: string;
  what: string;
  field: string;
  isOverride: boolean;
}

function rowOf(leaf: Leaf): OfRow | undefined {
  const [section, name, part = "", id, ...rest] = leaf.path;
  if (section === "catalog" && name === "overrides") {
    const [field = ""] = rest;
    return { leaf, ref: part.trim(), what: id ?? "", field, isOverride: true };
  }
  if (section !== "providers" || part !== "models") return undefined;
  const [what = "", field = ""] = rest;
  return { leaf, ref: `${name}/${id}`, what, field, isOverride: false };
}

/** What is said of models that the catalog says, too, and what a model cannot do. */
export function rowFindings(
  view: CatalogView,
  leaves: readonly Leaf[],
  files: readonly ConfigFile[],
  unknown: (ref: string) => Pick<Finding, "message" | "fix">,
): { findings: Finding[]; corrections: Correction[] } {
  const findings: Finding[] = [];
  const corrections: Correction[] = [];
  const lacking = new Set<string>();
  const all = leaves.flatMap((one) => rowOf(one) ?? []);
  // where one of two is taken out the other counts
  const times = new Map<string, number>();
  for (const one of all) times.set(placeSaid(one), (times.get(placeSaid(one)) ?? 0) + 1);
  for (const said of all) {
    const { leaf } = said;
    const row = view.findModel(said.ref);
    if (row === undefined) {
      if (!said.isOverride || lacking.has(said.ref)) continue;
      lacking.add(said.ref);
      const { message, fix } = unknown(said.ref);
      findings.push(finding("config.unknown-override", placeOf(leaf, files), message, fix));
      continue;
    }
    if (said.what === "parameters") findings.push(...misfits(leaf, row, files));
    const isAlone = times.get(placeSaid(said)) === 1;
    if (!isCompared(said) || !isAlone || saysMore(said, row)) continue;
    const name = nameOf(leaf.path);
    const project = leaf.scope === "project" ? " --project" : "";
    const fix = `modelforge config unset ${shellWord(name)}${project}`;
    const message = `${name} is what the catalog says, too: ${String(leaf.value)}`;
    findings.push(finding("config.same-as-catalog", placeOf(leaf, files), message, fix));
    corrections.push({ leaf, value: undefined });
  }
  return { findings, corrections };
}

function placeSaid({ ref, what, field }: OfRow): string {
  return [refKey(ref), what, field].join(" ");
}

/** The name of a model that is added stands there because something has to. */
function isCompared({ what, isOverride }: OfRow): boolean {
  return isOverride || what === "limits" || what === "price";
}

/** Whether it is not in the catalog; what another file says in its place is nothing to compare. */
function saysMore({ leaf: { value }, what, field }: OfRow, row: ModelRow): boolean {
  const path = field === "" ? what : `${what}.${field}`;
  const isSaid = row.origin === "config" || row.configured?.includes(path) === true;
  return isSaid || knownOf(row, what, field) !== value;
}

function knownOf(row: ModelRow, what: string, field: string): unknown {
  if (what === "name") return row.name;
  if (what === "status") return row.status ?? "active";
  if (what === "capabilities") return row.capabilities.some((one) => one === field);
  const known: object = (what === "limits" ? row.limits : row.price) ?? {};
  return ownEntry(known as Record<string, unknown>, field);
}

function misfits(leaf: Leaf, row: ModelRow, files: readonly ConfigFile[]): Finding[] {
  return misfitsOf(leaf.value, row).map(({ code, path, message }) =>
    finding(code, placeOf({ ...leaf, path: [...leaf.path, ...path] }, files), message),
  );
}
