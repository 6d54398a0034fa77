import { readDate } from "../words/dates.ts";
import { ownEntry } from "../words/own-entry.ts";
import type { Notebook } from "./findings.ts";
import { isRecord, type WireRecord } from "./values.ts";

/** What a field says, so that it may be said under another name. */
type Shape = "flag" | "amounts" | "media" | "day";

/**
 * What models.dev says of every model, with what other catalogs call it, as letters alone. What few rows have is not among
 * them: a row that lacks it lacks nothing.
 */
const ofEveryModel: Readonly<Record<string, readonly [shape: Shape, words: string]>> = {
  cost: ["amounts", "costs price prices pricing rates tariff"],
  limit: [
    "amounts",
    "limits context contextwindow contextlength contextsize maxcontext maxtokens maxinputtokens maxoutputtokens tokenlimits tokens window",
  ],
  modalities: ["media", "modality media inputmodalities outputmodalities architecture"],
  tool_call: [
    "flag",
    "tools tool toolcalls toolcalling tooluse toolusage functions functioncall functioncalling supportstools",
  ],
  reasoning: ["flag", "reasons reason thinking thinks supportsreasoning"],
  attachment: ["flag", "attachments files supportsattachments"],
  open_weights: ["flag", "openweight weights open opensource isopen"],
  release_date: [
    "day",
    "released releasedat releasedon release releaseday created createdat launched launchdate published",
  ],
};

export const fieldsOfEveryModel: readonly string[] = Object.keys(ofEveryModel);

/** The members of those, and what else they are called. */
const members: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "model.limit": {
    context: "ctx contextwindow contextlength maxcontext window total",
    output: "out maxoutput maxoutputtokens completion maxcompletion maxtokens",
  },
  "model.modalities": {
    input: "in inputs takes accepts inputmodalities",
    output: "out outputs gives returns outputmodalities",
  },
};

const meantBy = new Map(
  Object.entries(ofEveryModel).flatMap(([field, [, words]]) =>
    [lettersOf(field), ...words.split(" ")].map((word) => [word, field] as const),
  ),
);

/**
 * Notes what a row says by other names, and all of one that has none but fields nobody knows: not understood, rather than
 * not said. `known`: the fields that are read.
 */
export function noteOtherWords(
  wire: WireRecord,
  known: ReadonlySet<string>,
  notebook: Notebook,
): void {
  if (saysNothingKnown(wire, known)) {
    for (const field of fieldsOfEveryModel) notebook.odd(`model.${field}`, "under another name");
    return;
  }
  for (const field in wire) {
    if (known.has(field)) continue;
    const meant = meantBy.get(lettersOf(field));
    if (meant !== undefined && !isSaid(wire, meant) && maySay(wire, field, meant))
      notebook.odd(`model.${meant}`, "under another name");
  }
}

/** The same of the members of a field, given by its path. */
export function noteOtherMembers(path: string, record: WireRecord, notebook: Notebook): void {
  for (const [member, words] of Object.entries(ownEntry(members, path) ?? {})) {
    if (isSaid(record, member)) continue;
    const others = new Set(words.split(" "));
    if (Object.keys(record).some((field) => others.has(lettersOf(field))))
      notebook.odd(`${path}.${member}`, "under another name");
  }
}

/** Whether a record says anything by that name. */
export function isSaid(wire: WireRecord, field: string): boolean {
  // look-up allowed: the names are those of a table, or the record's own
  const value = wire[field];
  return value !== undefined && value !== null;
}

/** Whether what stands there is of the kind that a field of models.dev holds. */
export function maySay(wire: WireRecord, field: string, meant: string): boolean {
  // look-up allowed: the names are those of a table, or the record's own
  const [value, [shape] = []] = [wire[field], ofEveryModel[meant]];
  if (shape === "flag") return typeof value === "boolean";
  if (shape === "day") return typeof value === "string" && readDate(value) !== null;
  if (shape === "amounts") return isAmount(value) || hasSome(value, isAmount);
  return (
    shape === "media" && hasSome(value, (one) => typeof one === "string" || Array.isArray(one))
  );
}

// what a name and an address say, every list of models may
const neutral = new Set(["id", "name", "family", "description", "type", "provider", "api"]);

function saysNothingKnown(wire: WireRecord, known: ReadonlySet<string>): boolean {
  let others = 0;
  for (const field in wire) {
    if (neutral.has(field) || !isSaid(wire, field)) continue;
    if (known.has(field)) return false;
    others += 1;
  }
  return others > 0;
}

function isAmount(value: unknown): boolean {
  return typeof value === "number" || (typeof value === "string" && /^\$?\d/.test(value));
}

function hasSome(value: unknown, is: (one: unknown) => boolean): boolean {
  if (Array.isArray(value)) return value.some(is);
  return isRecord(value) && Object.values(value).some(is);
}

function lettersOf(field: string): string {
  return field.toLowerCase().replaceAll(/[^a-z]/g, "");
}
