import type { Leaf } from "./layers.ts";

/** What a configuration says of one model of a provider. */
interface Row {
  ref: string;
  provider: string;
  id: string;
  name?: string;
  limits?: Record<string, number>;
  price?: Record<string, number>;
  baseUrl?: string;
  env?: string[];
}

/** The models that a configuration names, sorted by ref; one with nothing said of it is there, too. */
export function ownRows(leaves: readonly Leaf[]): Row[] {
  const rows = new Map<string, Row>();
  const ofProvider = new Map<string, Pick<Row, "baseUrl" | "env">>();
  for (const { path, value } of leaves) {
    const [section, provider = "", what, id = "", field, part = ""] = path;
    if (section !== "providers") continue;
    if (what === "baseUrl" || what === "env") {
      ofProvider.set(provider, { ...ofProvider.get(provider), [what]: value });
    }
    if (what !== "models") continue;
    const ref = `${provider}/${id}`;
    const row = rows.get(ref) ?? { ref, provider, id };
    rows.set(ref, row);
    // what is found has been compared with its kind
    if (field === "name") row.name = (value as string).trim();
    if (field === "limits" || field === "price") {
      row[field] = { ...row[field], [part]: value as number };
    }
  }
  const sorted = [...rows.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  return sorted.map((row) => ({ ...row, ...ofProvider.get(row.provider) }));
}
