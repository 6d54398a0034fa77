import type { Batch } from "../../src/catalog/cost/batch.ts";
import type { Requests, Usage } from "../../src/catalog/cost/usage.ts";
import { type Field, flagName } from "../../src/catalog/words/field.ts";
import { type OperationName, operations } from "../../src/operations/index.ts";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";

/** Fields that stand on the line without a flag. */
const positions: Partial<Record<OperationName, readonly string[]>> = {
  "search-models": ["query"],
  "model-info": ["model"],
  "compare-models": ["models"],
  "find-offers": ["model"],
  "recommend-models": ["useCase"],
  "estimate-cost": ["models"],
  "provider-info": ["provider"],
  "cache-restore": ["generation"],
  "auth-login": ["provider"],
  "auth-logout": ["provider"],
  "auth-status": ["providers"],
  "auth-trust": ["provider", "address"],
  "config-get": ["key"],
  "config-set": ["key", "value"],
  "config-unset": ["key"],
  "config-add": ["model"],
  "config-add-auto": [],
  "config-remove": ["model"],
  "config-use": ["model"],
  "config-alias": ["name", "model"],
  "config-diff": ["change"],
  "config-rollback": ["changes"],
  "features-enable": ["feature"],
  "features-disable": ["feature"],
};

/** Fields whose flag has another name, or several. */
const spelled: Record<string, (value: unknown) => string[]> = {
  descending: (value) => (value === true ? ["--desc"] : []),
  onlyDifferences: (value) => (value === true ? ["--diff"] : []),
  maxBytes: (value) => ["--max-size", String(value)],
  // there is no flag that wants weights to be unpublished
  openWeights: (value) => (value === true ? ["--open-weights"] : ["--without", "open-weights"]),
  weights: (value) =>
    Object.entries(value as object).flatMap(([name, share]) => ["--weight", `${name}=${share}`]),
  usage: (value) =>
    Object.entries(value as Usage).flatMap(([name, tokens]) => [flagName(name), String(tokens)]),
  batch: (value) => {
    const { total, requestSize } = value as Batch;
    const { input, output, ...rest } = total;
    const totals = { totalInput: input, totalOutput: output, requestSize, ...rest };
    return Object.entries(totals).flatMap(([name, tokens]) => [flagName(name), String(tokens)]);
  },
  values: (value) => (value as string[]).flatMap((one) => ["--value", one]),
  requests: (value) => {
    if (typeof value === "number") return ["--requests", String(value)];
    const { count, per } = value as Requests;
    return ["--requests", per === undefined ? String(count) : `${count}/${per}`];
  },
  // the command clears it always
  keptCode: () => [],
};

/** The command line that asks what an input asks. */
export function lineOf(name: OperationName, input: Record<string, unknown>): string[] {
  const path = commandTable.find(({ answer }) => answer === name)?.path ?? "";
  const fields: Record<string, Field> = operations[name].fields;
  const flags: string[] = [];
  const standing = positions[name] ?? [];
  const given = new Map(Object.entries(input));
  const words = standing.flatMap((field) => [given.get(field) ?? []].flat().map(String));
  for (const [field, value] of given) {
    if (!standing.includes(field)) flags.push(...wordsOf(field, value, fields[field]));
  }
  // nobody is asked whether that is meant
  const { provider, all } = input;
  const isSure =
    name === "auth-trust" ? provider !== undefined : name === "auth-logout" && all === true;
  const writesOnce = ["cache-clear", "config-add-auto", "config-migrate"].includes(name);
  if (writesOnce || isSure) flags.push("--yes");
  return [...path.split(" "), ...words, ...flags, "--json", "--no-input"];
}

function wordsOf(name: string, value: unknown, field: Field | undefined): string[] {
  const own = new Map(Object.entries(spelled)).get(name);
  if (own !== undefined) return own(value);
  if (field?.kind.type === "flag") return value === true ? [flagName(name)] : [];
  return [flagName(name), Array.isArray(value) ? value.join(",") : String(value)];
}
