import { changesHere } from "../../config/changes.ts";
import { historyOf } from "../../config/history.ts";
import type { Warning } from "../../failure.ts";
import type { Operation } from "../operation.ts";
import type { ConfigHistoryInput } from "./input.ts";

/** One change of a configuration. */
export interface ConfigHistoryEntry {
  /** 1 is the newest: what a rollback takes. */
  number: number;
  /** Null where nothing tells when it was done. */
  at: string | null;
  command: string;
  files: string[];
}

/** The changes of this configuration, newest first. */
export const configHistory: Operation<ConfigHistoryInput, ConfigHistoryEntry[]> = async (
  { machine },
  { project, descending, limit },
) => {
  const changes = changesHere(machine, project === true ? "project" : undefined);
  const result = changes.map(({ at, command, files }, place) => ({
    number: place + 1,
    at,
    command,
    files: files.map(({ file }) => file),
  }));
  const ordered = descending === true ? result.toReversed() : result;
  const stranger = historyOf(machine).stranger();
  const warnings: Warning[] =
    stranger === undefined ? [] : [{ code: "config.no-history", message: stranger }];
  return { result: ordered.slice(0, limit), warnings };
};
