import { confidenceOf, type ReasonCode, reasonCodes } from "./reasons.ts";
import type { GroupNames } from "./spelled.ts";

/**
 * Which rows are the same underlying model, as columns and tables of text, so that it can be kept on disk.
 * A row is a position in the list of models that was given.
 */
export interface Identities {
  /** Row → group. */
  group: Uint32Array;
  /** Row → position in `variants`; 0 for none. */
  variant: Uint16Array;
  /** Row → position in `reasonCodes`. */
  reason: Uint8Array;
  /** Group → the maker's own row plus one; 0 where the maker does not sell it. */
  referenceRow: Uint32Array;
  /** Group → id of models.json, else the id most offers write. */
  keys: string[];
  /** `fp8`, `eu free`; the first is empty. */
  variants: string[];
  /** How its groups are written. */
  names: GroupNames;
}

/** What is known of one row. */
export interface Identity {
  group: number;
  model: string;
  /** The maker's own offer of the model; null where it has none. */
  referenceRow: number | null;
  /** How this offer differs in its serving; null where it is the plain model. */
  variant: string | null;
  /** How sure it is that the row belongs to its group, 0 to 1. */
  confidence: number;
  reason: ReasonCode;
}

export function identityOf(identities: Identities, row: number): Identity {
  const group = identities.group[row] as number;
  const reason = reasonCodes[identities.reason[row] as number] as ReasonCode;
  return {
    group,
    model: identities.keys[group] as string,
    referenceRow: positionIn(identities.referenceRow, group),
    variant: identities.variants[identities.variant[row] as number] || null,
    confidence: confidenceOf(reason),
    reason,
  };
}

/** 0 stands for none, so positions are kept plus one. */
function positionIn(column: Uint32Array, group: number): number | null {
  const kept = column[group] as number;
  return kept === 0 ? null : kept - 1;
}

/** Why two rows are one model: the weaker of what joins either to the group. */
export interface Link {
  confidence: number;
  reason: ReasonCode;
  /** The row that the reason is about. */
  row: number;
}

/** Undefined where the catalog gives no ground to take the two for the same model. */
export function linkBetween(identities: Identities, a: number, b: number): Link | undefined {
  const [first, second] = [identityOf(identities, a), identityOf(identities, b)];
  if (first.group !== second.group) return undefined;
  const weaker = second.confidence < first.confidence ? second : first;
  return {
    confidence: weaker.confidence,
    reason: weaker.reason,
    row: weaker === first ? a : b,
  };
}
