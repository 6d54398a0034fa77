import type { WireRecord } from "../../catalog/parse/values.ts";
import type { Capability, Modality } from "../../catalog/words/capability.ts";
import type { ModelRow } from "../../catalog/words/model.ts";
import type { OwnRow } from "./own-row.ts";

/** What models.dev calls a capability. */
const flags: Partial<Record<Capability, string>> = {
  reasoning: "reasoning",
  tools: "tool_call",
  "structured-output": "structured_output",
  attachments: "attachment",
  temperature: "temperature",
  "open-weights": "open_weights",
};

/** Which medium a model takes that has it. */
const media: Partial<Record<Capability, Modality>> = {
  vision: "image",
  audio: "audio",
  video: "video",
  pdf: "pdf",
};

type Row = {
  model: Pick<ModelRow, "capabilities" | "modalities">;
  wire: WireRecord;
};

/** The fields of a record that say what a model can do, with what is said of that in the place of what is known. */
export function saidAbilities(
  { model: { capabilities, modalities }, wire }: Row,
  said: NonNullable<OwnRow["capabilities"]>,
): WireRecord {
  const able = new Set(capabilities);
  const takes = new Set(modalities.input);
  const record: WireRecord = {};
  let saysMedium = false;
  for (const [name, isAble] of Object.entries(said) as [Capability, boolean][]) {
    change(able, name, isAble);
    // look-up allowed: the names are those of our own table of settings
    const [flag, medium] = [flags[name], media[name]];
    // look-up allowed: the name is one of our own above
    if (flag !== undefined) record[flag] = isAble;
    if (medium === undefined) continue;
    saysMedium = true;
    // of what takes nothing that is known one medium alone would say too much
    if (takes.size > 0) change(takes, medium, isAble);
  }
  // other catalogs say it by such a list
  if (saysMedium || wire.capabilities !== undefined) record.capabilities = [...able];
  if (saysMedium && takes.size > 0)
    record.modalities = { input: [...takes], output: modalities.output };
  return record;
}

function change<Name>(set: Set<Name>, name: Name, isIn: boolean): void {
  if (isIn) set.add(name);
  else set.delete(name);
}
