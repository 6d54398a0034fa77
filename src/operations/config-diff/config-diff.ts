import { changesHere } from "../../config/changes.ts";
import { diffOf } from "../../config/diff.ts";
import type { Operation } from "../operation.ts";
import type { ConfigDiffInput } from "./input.ts";
import { noChange } from "../no-change.ts";

export interface ConfigDiff {
  number: number;
  at: string;
  command: string;
  file: string;
  /** As `diff -u` says it. */
  diff: string;
}

/** What one change did. */
export const configDiff: Operation<ConfigDiffInput, ConfigDiff> = async (
  { machine },
  { change: number },
) => {
  const changes = changesHere(machine);
  const found = changes[number - 1];
  if (found === undefined) throw noChange(number, changes.length);
  const { at, command, file } = found;
  return { result: { number, at, command, file, diff: diffOf(found) }, warnings: [] };
};
