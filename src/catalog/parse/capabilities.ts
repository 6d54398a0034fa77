import { type Capability, findCapability } from "../words/capability.ts";
import type { ModelRow } from "../words/model.ts";
import { beginningOf } from "../words/said.ts";
import type { Notebook } from "./findings.ts";
import { isRecord, readFlag, type WireRecord } from "./values.ts";

type CapabilityField =
  | "reasoning"
  | "tool_call"
  | "structured_output"
  | "attachment"
  | "temperature";

/** What a model can do, by its flags, its media, and a map or a list of capabilities where there is one. */
export function readCapabilities(
  wire: WireRecord,
  modalities: ModelRow["modalities"],
  openWeights: boolean | null,
  notebook: Notebook,
): Capability[] {
  const { input } = modalities;
  const mapped = wire.capabilities === undefined ? undefined : readMapped(wire, notebook);
  const flag = (field: CapabilityField, capability: Capability): boolean => {
    const value = wire[field];
    // the common cases first: five thousand rows ask five times each
    if (value === true) return true;
    if (value === false) return false;
    return (
      (value !== undefined && readFlag(value, `model.${field}`, notebook) === true) ||
      mapped?.has(capability) === true
    );
  };
  // in the order of `capabilities`; a list of pairs for each of five thousand rows takes a fourth of the time to parse them
  const found: Capability[] = [];
  if (flag("reasoning", "reasoning")) found.push("reasoning");
  if (flag("tool_call", "tools")) found.push("tools");
  if (flag("structured_output", "structured-output")) found.push("structured-output");
  if (flag("attachment", "attachments")) found.push("attachments");
  if (flag("temperature", "temperature")) found.push("temperature");
  if (input.includes("image") || mapped?.has("vision")) found.push("vision");
  // what a model takes, as `vision` does; what it gives is a modality
  if (input.includes("audio") || mapped?.has("audio")) found.push("audio");
  if (input.includes("video") || mapped?.has("video")) found.push("video");
  if (input.includes("pdf") || mapped?.has("pdf")) found.push("pdf");
  if (openWeights === true) found.push("open-weights");
  return found;
}

/** `{"tools": {"supported": true}}`, or a list of names, each alone or as `{"name": "tools"}`. */
function readMapped({ capabilities }: WireRecord, notebook: Notebook): Set<Capability> {
  const found = new Set<Capability>();
  if (capabilities === null) return found;
  if (!isRecord(capabilities) && !Array.isArray(capabilities)) {
    notebook.odd("model.capabilities", "neither an object nor a list");
    return found;
  }
  const entries: [string, unknown][] = Array.isArray(capabilities)
    ? capabilities.map((one) => (isRecord(one) ? namedEntry(one) : [String(one), true]))
    : Object.entries(capabilities);
  for (const [name, value] of entries) {
    const capability = findCapability(name);
    if (capability === undefined) notebook.unknown(`model.capabilities.${beginningOf(name)}`);
    else if (isSupported(capability, value, notebook)) found.add(capability);
  }
  return found;
}

/** What is listed is supported, unless it says otherwise. */
function namedEntry({ name, supported = true }: WireRecord): [string, unknown] {
  return [typeof name === "string" ? name : "", supported];
}

function isSupported(capability: Capability, value: unknown, notebook: Notebook): boolean {
  const said = isRecord(value) ? value.supported : value;
  if (typeof said === "boolean") return said;
  const path = `model.capabilities.${capability}`;
  const flag = readFlag(value, path, notebook);
  if (flag === null && value !== null) notebook.lose(`capabilities.${capability}`);
  return flag === true;
}
