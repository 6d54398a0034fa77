import type { Notebook } from "./findings.ts";
import { readDay } from "./day.ts";
import { readFlag, readText, type WireRecord } from "./values.ts";

const deprecated = "deprecated";

/** What other catalogs say for the statuses of models.dev; null: offered normally. */
const synonyms: ReadonlyMap<string, string | null> = new Map([
  ...words("alpha", "alpha", "early access", "private preview", "private beta"),
  ...words("beta", "beta", "public preview", "public beta", "experimental", "release candidate"),
  ...words("preview", "preview"),
  ...words(null, "active", "stable", "ga", "general availability", "generally available"),
  ...words(null, "available", "live", "production", "released", "current", "online", "enabled"),
  ...words(deprecated, "deprecated", "retired", "sunset", "sunsetted", "discontinued", "eol"),
  ...words(deprecated, "end of life", "decommissioned", "obsolete", "removed", "shutdown"),
  ...words(deprecated, "shut down", "withdrawn", "archived", "inactive", "disabled"),
]);

// models.dev's own
const usual = new Set(["alpha", "beta", "deprecated"]);

function words(status: string | null, ...spelled: string[]): [string, string | null][] {
  return spelled.map((word) => [word, status]);
}

/** Maturity in the words of models.dev; one that nobody knows as it was written. */
export function readStatus(wire: WireRecord, notebook: Notebook): string | null {
  // before any other: what is gone is not offered, whatever else is said
  if (isOver(wire, notebook)) return deprecated;
  const { status } = wire;
  if (typeof status === "string" && usual.has(status)) return status;
  const text = readText(status, "model.status", notebook)?.toLowerCase() ?? null;
  if (text === null) return null;
  const known = synonyms.get(text.replaceAll(/[\s_-]+/g, " "));
  if (known === undefined) notebook.odd("model.status", "not a known status");
  else if (known !== text) notebook.spelled("model.status", "another word for a status");
  return known === undefined ? text : known;
}

function isOver(wire: WireRecord, notebook: Notebook): boolean {
  const { deprecated: flag, deprecation_date: end } = wire;
  if (flag === undefined && end === undefined) return false;
  const isFlagged = flag !== false && readFlag(flag, "model.deprecated", notebook) === true;
  const date = readDay(end, "model.deprecation_date", notebook, true);
  return isFlagged || (date !== null && notebook.moment.isOver(date));
}
