import { changesHere } from "../../config/changes.ts";
import type { Change } from "../../config/history.ts";
import { projectFile } from "../../config/places.ts";
import { noChange } from "../no-change.ts";
import { changeConfig, type ConfigChanged } from "../config-change.ts";
import type { Operation } from "../operation.ts";
import type { ConfigRollbackInput } from "./input.ts";

/** Takes the last changes back: each file becomes what it was before the oldest of them. That is a change itself. */
export const configRollback: Operation<ConfigRollbackInput, ConfigChanged> = async (
  context,
  { changes: number, dryRun = false },
  options,
) => {
  const known = changesHere(context.machine);
  if (number < 1 || number > known.length) throw noChange(number, known.length);
  const { environment, files } = context.machine;
  const ofProject = projectFile(environment, files).path;
  const done: ConfigChanged = { changes: [], notes: [] };
  const warnings = [];
  for (const [file, before] of statesBefore(known.slice(0, number))) {
    const how = { project: file === ofProject, dryRun };
    const outcome = await changeConfig(context, how, options, {
      command: `config rollback ${number}`,
      // it may be what nobody can read any more
      isAnyText: true,
      change: () => before,
    });
    done.changes.push(...outcome.result.changes);
    warnings.push(...outcome.warnings);
  }
  return { result: done, warnings };
};

/** By file, what it was before the oldest of the changes. */
function statesBefore(changes: readonly Change[]): Map<string, string | null> {
  return new Map(changes.map(({ file, before }) => [file, before]));
}
