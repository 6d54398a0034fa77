import type { Cost } from "../cost/estimate-cost.ts";
import type { Mark } from "../words/marks.ts";
import type { ModelInfo } from "../words/model.ts";
import type { Quality } from "../words/quality.ts";
import type { CostOf } from "./deciding-costs.ts";
import type { LimitName } from "../cost/fit.ts";
import type { Why } from "./offers.ts";

/** What a figure rests on: `start`, the points of all grounds and `moved` add up to its value. */
export interface QualityEvidence {
  start: number;
  grounds: { name: string; points: number }[];
  /** What results add. */
  moved: number;
  results: { benchmark: string; score: number }[];
}

export interface Reason {
  about: "quality" | "facts" | "band" | "cost" | "fit" | "offer";
  text: string;
}

/** The offer that is shown for a model. */
export interface ShownOffer {
  model: ModelInfo;
  why: Why;
  cost: Cost;
  /** Whether a request of the usage can be sent to it; `null`: a limit that would tell is not listed. */
  fits: boolean | null;
  exceeds: LimitName[];
}

export interface Recommendation extends ShownOffer {
  /** Of the offers that met the constraints and are not marked, if any are not; `null` where no cost is known. */
  cheapest: { ref: string; cost: Cost } | null;
  /** `null` for what holds no conversation, or where nothing is known. */
  quality: Quality | null;
  evidence: QualityEvidence | null;
  /** From 1; what is in one band is about equal, and stands by cost. */
  band: number;
  /** What the model costs whoever asks, in USD a request, and of whom that is. */
  deciding: { perRequest: number | null; of: CostOf | null };
  /** Why the offer would not stand for its model if there were another. */
  marks: Mark[];
  reasons: Reason[];
}
