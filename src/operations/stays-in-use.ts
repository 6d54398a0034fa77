import { configurationOf } from "./configuration-of.ts";
import type { OperationContext } from "./operation.ts";

/** Where another layer says which model is in use, what is written as that changes nothing. `model`: what is written. */
export function staysInUse(
  context: Pick<OperationContext, "machine" | "configuration">,
  model: string,
  isProject: boolean,
): string[] {
  const variable = context.machine.environment.get("MODELFORGE_MODEL");
  if (variable !== undefined)
    return variable.trim() === model
      ? []
      : [`MODELFORGE_MODEL is set: ${variable} stays in use until it is unset`];
  const current = configurationOf(context).find("current");
  if (isProject || current?.scope !== "project" || String(current.value).trim() === model)
    return [];
  return [`in this project ${String(current.value)} stays in use: ${current.file} says so`];
}

/** What an alias stands for so far, where that is another model, and whether it goes on standing for it. */
export function movedAlias(
  context: Pick<OperationContext, "machine" | "configuration">,
  alias: string,
  model: string,
  isProject: boolean,
): string[] {
  const leaf = configurationOf(context).find("aliases", alias, "model");
  if (leaf === undefined || String(leaf.value).trim() === model) return [];
  if (leaf.scope === "project" && !isProject)
    return [
      `in this project ${alias} goes on standing for ${String(leaf.value)}: ${leaf.file} says so`,
    ];
  return [`${alias} stood for ${String(leaf.value)} before`];
}
