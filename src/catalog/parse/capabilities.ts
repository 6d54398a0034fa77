import { type Capability, capabilities, findCapability } from "../words/capability.ts";
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
  // a bit each, in the order of `capabilities`; pairs for each of five thousand rows take a fourth of the time to parse them
  let found = 0;
  if (flag("reasoning", "reasoning")) found |= 1;
  if (flag("tool_call", "tools")) found |= 2;
  if (flag("structured_output", "structured-output")) found |= 4;
  if (flag("attachment", "attachments")) found |= 8;
  if (flag("temperature", "temperature")) found |= 16;
  if (input.includes("image") || mapped?.has("vision")) found |= 32;
  // what a model takes, as `vision` does; what it gives is a modality
  if (input.includes("audio") || mapped?.has("audio")) found |= 64;
  if (input.includes("video") || mapped?.has("video")) found |= 128;
  if (input.includes("pdf") || mapped?.has("pdf")) found |= 256;
  if (openWeights === true) found |= 512;
  return named(found);
}

const lists = new Map<number, readonly Capability[]>();

/** A list of its own; one that grows by the piece takes three times the room. */
function named(found: number): Capability[] {
  let list = lists.get(found);
  if (list === undefined) {
    list = capabilities.filter((_, at) => (found & (1 << at)) !== 0);
    lists.set(found, list);
  }
  return list.slice();
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
