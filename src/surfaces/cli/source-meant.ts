import type { Configuration } from "../../config/configuration.ts";
import { ModelForgeError } from "../../failure.ts";
import { ofSetting } from "../../operations/source-setting.ts";
import type { Environment } from "../../system/ports.ts";

const variable = "MODELFORGE_URL";

/** A failure of a source that the configuration names speaks of the setting, not of the variable that would go before it. */
export function namingSource(
  error: unknown,
  configuration: Pick<Configuration, "find">,
  { get }: Pick<Environment, "get">,
): unknown {
  if (!(error instanceof ModelForgeError) || get(variable) !== undefined) return error;
  const { message, hint } = error;
  // credentials belong into the variable all the same
  const isMeant = `${message}${hint}`.includes(variable) && hint?.includes("credentials") !== true;
  const isSaid = isMeant && configuration.find("catalog", "source") !== undefined;
  return isSaid ? ofSetting(error) : error;
}
