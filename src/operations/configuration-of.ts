import { Configuration } from "../config/configuration.ts";
import type { OperationContext } from "./operation.ts";

/** What the files of the configuration say; a program that asks for it has them read. */
export function configurationOf({
  configuration,
  machine,
}: Pick<OperationContext, "configuration" | "machine">): Configuration {
  return configuration ?? new Configuration(machine);
}
