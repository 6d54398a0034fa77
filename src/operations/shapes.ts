import { z } from "zod";
import { capabilities } from "../catalog/words/capability.ts";
import { kinds } from "../catalog/words/kinds.ts";
import type { Quality } from "../catalog/words/quality.ts";
import type { ModelInfo } from "../catalog/words/model.ts";
import { authMethods, type ProviderInfo } from "../catalog/words/provider.ts";
import { failures } from "../failure.ts";
import type { CatalogStamp } from "../modelsdev/stamp.ts";

/** The shapes of answers, from which the published JSON Schema is made. Loaded by no command. */

const usd = z.number().nonnegative().nullable();
const tokens = z.int().positive().nullable();
const day = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2})?$/)
  .nullable();

const tier = z.object({
  aboveTokens: z
    .number()
    .nonnegative()
    .describe("prompt tokens; the tier's prices hold for the whole request above it"),
  input: usd,
  output: usd,
  cacheRead: usd,
  cacheWrite: usd,
  reasoning: usd,
  inputAudio: usd,
  outputAudio: usd,
});

export const limitsShape = z
  .object({ context: tokens, input: tokens, output: tokens })
  .describe("in tokens");

export const priceShape = z
  .object({
    input: usd,
    output: usd,
    cacheRead: usd,
    cacheWrite: usd,
    reasoning: usd,
    inputAudio: usd,
    outputAudio: usd,
    tiers: z.array(tier),
  })
  .describe("list prices in USD per 1,000,000 tokens; null: not listed, 0: free of charge");

const notUnderstood = z
  .array(z.string())
  .describe("paths of values that are unknown because the source's are not understood");

export const quality = z.object({
  value: z.number().describe("in spreads of all models that hold conversations; 0: their mean"),
  spread: z.number().positive().describe("how far off that may be, a standard deviation"),
  label: z.enum(["published", "expected"]).describe("whether published results moved it"),
  results: z.int().nonnegative().describe("how many"),
}) satisfies z.ZodType<Quality>;

export const modelShape = z
  .object({
    ref: z.string().describe("provider/id"),
    provider: z.string(),
    id: z.string(),
    name: z.string(),
    family: z.string().nullable(),
    status: z.string().nullable().describe("alpha, beta, deprecated; null where none is named"),
    capabilities: z.array(z.enum(capabilities)),
    modalities: z.object({ input: z.array(z.string()), output: z.array(z.string()) }),
    limits: limitsShape,
    price: priceShape.nullable(),
    openWeights: z.boolean().nullable(),
    releaseDate: day,
    lastUpdated: day,
    knowledge: day,
    kind: z.enum(kinds).describe("what it is for"),
    quality: quality
      .nullable()
      .describe("of the model, whoever sells it; null for what holds no conversation"),
    notUnderstood: notUnderstood.exactOptional(),
    origin: z
      .literal("config")
      .exactOptional()
      .describe("your configuration adds it: the catalog lacks it"),
    configured: z
      .array(z.string())
      .exactOptional()
      .describe("paths of values that your configuration says in the catalog's place"),
  })
  .describe("a model as one provider sells it") satisfies z.ZodType<ModelInfo>;

export const providerShape = z
  .object({
    id: z.string(),
    name: z.string(),
    env: z.array(z.string()),
    npm: z.string().nullable(),
    api: z.string().nullable(),
    doc: z.string().nullable(),
    auth: z.array(z.enum(authMethods)).describe("empty where the catalog does not say"),
    models: z.int().nonnegative(),
    notUnderstood: notUnderstood.exactOptional(),
  })
  .describe("a service one can call") satisfies z.ZodType<ProviderInfo>;

const link = z.object({ label: z.string().nullable(), url: z.string() });

const facts = z.object({
  id: z.string(),
  name: z.string(),
  license: z.string().nullable(),
  links: z.array(link),
  weights: z.array(link),
  benchmarks: z.array(
    z.object({
      name: z.string(),
      score: z.number(),
      metric: z.string().nullable(),
      variant: z.string().nullable(),
      harness: z.string().nullable(),
      source: z.string().nullable(),
      date: day,
    }),
  ),
});

const extras = z.object({
  reasoning: z.object({
    efforts: z.array(z.string()),
    budget: z.object({ min: z.number().nullable(), max: z.number().nullable() }).nullable(),
    canBeSwitchedOff: z.boolean(),
  }),
  modes: z.array(z.object({ name: z.string(), price: priceShape.nullable() })),
  npm: z.string().nullable(),
  api: z.string().nullable(),
});

export const modelDetailsShape = modelShape.extend({
  asked: z
    .string()
    .exactOptional()
    .describe("what was asked for, where it was another spelling of the model"),
  providerDetails: providerShape,
  sellers: z
    .object({
      count: z.int(),
      cheapest: z
        .array(
          z.object({
            ref: z.string(),
            input: z.number().nullable(),
            output: z.number().nullable(),
            context: z.int().nullable(),
          }),
        )
        .describe("for a million tokens in and out, USD per 1M tokens; at most nine"),
    })
    .describe("whoever sells the same model, the asked row among them"),
  offers: z
    .array(modelShape)
    .describe("all rows that sell the same model, the asked one among them, in ref order"),
  facts: facts.nullable(),
  extras,
  wire: z.unknown().describe("the record as received"),
});

/** How a provider is called. */
export const providerTemplateShape = z
  .object({
    package: z.string().nullable(),
    baseUrl: z.string().nullable().describe("with the variables of the provider"),
    url: z.string().nullable().describe("filled; null where something is missing"),
    values: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
    credentials: z
      .array(z.array(z.string()))
      .describe("one list of variables is enough; of a list all are needed"),
    isLocal: z.boolean(),
    missing: z.array(z.string()),
    why: z.string().nullable(),
  })
  .describe("how it is called, filled with what is at hand");

export const providerDetailsShape = providerShape.extend({
  configured: z.boolean(),
  ownVariables: z.array(z.string()),
  statuses: z.record(z.string(), z.int()),
  wire: z.unknown(),
  template: providerTemplateShape,
});

const stamp = z.object({
  origin: z.enum(["network", "cache", "snapshot", "file", "config"]),
  source: z.string(),
  digest: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  fetchedAt: z.iso.datetime(),
  ageSeconds: z.int().nonnegative().nullable().describe("null where nobody knows"),
  stale: z.boolean(),
  providers: z.int().nonnegative(),
  models: z.int().nonnegative(),
}) satisfies z.ZodType<CatalogStamp>;

const warning = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()).exactOptional(),
});

/** What `--json` prints around a result. */
export function envelopeShape(result: z.ZodType) {
  return z.object({
    schema: z.literal("modelforge/v1"),
    catalog: stamp.optional().describe("absent where no catalog was read"),
    result,
    warnings: z.array(warning),
  });
}

/** The last line of stderr where a command with `--json` fails. */
export const errorShape = z.object({
  schema: z.literal("modelforge/v1"),
  error: z.object({
    code: z.enum(Object.keys(failures) as [keyof typeof failures]),
    message: z.string(),
    hint: z.string().nullable(),
    details: z.record(z.string(), z.unknown()),
    warnings: z
      .array(warning)
      .optional()
      .describe("which catalog was asked, above all; absent where there is nothing to say"),
  }),
});
