import type { Capability } from "./capability.ts";
import type { Kind } from "./kinds.ts";
import type { Price } from "./price.ts";
import type { Quality } from "./quality.ts";

export const statuses = ["alpha", "beta", "deprecated"] as const;

/** Maturity as upstream names it; a model without one is offered normally. */
export type ModelStatus = (typeof statuses)[number];

/** Token limits; `null` means not listed or not applicable. */
export interface Limits {
  context: number | null;
  input: number | null;
  output: number | null;
}

/**
 * One row of the catalog: a model as one provider sells it, as far as the row itself says.
 *
 * `null` always means unknown. Dates are `YYYY-MM-DD` or `YYYY-MM` as upstream wrote them.
 * Source: models.dev, normalised.
 */
export interface ModelRow {
  /** `provider/id`, unique in a catalog. */
  ref: string;
  provider: string;
  /** The provider's own id; may hold slashes, capitals, colons. */
  id: string;
  name: string;
  family: string | null;
  /** A status outside the known ones is kept as upstream wrote it. */
  status: ModelStatus | (string & {}) | null;
  capabilities: Capability[];
  /** Mostly `text image audio video pdf`; a medium upstream adds later is kept as it is. */
  modalities: { input: string[]; output: string[] };
  limits: Limits;
  price: Price | null;
  openWeights: boolean | null;
  releaseDate: string | null;
  lastUpdated: string | null;
  /** Until when the training data reaches. */
  knowledge: string | null;
  /** What the source says that it is for. Absent where it says nothing: then names, media, limits and prices tell. */
  statedKind?: Kind;
  /**
   * What of this row the source wrote in a way that is not understood, by the path of the value that is unknown for it:
   * `releaseDate`, `capabilities.tools`, `price.tiers`. Absent where all was understood.
   */
  notUnderstood?: string[];
  /** Of a row that the catalog lacks and the person's configuration adds. */
  origin?: "config";
  /** What of a row of the catalog the person's configuration says in its place, by path: `price.input`. */
  configured?: string[];
}

/** One row of the catalog, with what is inferred of it from all of them when the catalog is prepared. */
export interface ModelInfo extends ModelRow {
  /** What it is for. */
  kind: Kind;
  /** How good the model is whoever sells it; `null` for what holds no conversation. */
  quality: Quality | null;
}

/** Every field by its path, in the order in which flat formats show them. */
export const modelFields = [
  "ref",
  "provider",
  "id",
  "name",
  "family",
  "status",
  "capabilities",
  "modalities.input",
  "modalities.output",
  "limits.context",
  "limits.input",
  "limits.output",
  "price.input",
  "price.output",
  "price.cacheRead",
  "price.cacheWrite",
  "price.reasoning",
  "price.inputAudio",
  "price.outputAudio",
  "price.tiers",
  "openWeights",
  "releaseDate",
  "lastUpdated",
  "knowledge",
  "kind",
  "quality.value",
  "quality.spread",
  "quality.label",
  "quality.results",
] as const;
