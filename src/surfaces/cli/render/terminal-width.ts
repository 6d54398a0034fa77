import type { Environment, Output } from "../../../system/ports.ts";

/** Columns to fit a text into; undefined where nobody looks: a pipe gets lines of any length, whatever COLUMNS says. */
export function widthOf(
  output: Pick<Output, "isTerminal" | "columns">,
  environment: Pick<Environment, "get">,
): number | undefined {
  if (!output.isTerminal) return undefined;
  const said = Number(environment.get("COLUMNS"));
  return Number.isInteger(said) && said > 0 ? said : (output.columns ?? 80);
}
