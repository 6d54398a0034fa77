import type { Capability } from "../words/capability.ts";
import type { ModelInfo } from "../words/model.ts";
import { joinRef } from "../words/ref.ts";
import type { Notebook } from "./findings.ts";
import { parsePrice } from "./price.ts";
import {
  isRecord,
  readDay,
  readFlag,
  readLimit,
  readText,
  readTexts,
  type WireRecord,
} from "./values.ts";

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
]);
type CapabilityField =
  | "reasoning"
  | "tool_call"
  | "structured_output"
  | "attachment"
  | "temperature";
const limitFields = new Set(["context", "input", "output"]);
const modalityFields = new Set(["input", "output"]);

/** One model of one provider as received → a row of the catalog. */
export function parseModel(
  provider: string,
  id: string,
  wire: WireRecord,
  notebook: Notebook,
): ModelInfo {
  notebook.compareFields("model", wire, modelFields);
  const modalities = readModalities(wire.modalities, notebook);
  const openWeights = readFlag(wire.open_weights, "model.open_weights", notebook);
  const status = readText(wire.status, "model.status", notebook);
  return {
    ref: joinRef(provider, id),
    provider,
    id,
    name: readText(wire.name, "model.name", notebook) ?? id,
    family: readText(wire.family, "model.family", notebook),
    status: status === null ? null : status.toLowerCase(),
    capabilities: readCapabilities(wire, modalities, openWeights, notebook),
    modalities,
    limits: readLimits(wire.limit, notebook),
    price: parsePrice(wire.cost, notebook),
    openWeights,
    releaseDate: readDay(wire.release_date, "model.release_date", notebook),
    lastUpdated: readDay(wire.last_updated, "model.last_updated", notebook),
    knowledge: readDay(wire.knowledge, "model.knowledge", notebook),
  };
}

function readModalities(value: unknown, notebook: Notebook): ModelInfo["modalities"] {
  if (!isRecord(value)) {
    if (value !== undefined) notebook.odd("model.modalities", "not an object");
    return { input: [], output: [] };
  }
  notebook.compareFields("model.modalities", value, modalityFields);
  return {
    input: readTexts(value.input, "model.modalities.input", notebook),
    output: readTexts(value.output, "model.modalities.output", notebook),
  };
}

function readLimits(value: unknown, notebook: Notebook): ModelInfo["limits"] {
  if (!isRecord(value)) {
    if (value !== undefined) notebook.odd("model.limit", "not an object");
    return { context: null, input: null, output: null };
  }
  notebook.compareFields("model.limit", value, limitFields);
  return {
    context: readLimit(value.context, "model.limit.context", notebook),
    input: readLimit(value.input, "model.limit.input", notebook),
    output: readLimit(value.output, "model.limit.output", notebook),
  };
}

function readCapabilities(
  wire: WireRecord,
  modalities: ModelInfo["modalities"],
  openWeights: boolean | null,
  notebook: Notebook,
): Capability[] {
  const { input, output } = modalities;
  const flag = (field: CapabilityField): boolean => {
    const value = wire[field];
    // the common cases first: five thousand rows ask five times each
    if (value === true) return true;
    if (value !== false && value !== undefined) readFlag(value, `model.${field}`, notebook);
    return false;
  };
  // in the order of `capabilities`; a list of pairs for each of five thousand rows takes a fourth of the time to parse them
  const found: Capability[] = [];
  if (flag("reasoning")) found.push("reasoning");
  if (flag("tool_call")) found.push("tools");
  if (flag("structured_output")) found.push("structured-output");
  if (flag("attachment")) found.push("attachments");
  if (flag("temperature")) found.push("temperature");
  if (input.includes("image")) found.push("vision");
  if (input.includes("audio") || output.includes("audio")) found.push("audio");
  if (input.includes("video") || output.includes("video")) found.push("video");
  if (input.includes("pdf")) found.push("pdf");
  if (openWeights === true) found.push("open-weights");
  return found;
}
