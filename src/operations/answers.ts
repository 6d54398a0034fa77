import { z } from "zod";
import type { ConfigChanged } from "./config-change.ts";
import {
  credentialStatusShape,
  listedAccountShape,
  loggedInShape,
  loggedOutShape,
  trustShape,
} from "./auth-shapes.ts";
import {
  cachePathShape,
  cacheStatusShape,
  cacheVerificationShape,
  clearedShape,
  generationShape,
  prunedShape,
  refreshShape,
  restoredShape,
} from "./cache-shapes.ts";
import {
  askedCostShape,
  comparisonShape,
  listedModelShape,
  offerShape,
  offersShape,
  recommendedShape,
} from "./choosing-shapes.ts";
import {
  configAddedAutoShape,
  configAddedShape,
  configChangedShape,
  configDiffShape,
  configHistoryShape,
  configPathShape,
  configValueShape,
  featureShape,
  findingShape,
  shownConfigShape,
} from "./config-shapes.ts";
import type { OperationName, Questions } from "./index.ts";
import { modelDetailsShape, providerDetailsShape, providerShape } from "./shapes.ts";

/** The answer to a question, as its schema has it. */
interface Answer<Result> {
  /** Name of the schema: `schema/<name>.json`. */
  schema: string;
  result: z.ZodType<Result>;
  /** What `--fields` takes some fields of, where rows can be had so. */
  row?: z.ZodType;
}

const completionShape = z.object({ shell: z.string(), script: z.string() });

/** What every operation gives; `cache path`, `config edit` and `completion` ask none. Loaded by no command. */
export const answers: {
  readonly [Name in OperationName]: Answer<Questions[Name]["result"]>;
} & {
  readonly "config-edit": Answer<ConfigChanged>;
  readonly "cache-path": Answer<{ directory: string }>;
  readonly completion: Answer<{ shell: string; script: string }>;
} = {
  "list-models": listOf("models", listedModelShape),
  "search-models": listOf("models", listedModelShape),
  "model-info": { schema: "model-info", result: modelDetailsShape },
  "compare-models": { schema: "compare", result: comparisonShape },
  "find-offers": { schema: "offers", result: offersShape, row: offerShape },
  "recommend-models": { schema: "recommend", result: recommendedShape },
  "estimate-cost": listOf("cost", askedCostShape),
  "list-providers": listOf("providers", providerShape),
  "provider-info": { schema: "provider-info", result: providerDetailsShape },
  "refresh-catalog": { schema: "refresh-cache", result: refreshShape },
  "cache-status": { schema: "cache-status", result: cacheStatusShape },
  "cache-verify": { schema: "cache-verify", result: cacheVerificationShape },
  "cache-history": listOf("cache-history", generationShape),
  "cache-restore": { schema: "cache-restore", result: restoredShape },
  "cache-prune": { schema: "cache-prune", result: prunedShape },
  "cache-clear": { schema: "cache-clear", result: clearedShape },
  "config-show": { schema: "config-show", result: shownConfigShape },
  "config-get": { schema: "config-get", result: configValueShape },
  "config-path": { schema: "config-path", result: configPathShape },
  "config-set": { schema: "config-set", result: configChangedShape },
  "config-unset": { schema: "config-unset", result: configChangedShape },
  "config-add": { schema: "config-add", result: configAddedShape },
  "config-add-auto": { schema: "config-add-auto", result: configAddedAutoShape },
  "config-remove": { schema: "config-remove", result: configChangedShape },
  "config-use": { schema: "config-use", result: configChangedShape },
  "config-alias": { schema: "config-alias", result: configChangedShape },
  "config-edit": { schema: "config-edit", result: configChangedShape },
  "config-validate": listOf("config-validate", findingShape),
  "config-migrate": { schema: "config-migrate", result: configChangedShape },
  "config-history": listOf("config-history", configHistoryShape),
  "config-diff": { schema: "config-diff", result: configDiffShape },
  "features-list": { schema: "features-list", result: z.array(featureShape) },
  "features-enable": { schema: "features-enable", result: configChangedShape },
  "features-disable": { schema: "features-disable", result: configChangedShape },
  "config-rollback": { schema: "config-rollback", result: configChangedShape },
  "auth-login": { schema: "auth-login", result: loggedInShape },
  "auth-logout": { schema: "auth-logout", result: loggedOutShape },
  "auth-list": listOf("auth-list", listedAccountShape),
  "auth-status": listOf("auth-status", credentialStatusShape),
  "auth-trust": { schema: "auth-trust", result: trustShape },
  "cache-path": { schema: "cache-path", result: cachePathShape },
  completion: { schema: "completion", result: completionShape },
};

/** What a command can answer with. */
export type AnswerName = keyof typeof answers;

function listOf<Row>(schema: string, row: z.ZodType<Row>): Answer<Row[]> {
  return { schema, result: z.array(row), row };
}
