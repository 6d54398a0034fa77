import { z } from "zod";
import type { ConfigChanged } from "./config-change.ts";
import type { ConfigDiff } from "./config-diff/config-diff.ts";
import type { ConfigHistoryEntry } from "./config-history/config-history.ts";
import type { ConfigValue } from "./config-get/config-get.ts";
import { type FeatureName, featureNames } from "../config/features.ts";
import { type Finding, findingKinds } from "../config/finding.ts";
import type { ListedFeature } from "./features-list/features-list.ts";
import type { ConfigPath } from "./config-path/config-path.ts";
import type { ConfigAddedAuto } from "./config-add-auto/choose-and-add.ts";
import type { ConfigAdded } from "./config-added.ts";
import { limitsShape, priceShape, providerTemplateShape } from "./shapes.ts";
import type { ShownConfig } from "./config-show/config-show.ts";

/** The shapes of answers about the configuration, from which the published JSON Schema is made. Loaded by no command. */

const named = z.record(z.string(), z.unknown());

export const shownConfigShape = z.object({
  current: z.unknown(),
  aliases: named,
  providers: named,
  catalog: named,
  features: named,
  settings: named,
}) satisfies z.ZodType<ShownConfig>;

export const configValueShape = z.object({
  key: z.string(),
  value: z.unknown(),
  origin: z.string().nullable().describe("the file, the variable, or default"),
}) satisfies z.ZodType<ConfigValue>;

export const configPathShape = z.object({
  path: z.string(),
  exists: z.boolean(),
}) satisfies z.ZodType<ConfigPath>;

const fileChanges = z.array(
  z.object({ file: z.string(), diff: z.string().describe("as diff -u says it") }),
);

export const configChangedShape = z.object({
  changes: fileChanges,
  notes: z.array(z.string()),
}) satisfies z.ZodType<ConfigChanged>;

export const configAddedShape = configChangedShape.extend({
  added: z
    .object({
      ref: z.string(),
      name: z.string(),
      template: providerTemplateShape,
      limits: limitsShape.nullable(),
      price: priceShape.nullable(),
      configured: z.boolean().describe("whether a credential is at hand"),
    })
    .describe("with what the catalog fills in: nothing of that is written"),
}) satisfies z.ZodType<ConfigAdded>;

export const configAddedAutoShape = configAddedShape.extend({
  plan: z
    .array(
      z.object({
        ref: z.string(),
        name: z.string(),
        reasons: z.array(z.string()),
        chosen: z.boolean(),
        passedOver: z.string().nullable().describe("null where it was not"),
      }),
    )
    .describe("the models that were considered, best first"),
}) satisfies z.ZodType<ConfigAddedAuto>;

export const findingShape = z.object({
  code: z.enum(Object.keys(findingKinds) as [Finding["code"]]),
  severity: z.enum(["error", "warning"]),
  file: z.string().nullable().describe("null where a variable says it"),
  line: z.int().positive().nullable(),
  message: z.string(),
  fix: z.string().nullable().describe("what to do: a command line, or a sentence"),
}) satisfies z.ZodType<Finding>;

export const featureShape = z.object({
  name: z.enum(featureNames as [FeatureName]),
  on: z.boolean(),
  origin: z.string().describe("what says so: a variable, a file, CI, or default"),
  default: z.boolean(),
  stage: z.enum(["stable", "preview"]),
  purpose: z.string(),
  variable: z.string(),
}) satisfies z.ZodType<ListedFeature>;

export const configHistoryShape = z.object({
  number: z.int().positive().describe("1 is the newest: what a rollback takes"),
  at: z.string().nullable().describe("null where nothing tells when it was done"),
  command: z.string(),
  files: z.array(z.string()),
}) satisfies z.ZodType<ConfigHistoryEntry>;

export const configDiffShape = configHistoryShape
  .omit({ files: true })
  .extend({ changes: fileChanges }) satisfies z.ZodType<ConfigDiff>;
