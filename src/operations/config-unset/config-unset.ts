import { editedText } from "../../config/edit.ts";
import { isOfKey } from "../../config/effective.ts";
import { allKeys } from "../../config/keys.ts";
import { nearestKey } from "../../config/nearest-key.ts";
import { nameOf } from "../../config/layers.ts";
import { anyPath } from "../../config/paths.ts";
import { changeConfig, type ConfigChanged } from "../config-change.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Operation, OperationContext } from "../operation.ts";
import { refuseAnySecret } from "../refuse-secret.ts";
import type { ConfigUnsetInput } from "./input.ts";

/** Takes a value out of a file, or all below a name. */
export const configUnset: Operation<ConfigUnsetInput, ConfigChanged> = async (
  context,
  { key, ...how },
  options,
) => {
  // what is no setting can stand there, too
  const path = anyPath(key);
  const outcome = await changeConfig(context, how, options, {
    command: `config unset ${await shown(context, nameOf(path))}`,
    // where there is no file nothing is to be taken out of it
    change: (text, file) => (text === null ? null : editedText(text, path, undefined, file)),
  });
  const { changes, notes } = outcome.result;
  const isKey = allKeys.some((one) => isOfKey(path, one.key.split(".").slice(0, path.length)));
  const near = isKey ? undefined : nearestKey(path);
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  const none = changes.length === 0 ? [`${nameOf(path)} was not set there${meant}`] : [];
  return { ...outcome, result: { changes, notes: [...notes, ...none] } };
};

/** A key that was put in the wrong place can be taken out, and the history names it no more. */
async function shown(context: OperationContext, name: string): Promise<string> {
  try {
    await refuseAnySecret(context, name);
    return name;
  } catch (error) {
    if (error instanceof ModelForgeError) return "…";
    throw error;
  }
}
