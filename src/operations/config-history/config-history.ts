import { changesHere } from "../../config/changes.ts";
import type { Operation } from "../operation.ts";
import type { ConfigHistoryInput } from "./input.ts";

/** One change of a configuration. */
export interface ConfigHistoryEntry {
  /** 1 is the newest: what a rollback takes. */
  number: number;
  at: string;
  command: string;
  file: string;
}

/** The changes of this configuration, newest first. */
export const configHistory: Operation<ConfigHistoryInput, ConfigHistoryEntry[]> = async (
  { machine },
  { descending, limit },
) => {
  const changes = changesHere(machine);
  const result = changes.map(({ at, command, file }, place) => ({
    number: place + 1,
    at,
    command,
    file,
  }));
  const ordered = descending === true ? result.toReversed() : result;
  return { result: ordered.slice(0, limit), warnings: [] };
};
