type WireValue = Record<string, unknown>;

/** `api.json` as received. */
export type WireDocument = Record<string, { models: Record<string, WireValue> }>;

export interface WireRow {
  ref: string;
  provider: string;
  model: WireValue;
}

// words of models.dev's own: each is a shape, where of other text only its form counts
const vocabulary = /\.(status|npm|shape|field|type|values\[\]|service_tier|speed)$/;
const dates = /\.(release_date|last_updated|knowledge)$/;
const identifiers = /^model\.id$/;
const media = /\.modalities\.(input|output)$/;

/** Every row of `api.json`, in ref order. */
export function wireRowsOf(document: WireDocument): WireRow[] {
  return Object.entries(document)
    .flatMap(([provider, { models }]) =>
      Object.entries(models).map(([id, model]) => ({ ref: `${provider}/${id}`, provider, model })),
    )
    .sort((a, b) => (a.ref < b.ref ? -1 : 1));
}

/**
 * Every shape that rows and providers were met in, and the refs of the rows that have it: combinations of fields, kinds
 * of values (zero, nines, fractions, odd dates), words of models.dev, and what several rows are to each other.
 */
export function shapesOf(document: WireDocument): Map<string, string[]> {
  const shapes = new Map<string, string[]>();
  const rows = wireRowsOf(document);
  const byId = new Map<string, WireRow[]>();
  for (const row of rows) {
    const folded = String(row.model.id).toLowerCase();
    byId.set(folded, [...(byId.get(folded) ?? []), row]);
  }
  const refs = new Set(rows.map(({ ref }) => ref));
  for (const { ref, provider, model } of rows) {
    const note = (shape: string): void => {
      const holders = shapes.get(shape) ?? [];
      if (holders.at(-1) !== ref) shapes.set(shape, [...holders, ref]);
    };
    const { models: _, ...seller } = document[provider] ?? { models: {} };
    walk(seller, "provider", note);
    walk(model, "model", note);
    const alike = byId.get(String(model.id).toLowerCase()) ?? [];
    if (refs.has(String(model.id))) note("an id that is another row's ref");
    if (new Set(alike.map((one) => one.model.id)).size > 1) note("ids that differ in case alone");
    if (new Set(alike.map((one) => one.provider)).size > 2) note("an id that several sell");
  }
  return shapes;
}

/** Every field with the kinds of its values, for documents whose combinations say nothing. */
export function fieldsOf(documents: readonly unknown[]): Set<string> {
  const fields = new Set<string>();
  const visit = (value: unknown, path: string): void => {
    fields.add(`${path}: ${kindOf(value)}`);
    if (Array.isArray(value)) for (const one of value) visit(one, `${path}[]`);
    else if (isRecord(value)) {
      for (const [name, one] of Object.entries(value)) visit(one, `${path}.${name}`);
    }
  };
  for (const document of documents) visit(document, "");
  return fields;
}

function walk(value: unknown, path: string, note: (shape: string) => void): void {
  if (Array.isArray(value)) {
    note(`${path}: ${media.test(path) ? value.join("+") || "nothing" : howMany(value.length)}`);
    for (const one of value) walk(one, `${path}[]`, note);
  } else if (isRecord(value)) {
    note(`${path} of ${Object.keys(value).sort().join(" ")}`);
    for (const [name, one] of Object.entries(value)) walk(one, `${path}.${name}`, note);
  } else note(`${path}: ${formOf(value, path)}`);
}

function formOf(value: unknown, path: string): string {
  if (typeof value === "number") return numberForm(value, path);
  if (typeof value !== "string") return String(value);
  if (vocabulary.test(path)) return value;
  if (dates.test(path)) return value.replaceAll(/\d/g, "0") + (isDay(value) ? "" : ", no such day");
  if (identifiers.test(path)) {
    const marks = new Set(value.replaceAll(/[a-z0-9-]/g, "").replaceAll(/[A-Z]/g, "A"));
    return `text with ${[...marks].sort().join(" ") || "nothing odd"}`;
  }
  if (value === "") return "no text";
  if (/[^ -~]/.test(value)) return "text beyond ASCII";
  return value.includes("${") ? "text with a variable" : "text";
}

function numberForm(value: number, path: string): string {
  if (path.endsWith(".tier.size")) return String(value);
  if (value === 0) return "0";
  if (value < 0) return "below 0";
  if (/^9{8,}$/.test(String(value))) return "a row of nines";
  if (Number.isInteger(value)) return "whole";
  return String(value).length > 12 ? "a float's noise" : "a fraction";
}

/** Months and days a calendar has: `2025-02-30` is none, `2025-02` is. */
function isDay(date: string): boolean {
  const full = date.length === 7 ? `${date}-01` : date;
  const read = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(full);
}

function howMany(count: number): string {
  return count > 2 ? "many" : (["none", "one", "two"][count] as string);
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function isRecord(value: unknown): value is WireValue {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
