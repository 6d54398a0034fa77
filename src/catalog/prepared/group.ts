import type { ReasonCode } from "../inferred/identity/reasons.ts";
import type { Place } from "./lines.ts";

export type { Evidence } from "../inferred/quality/evidence.ts";

/** One row of a group, with where to read it and why it belongs there. */
export interface GroupMember {
  ref: string;
  row: number;
  place: Place;
  /** How this offer differs in its serving: `free`, `fp8`, `eu`. Null where it is the plain model. */
  variant: string | null;
  reason: ReasonCode;
  /** Of a prepared catalog, why the offer would give way to another, as bits; most have no reason. */
  marks?: number;
}

/** The rows that are the same underlying model, as they are kept on disk: one line of JSON a group. What figures rest on follows. */
export interface ModelGroup {
  /** Id of models.json where it has the model, else the id most offers write. */
  key: string;
  /** The maker's own row; null where the maker does not sell it. */
  reference: number | null;
  /** In ref order. */
  members: GroupMember[];
}
