import { stringify } from "yaml";
import { clean } from "./clean.ts";

export function renderYaml(value: unknown): string {
  return stringify(cleaned(value), { lineWidth: 0 });
}

function cleaned(value: unknown): unknown {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [clean(key), cleaned(entry)]),
  );
}
