import { filterFields, type FilterName, type ModelFilter } from "../query/filter-fields.ts";
import { type FieldKind, flagName } from "../words/field.ts";

/** A filter as it was asked for: `--min-context 200k`. */
export function saidCondition(filter: ModelFilter, name: FilterName): string {
  const value = saidValue(filter[name], filterFields[name].kind);
  // which providers one holds a credential for is not what was asked
  return value === "" || name === "configured" ? flagName(name) : `${flagName(name)} ${value}`;
}

export function saidStatus(status: readonly string[]): string {
  return `--status ${status.join(",")}`;
}

function saidValue(value: ModelFilter[FilterName], kind: FieldKind): string {
  if (typeof value === "boolean" || value === undefined) return "";
  if (Array.isArray(value)) return value.join(",");
  if (typeof value === "object") return String((value as { usd: number }).usd);
  const isTokens = kind.type === "number" && kind.unit === "tokens";
  return isTokens ? exactSize(value as number) : String(value);
}

/** 200000 → 200k, as it is typed: no digit is lost. */
export function exactSize(tokens: number): string {
  if (tokens === 0 || tokens % 1_000 !== 0) return String(tokens);
  return tokens % 1_000_000 === 0 ? `${tokens / 1_000_000}m` : `${tokens / 1_000}k`;
}
