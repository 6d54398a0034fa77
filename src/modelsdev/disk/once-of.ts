import type { System } from "../../system/ports.ts";
import type { CatalogAbout } from "./manifest.ts";

// models.dev has some five thousand; from ten times as many the same code runs so often that it pays to optimise it
const mostUnoptimised = 40_000;

/** Does what comes but once for a catalog: of a very large one as anything else. */
export function onceOf<Result>(
  { process }: Pick<System, "process">,
  { models }: Pick<CatalogAbout, "models">,
  work: () => Promise<Result>,
): Promise<Result> {
  return models > mostUnoptimised ? work() : process.once(work);
}
