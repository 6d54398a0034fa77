import { readerOf } from "../../operations/field.ts";
import { type OperationName, operations, type Questions } from "../../operations/index.ts";
import { word } from "../../operations/input-kinds.ts";
import { type InputReader, inputOfFields } from "../../operations/read-input.ts";
import type { Usage } from "../../catalog/cost/usage.ts";
import type { EstimateCostInput } from "../../operations/estimate-cost/input.ts";
import * as common from "../../operations/common-fields.ts";

type InputOf<Name extends OperationName> = Questions[Name]["input"];

const operationKind = word(Object.keys(operations));
const readers = new Map<OperationName, InputReader<unknown>>();

/** What a program gives for a question. Throws `usage.bad-value` for what it cannot be, an unknown question among it. */
export function readInput<Name extends OperationName>(name: Name, given: unknown): InputOf<Name> {
  const operation = operationKind.read(name, "operation") as Name;
  const known = readers.get(operation);
  const reader = known ?? inputOfFields<unknown>(operations[operation].fields);
  if (known === undefined) readers.set(operation, reader);
  return reader.read(given) as InputOf<Name>;
}

/** Methods that take some of their fields as arguments, in this order. */
function positional<Name extends OperationName>(
  name: Name,
  ...fields: (keyof InputOf<Name> & string)[]
): InputReader<InputOf<Name>> {
  return inputOfFields<InputOf<Name>>(operations[name].fields, fields);
}

export const inputs = {
  listModels: positional("list-models"),
  searchModels: positional("search-models", "query"),
  modelInfo: positional("model-info", "model", "provider"),
  providerInfo: positional("provider-info", "provider"),
  findOffers: positional("find-offers", "model"),
  compareModels: positional("compare-models", "models"),
  estimateCost: inputOfFields<EstimateCostInput & { usage: Usage }>(
    { ...operations["estimate-cost"].fields, usage: { ...common.usage, isNeeded: true } },
    ["models", "usage", "requests"],
  ),
  recommendModels: positional("recommend-models"),
  refreshCatalog: positional("refresh-catalog"),
  cacheRestore: positional("cache-restore", "generation"),
  cachePrune: positional("cache-prune", "maxBytes"),
  cacheClear: positional("cache-clear", "all"),
};

export const usage = readerOf(common.usage);
export const requests = readerOf(common.requests);
