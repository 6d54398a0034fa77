import { ModelForgeError, retold, type Warning } from "../../failure.ts";
import { waitForLock } from "../../places/wait-for-lock.ts";
import type { System } from "../../system/ports.ts";
import type { StoreDocument } from "./document.ts";
import type { StorePlace } from "./place.ts";
import { readStore } from "./read-store.ts";
import { refuseReadOnly } from "./rights.ts";

export type ChangingStore = Pick<System, "environment" | "files" | "codec" | "process" | "clock">;

/** What is worked out where nobody else can change the store; it gives the same document where nothing is to change. */
type Change = (document: StoreDocument) => StoreDocument | Promise<StoreDocument>;

/**
 * Changes what is kept, one process after the other, and puts it in its place whole. What is no store is set aside first.
 *
 * Throws `credential.store-unusable`, `file.unwritable`, `cache.busy`, `cancelled`.
 */
export async function changeStore(
  machine: ChangingStore,
  change: Change,
  signal?: AbortSignal,
): Promise<Warning[]> {
  try {
    return await changed(machine, change, signal);
  } catch (error) {
    throw ofCredentials(error);
  }
}

/** The hint of a file that cannot be written names the directory of the cache, for most are there. */
function ofCredentials(error: unknown): unknown {
  if (!(error instanceof ModelForgeError) || error.code !== "file.unwritable") return error;
  const hint = error.hint?.replace("MODELFORGE_CACHE_DIR", "MODELFORGE_DATA_DIR");
  return retold(error, hint === undefined ? {} : { hint });
}

async function changed(
  machine: ChangingStore,
  change: Change,
  signal: AbortSignal | undefined,
): Promise<Warning[]> {
  const before = await readStore(machine);
  const { place } = before;
  if (place === undefined) throw noPlace();
  // where others may write nothing is made, a lock neither
  if (before.problem?.kind === "unsafe") throw unusable(before.problem.message, place);
  place.make();
  const lock = await waitForLock(machine, place.file, signal);
  try {
    const { document, problem, warnings } = await readStore(machine);
    if (problem !== undefined && problem.kind !== "broken") throw unusable(problem.message, place);
    const after = await change(document);
    if (after === document) return warnings;
    refuseReadOnly(machine.files, place);
    const told = problem === undefined ? [] : [setAside(machine, place, problem.message)];
    machine.files.replace(place.file, `${JSON.stringify(after, null, 2)}\n`);
    return told.length > 0 ? told : warnings.flatMap((one) => asItIsNow(one, place));
  } finally {
    await lock.release();
  }
}

/** What is written anew is for the user alone, which does not take back what others have read. */
function asItIsNow(warning: Warning, { file }: StorePlace): Warning[] {
  if (warning.details?.path !== file) return [warning];
  return [{ ...warning, message: `until now other users could look into ${file}` }];
}

/** It may hold what nobody has elsewhere. */
function setAside(
  { files, process }: Pick<ChangingStore, "files" | "process">,
  { file }: StorePlace,
  message: string,
): Warning {
  const aside = `${file}.broken-${process.uniqueName()}`;
  files.rename(file, aside);
  return { code: "credential.store", message: `${message}; it is kept as ${aside}` };
}

function unusable(message: string, { file, directory }: StorePlace): ModelForgeError {
  return new ModelForgeError("credential.store-unusable", {
    message: `no credential is changed: ${message}`,
    hint: `look at ${directory}, or name another directory in MODELFORGE_DATA_DIR`,
    details: { path: file },
  });
}

function noPlace(): ModelForgeError {
  return new ModelForgeError("credential.store-unusable", {
    message: "there is no place to keep a credential: no home directory is known",
    hint: "name a directory in MODELFORGE_DATA_DIR",
  });
}
