import type { Kind } from "../words/kinds.ts";
import type { ModelRow } from "../words/model.ts";
import { joinRef } from "../words/ref.ts";
import type { Notebook } from "./findings.ts";
import { readCapabilities } from "./capabilities.ts";
import { readDay } from "./day.ts";
import { readMedia } from "./media.ts";
import { noteOtherMembers, noteOtherWords } from "./other-words.ts";
import { parsePrice } from "./price.ts";
import { givenByKind, kindByType } from "./stated-kind.ts";
import { readStatus } from "./status.ts";
import { isRecord, readFlag, readLimit, readText, type WireRecord } from "./values.ts";

const modelFields = new Set([
  "id",
  "name",
  "family",
  "attachment",
  "reasoning",
  "reasoning_options",
  "tool_call",
  "structured_output",
  "temperature",
  "knowledge",
  "release_date",
  "last_updated",
  "modalities",
  "open_weights",
  "limit",
  "cost",
  "status",
  "experimental",
  "interleaved",
  "provider",
  // of other catalogs, and of what models.dev is to become
  "capabilities",
  "deprecated",
  "deprecation_date",
  "api",
  "type",
]);
const limitFields = new Set(["context", "input", "output"]);
const modalityFields = new Set(["input", "output"]);

/** With the currency, where the row says it beside its prices. */
function costOf({ cost, currency }: WireRecord): unknown {
  const isBeside = currency !== undefined && isRecord(cost) && cost.currency === undefined;
  return isBeside ? { ...cost, currency } : cost;
}

/** One model of one provider as received → a row of the catalog. */
export function parseModel(
  provider: string,
  id: string,
  wire: WireRecord,
  notebook: Notebook,
): ModelRow {
  notebook.startRow();
  const hasOthers = notebook.compareFields("model", wire, modelFields);
  if (hasOthers) noteOtherWords(wire, modelFields, notebook);
  const statedKind = kindByType(wire.type);
  const modalities = readModalities(wire, statedKind, notebook);
  const openWeights = readFlag(wire.open_weights, "model.open_weights", notebook);
  const model: ModelRow = {
    ref: joinRef(provider, id),
    provider,
    id,
    name: readText(wire.name, "model.name", notebook) ?? id,
    family: readText(wire.family, "model.family", notebook),
    status: readStatus(wire, notebook),
    capabilities: readCapabilities(wire, modalities, openWeights, notebook),
    modalities,
    limits: readLimits(wire.limit, notebook),
    price: parsePrice(costOf(wire), notebook),
    openWeights,
    releaseDate: readDay(wire.release_date, "model.release_date", notebook),
    lastUpdated: readDay(wire.last_updated, "model.last_updated", notebook),
    knowledge: readDay(wire.knowledge, "model.knowledge", notebook),
  };
  if (statedKind !== undefined) model.statedKind = statedKind;
  return notebook.addNotUnderstood(model);
}

function readModalities(
  { modalities: value }: WireRecord,
  kind: Kind | undefined,
  notebook: Notebook,
): ModelRow["modalities"] {
  if (!isRecord(value)) {
    if (value !== undefined && value !== null) notebook.odd("model.modalities", "not an object");
    return { input: [], output: givenByKind(kind, []) };
  }
  if (notebook.compareFields("model.modalities", value, modalityFields))
    noteOtherMembers("model.modalities", value, notebook);
  return {
    input: readMedia(value.input, "model.modalities.input", notebook),
    output: givenByKind(kind, readMedia(value.output, "model.modalities.output", notebook)),
  };
}

function readLimits(value: unknown, notebook: Notebook): ModelRow["limits"] {
  if (!isRecord(value)) {
    if (value !== undefined && value !== null) notebook.odd("model.limit", "not an object");
    return { context: null, input: null, output: null };
  }
  if (notebook.compareFields("model.limit", value, limitFields))
    noteOtherMembers("model.limit", value, notebook);
  return {
    context: readLimit(value.context, "model.limit.context", notebook),
    input: readLimit(value.input, "model.limit.input", notebook),
    output: readLimit(value.output, "model.limit.output", notebook),
  };
}
