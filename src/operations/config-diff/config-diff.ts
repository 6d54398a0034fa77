import { changesHere } from "../../config/changes.ts";
import { historyOf } from "../../config/history.ts";
import { type ConfigChanged, saidChanges } from "../config-change.ts";
import type { Operation } from "../operation.ts";
import type { ConfigDiffInput } from "./input.ts";
import { noChange } from "../no-change.ts";

export interface ConfigDiff {
  number: number;
  /** Null where nothing tells when it was done. */
  at: string | null;
  command: string;
  changes: ConfigChanged["changes"];
}

/** What one change did. */
export const configDiff: Operation<ConfigDiffInput, ConfigDiff> = async (
  { machine },
  { change: number, project = false },
) => {
  const known = changesHere(machine, project ? "project" : undefined);
  const found = known[number - 1];
  if (found === undefined) throw noChange(number, known.length, historyOf(machine).stranger());
  const { at, command, files } = found;
  return { result: { number, at, command, changes: saidChanges(files) }, warnings: [] };
};
