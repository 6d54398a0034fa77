import { z } from "zod";
import { type Cost, costParts } from "../catalog/cost/estimate-cost.ts";
import type { Usage } from "../catalog/cost/usage.ts";
import { limitNames } from "../catalog/cost/fit.ts";
import { marks } from "../catalog/words/marks.ts";
import { useCaseNames } from "../catalog/recommend/use-cases.ts";
import type { Recommendation } from "../catalog/recommend/recommendation.ts";
import type { Comparison } from "./compare-models/compare-models.ts";
import type { AskedCost } from "./estimate-cost/estimate-cost.ts";
import type { FoundOffers } from "./find-offers/find-offers.ts";
import type { ListedModel } from "./listed-models.ts";
import type { Recommended } from "./recommend-models/recommend-models.ts";
import { modelShape, quality } from "./shapes.ts";

/** The shapes of answers about choosing, from which the published JSON Schema is made. Loaded by no command. */

const usd = z.number().nonnegative().nullable();
const share = z.number().min(0).max(1);
const count = z.int().nonnegative();

const usage = z
  .object({
    input: count,
    output: count,
    cached: count.exactOptional().describe("a part of the input"),
    cacheWrite: count.exactOptional().describe("beside the input"),
    reasoning: count.exactOptional().describe("a part of the output"),
    inputAudio: count.exactOptional().describe("beside the input"),
    outputAudio: count.exactOptional().describe("beside the output"),
  })
  .describe("tokens of one request") satisfies z.ZodType<Usage>;

const asked = z
  .string()
  .exactOptional()
  .describe("what was asked for, where it was another spelling of the model");

const costShape = z
  .object({
    ref: z.string(),
    currency: z.literal("USD"),
    perRequest: usd.describe("null where no price at all is listed"),
    perDay: usd,
    perMonth: usd.describe("a month of 30 days"),
    total: usd.exactOptional().describe("of all requests, where their number has no time"),
    complete: z.boolean().describe("false: the sums are lower bounds, or of what was understood"),
    unknown: z
      .array(z.string())
      .describe(
        `parts whose price is not listed (${costParts.join(", ")}), and what else is charged: requestFee, members of the source's cost that are not understood`,
      ),
    tier: z.number().positive().nullable().describe("the threshold exceeded, in prompt tokens"),
    parts: z.object({
      input: usd,
      cachedInput: usd,
      cacheWrite: usd,
      output: usd,
      reasoning: usd,
      inputAudio: usd,
      outputAudio: usd,
    }),
  })
  .describe("what a usage costs at list prices") satisfies z.ZodType<Cost>;

const fit = {
  fits: z
    .boolean()
    .nullable()
    .describe("whether a request can be sent to it; null: a limit that would tell is not listed"),
  exceeds: z.array(z.enum(limitNames)).describe("limits that a request exceeds"),
};
const fitOfUsage = { fits: fit.fits.exactOptional(), exceeds: fit.exceeds.exactOptional() };

const batch = z
  .object({ requests: z.int().positive(), total: usd.describe("USD for all of them") })
  .exactOptional()
  .describe("where the work of many requests was asked about; per request is of the largest");

export const askedCostShape = costShape.extend({
  ...fit,
  batch,
  asked,
}) satisfies z.ZodType<AskedCost>;

/** A model of a list: its cost, and whether the usage fits, are there where a usage was given. */
export const listedModelShape = modelShape.extend({
  cost: costShape.exactOptional(),
  ...fitOfUsage,
}) satisfies z.ZodType<ListedModel>;

export const offerShape = modelShape.extend({
  confidence: share.describe("that it is the same underlying model"),
  reason: z.string(),
  variant: z.string().nullable(),
  differences: z.array(z.string()).describe("from the maker's own row"),
  cost: costShape.nullable(),
  ...fit,
  credential: z.boolean().describe("whether one is at hand for its provider"),
  marks: z.array(z.enum(marks)).describe("why it stands behind the others whatever it costs"),
});

export const offersShape = z.object({
  asked,
  model: modelShape,
  group: z.string().describe("id of models.json where it has the model"),
  reference: z.string().nullable().describe("the maker's own row"),
  usage,
  offers: z.array(offerShape),
}) satisfies z.ZodType<FoundOffers>;

export const comparisonShape = z.object({
  models: z.array(modelShape.extend({ ...fitOfUsage, asked })),
  lines: z.array(
    z.object({
      name: z.string(),
      unit: z.enum([
        "usd-per-million",
        "usd",
        "tokens",
        "score",
        "date",
        "yes-no",
        "text",
        "words",
      ]),
      values: z
        .array(z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]))
        .describe("in the order of models; null: not known or not applicable"),
      best: z.array(count).describe("positions; empty where none is better"),
      atLeast: z
        .array(usd)
        .exactOptional()
        .describe("of a cost that is not known to the end, at least so much"),
    }),
  ),
}) satisfies z.ZodType<Comparison>;

const reasonAbout = ["quality", "facts", "band", "cost", "fit", "offer"] as const;

const recommendationShape = z.object({
  model: modelShape.describe("the offer that is shown"),
  why: z
    .enum(["configured", "maker", "reseller"])
    .describe("a credential is at hand, the maker sells it, or somebody else does"),
  cost: costShape,
  ...fit,
  cheapest: z
    .object({ ref: z.string(), cost: costShape })
    .nullable()
    .describe(
      "of the offers that met the constraints and are not marked, if any are not; null where no cost is known",
    ),
  quality: quality.nullable().describe("null for what holds no conversation"),
  evidence: z
    .object({
      start: z.number(),
      grounds: z.array(z.object({ name: z.string(), points: z.number() })),
      moved: z.number().describe("what results add"),
      results: z.array(z.object({ benchmark: z.string(), score: z.number() })),
    })
    .nullable()
    .describe("start, all points and moved add up to the quality"),
  band: count.positive().describe("what is in one band is about equal, and stands by cost"),
  deciding: z
    .object({
      perRequest: usd,
      of: z.enum(["maker", "hosts", "all"]).nullable().describe("its maker, or a median"),
    })
    .describe("what the model costs whoever asks, in USD a request"),
  marks: z.array(z.enum(marks)).describe("why the offer would give way to another"),
  reasons: z.array(z.object({ about: z.enum(reasonAbout), text: z.string() })),
}) satisfies z.ZodType<Recommendation>;

export const recommendedShape = z.object({
  useCase: z.enum(useCaseNames).nullable(),
  digest: z.string(),
  usage,
  weights: z.object({ cost: share, quality: share }),
  removed: z
    .array(z.object({ constraint: z.string(), count }))
    .describe("what was asked, and how many rows failed it that had met all before"),
  candidates: count.describe("underlying models that met all constraints"),
  recommendations: z.array(recommendationShape).describe("best first"),
  front: z.array(z.string()).describe("refs nobody beats in both cost and quality"),
  frontPoints: z.array(
    z.object({ ref: z.string(), perRequest: z.number().nonnegative(), quality: z.number() }),
  ),
}) satisfies z.ZodType<Recommended>;
