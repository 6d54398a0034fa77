import { valuesOf } from "../../catalog/query/conditions.ts";
import { type FilterName, filterNames } from "../../catalog/query/filter-fields.ts";
import { valuesOfSort } from "../../catalog/query/rests-on.ts";
import type { RequestsOrAll } from "../../catalog/cost/usage.ts";
import { findCapability } from "../../catalog/words/capability.ts";
import { ownEntry } from "../../catalog/words/own-entry.ts";
import type { Values } from "../../catalog/words/lost-values.ts";

/** The fields that each flag of a question speaks of: the filters that are set, and the order. */
export function askedAbout(options: Readonly<Record<string, unknown>>): Values[] {
  const filters = filterNames.map((name) => valuesOfFlag(name, options));
  const sort = ownEntry(options, "sort");
  const sorted = typeof sort === "string" ? valuesOfOrder(sort) : undefined;
  const all = [...(sorted === undefined ? [] : [sorted]), ...filters, comparedWith(options)];
  return all.filter(({ length }) => length > 0);
}

/** The sum that a ceiling is compared with stays in sight. */
function comparedWith({ maxCost, requests }: Readonly<Record<string, unknown>>): Values {
  if (maxCost === undefined || requests === undefined) return [];
  return (requests as RequestsOrAll).per === undefined ? ["cost.total"] : ["cost.perMonth"];
}

function valuesOfOrder(sort: string): Values | undefined {
  // what a figure is inferred from is not what is asked about
  return sort === "quality" ? [sort] : ownEntry(valuesOfSort, sort);
}

/** A filter that goes by no value of a row is one of the field it is named after, if there is such a field. */
function valuesOfFlag(name: FilterName, options: Readonly<Record<string, unknown>>): Values {
  const given = options[name];
  // all rows that pass are of one kind, and it is inferred from more than any column shows
  if (given === undefined || name === "kind") return [];
  const areCapabilities = name === "capability" || name === "without";
  const meant = areCapabilities ? (given as string[]).map((one) => findCapability(one)) : given;
  const values = valuesOf(name, { [name]: meant });
  return values.length > 0 ? values : [name];
}
