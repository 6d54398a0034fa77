import { editedText } from "../../config/edit.ts";
import { nameOf } from "../../config/layers.ts";
import { anyPath } from "../../config/paths.ts";
import { changeConfig, type ConfigChanged } from "../config-change.ts";
import type { Operation } from "../operation.ts";
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
    command: `config unset ${nameOf(path)}`,
    // where there is no file nothing is to be taken out of it
    change: (text, file) => (text === null ? null : editedText(text, path, undefined, file)),
  });
  const { changes, notes } = outcome.result;
  const none = changes.length === 0 ? [`${nameOf(path)} was not set there`] : [];
  return { ...outcome, result: { changes, notes: [...notes, ...none] } };
};
