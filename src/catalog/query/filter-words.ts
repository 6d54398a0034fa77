import { ModelForgeError } from "../../failure.ts";
import type { Columns } from "../prepared/columns.ts";
import {
  type Capability,
  capabilityWords,
  findCapability,
  type Modality,
  modalities,
} from "../words/capability.ts";
import { readDate } from "../words/dates.ts";
import { findKind, type Kind, kinds } from "../words/kinds.ts";
import { statuses } from "../words/model.ts";
import { nearest } from "../words/nearest.ts";
import { said } from "../words/said.ts";
import { readWrittenDate } from "../words/written-date.ts";

/** What is meant by a word of a filter. Each throws `usage.bad-value` with the field, what was given, and the nearest. */

export function readCapability(word: string, field: string): Capability {
  const found = findCapability(word);
  if (found !== undefined) return found;
  const kind = findKind(word);
  if (kind !== undefined) throw isKind(field, word, kind);
  throw badWord("capability", field, word, capabilityWords());
}

/** What a model is for is asked for by another flag. */
function isKind(field: string, word: string, kind: Kind): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: `${said(word)} is no capability, but what a model is for`,
    hint: `--kind ${kind} asks for it`,
    details: { capability: word, field, given: word, nearest: [] },
  });
}

export function readKind(word: string, field: string): Kind {
  const found = findKind(word);
  if (found !== undefined) return found;
  throw badWord("kind", field, word, kinds);
}

export function readModality(word: string, field: string): Modality {
  const found = modalities.find((modality) => modality === word.trim().toLowerCase());
  if (found !== undefined) return found;
  throw badWord("modality", field, word, modalities);
}

export function readStatus(word: string, field: string, columns: Columns): string {
  const known = [...new Set([...statuses, ...columns.statuses, "stable", "all"])];
  const found = known.find((status) => status === word.trim().toLowerCase());
  if (found !== undefined) return found;
  throw badWord("status", field, word, known);
}

export function readFamily(word: string, field: string, { families }: Columns): string {
  const lower = word.trim().toLowerCase();
  const found = families.find((family) => family.toLowerCase() === lower);
  if (found !== undefined) return found;
  throw badWord("family", field, word, families);
}

export function readDay(value: string, field: string): string {
  const date = readDate(value);
  if (date !== null) return date;
  // a year is all of it
  if (readDate(`${value.trim()}-01`) !== null) return value.trim();
  const written = readWrittenDate(value);
  if (written !== null) return written;
  throw new ModelForgeError("usage.bad-value", {
    message: `not a date: ${said(value)}`,
    hint: "write it as 2026-05-01, 2026-05 or 2026",
    details: { value, field, given: value },
  });
}

function badWord(
  kind: string,
  field: string,
  word: string,
  known: readonly string[],
): ModelForgeError {
  const close = nearest(word, known);
  const hint = close.length > 0 ? `did you mean ${close.join(", ")}?` : knownOnes(known);
  return new ModelForgeError("usage.bad-value", {
    message: `no ${kind} ${said(word)}`,
    hint,
    details: { [kind]: word, field, given: word, nearest: close },
  });
}

const mostShown = 20;

function knownOnes(known: readonly string[]): string {
  if (known.length === 0) return "the catalog names none";
  return `known: ${known.slice(0, mostShown).join(", ")}${known.length > mostShown ? ", …" : ""}`;
}
