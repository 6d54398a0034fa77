import { changesHere, statesBefore } from "../../config/changes.ts";
import { historyOf } from "../../config/history.ts";
import { keptText, type KeptText, shownText } from "../../config/kept-text.ts";
import { projectFile } from "../../config/places.ts";
import { mostConfigBytes } from "../../config/read-file.ts";
import { secretInText } from "../../config/secret-text.ts";
import { inTurn } from "../../config/turn.ts";
import { checkBelieved } from "../../config/write.ts";
import { ModelForgeError } from "../../failure.ts";
import { type ConfigChanged, saidChanges } from "../config-change.ts";
import { noChange } from "../no-change.ts";
import type { Operation } from "../operation.ts";
import type { ConfigRollbackInput } from "./input.ts";

/** Takes the last changes back: each file becomes what it was before the oldest of them. That is one change itself. */
export const configRollback: Operation<ConfigRollbackInput, ConfigChanged> = async (
  { machine },
  { changes: number, project = false, dryRun = false },
  { signal },
) => {
  const { environment, files, codec } = machine;
  let before: ReadonlyMap<string, KeptText> | undefined;
  // which changes are the last is known when nobody can make another
  const statesWanted = (): ReadonlyMap<string, KeptText> => {
    if (before !== undefined) return before;
    const known = changesHere(machine, project ? "project" : undefined);
    if (number < 1 || number > known.length) {
      throw noChange(number, known.length, historyOf(machine).stranger());
    }
    return (before = statesBefore(known.slice(0, number)));
  };
  const { candidates } = projectFile(environment, files);
  const make = () =>
    [...statesWanted()].map(([file, after]) => {
      if (candidates.includes(file)) checkBelieved(file, files);
      const now = keptText(files.read(file, mostConfigBytes), codec);
      checkKept(file, now);
      return { file, before: now, after };
    });
  const command = `config rollback ${number}`;
  const { written, notes } = await inTurn(
    machine,
    { command, dryRun, signal },
    { files: () => [...statesWanted().keys()], make },
  );
  return { result: { changes: saidChanges(written), notes: [] }, warnings: notes };
};

/** What holds a key is not noted: what a rollback takes away there could not be brought back. */
function checkKept(file: string, now: KeptText): void {
  const what = secretInText(shownText(now));
  if (what === undefined) return;
  throw new ModelForgeError("config.unreadable", {
    message: `nothing was taken back: ${file} holds what looks like ${what}, so that what is in it now could not be brought back`,
    hint: "take that out first: modelforge config validate names its line",
    details: { path: file, looksLike: what },
  });
}
