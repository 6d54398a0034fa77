import { effectiveSettings } from "../../config/effective.ts";
import type { sections } from "../../config/key-defaults.ts";
import { nestedSettings } from "../../config/nested.ts";
import { configurationOf } from "../configuration-of.ts";
import type { Operation } from "../operation.ts";
import type { ConfigShowInput } from "./input.ts";

/** What counts now, by section; with its origin a value is `{value, origin}`. */
export type ShownConfig = Readonly<Record<(typeof sections)[number], unknown>>;

/** What the configuration, the environment and the defaults come to together. */
export const configShow: Operation<ConfigShowInput, ShownConfig> = async (
  context,
  { origin = false },
) => {
  const settings = effectiveSettings(configurationOf(context), context.machine.environment);
  return { result: nestedSettings(settings, origin) as ShownConfig, warnings: [] };
};
