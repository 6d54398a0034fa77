import { isRecord, type WireRecord } from "../../catalog/parse/values.ts";
import type { ModelRow } from "../../catalog/words/model.ts";

/** Which rows of a joined catalog are from a configuration, or partly: written into the record of the row. */
export interface Mark {
  origin?: "config";
  configured?: string[];
}

// no field of a source is called so
const field = "\u0000modelforge";

/** The record of a row with its mark. */
export function marked(wire: WireRecord, mark: Mark): WireRecord {
  return { ...wire, [field]: mark };
}

/** The same of a source, which may know the word. */
export function unmarked(wire: WireRecord): WireRecord {
  if (!Object.hasOwn(wire, field)) return wire;
  const { [field]: _mark, ...rest } = wire;
  return rest;
}

/** Takes the marks out of a document that was written here; gives what puts them on the rows it is read to. */
export function takeMarks(document: unknown): (models: readonly { model: ModelRow }[]) => void {
  const marks = new Map<string, Mark>();
  for (const [provider, wire] of isRecord(document) ? Object.entries(document) : []) {
    const models = isRecord(wire) && isRecord(wire.models) ? Object.entries(wire.models) : [];
    for (const [id, model] of models) {
      if (!isRecord(model) || !Object.hasOwn(model, field)) continue;
      marks.set(`${provider}/${id}`, model[field] as Mark);
      delete model[field];
    }
  }
  return (models) => {
    for (const { model } of models) Object.assign(model, marks.get(model.ref));
  };
}
