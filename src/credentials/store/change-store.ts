import { ModelForgeError, retold, type Warning } from "../../failure.ts";
import { waitForLock } from "../../places/wait-for-lock.ts";
import type { System } from "../../system/ports.ts";
import type { StoreDocument } from "./document.ts";
import {
  keepInKeychain,
  type KeychainChanges,
  sweepKeychain,
  takeOutOfKeychain,
} from "./in-keychain.ts";
import type { StorePlace } from "./place.ts";
import { readStore } from "./read-store.ts";
import { refuseReadOnly } from "./rights.ts";

export type ChangingStore = Pick<
  System,
  "environment" | "files" | "codec" | "process" | "clock" | "keychain"
>;

/** What is worked out where nobody else can change the store; it gives the same document where nothing is to change. */
type Change = (
  document: StoreDocument,
  keychain: KeychainChanges,
  place: StorePlace,
) => StoreDocument | Promise<StoreDocument>;

/**
 * Changes what is kept, one process after the other, and puts it in its place whole. What is no store is set aside first.
 *
 * Throws `credential.store-unusable`, `file.unwritable`, `file.busy`, `cancelled`.
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

/**
 * Finds out whether a change would be kept, before somebody goes to lengths for one. `look`: what else has to hold of it.
 *
 * Throws as that change would.
 */
export async function tryStore(
  machine: ChangingStore,
  look: (document: StoreDocument) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const changing: Change = async (document, _, place) => {
    refuseReadOnly(machine.files, place);
    await look(document);
    // a full disk or a mount without rights takes nothing, whatever the rights say
    const trial = `${place.file}.${machine.process.uniqueName()}.tmp`;
    machine.files.replace(trial, "{}\n", { first: true });
    machine.files.removeFile(trial);
    return document;
  };
  await changeStore(machine, changing, signal);
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
    const { document, problem, text, warnings } = await readStore(machine);
    place.sweep();
    if (problem !== undefined && problem.kind !== "broken") throw unusable(problem.message, place);
    const items: KeychainChanges = { added: new Map(), removed: new Map() };
    const after = await change(document, items, place);
    if (after === document) return warnings;
    refuseReadOnly(machine.files, place);
    const asides: Aside[] = [];
    if (problem !== undefined) asides.push(setAside(machine, place, problem.message));
    if (text !== undefined && losesSomething(text, document)) {
      asides.push(keepCopy(machine, place, text));
    }
    const told = asides.map(({ warning }) => warning);
    const write = (now: StoreDocument): void =>
      machine.files.replace(place.file, `${JSON.stringify(now, null, 2)}\n`, { first: true });
    const undo = (): void => {
      if (text === undefined) machine.files.removeFile(place.file);
      else machine.files.replace(place.file, text);
      for (const aside of asides) aside.undo();
    };
    await takeOutOfKeychain(machine.keychain, items.removed);
    await keepInKeychain(machine.keychain, document, items.added, { write, undo });
    told.push(
      ...(await sweepKeychain(machine.keychain, { before: document, after, items }, write)),
    );
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

/** Whether what is written back would say less: of a name that comes twice one is read, and numbers may be too large. */
function losesSomething(text: string, document: StoreDocument): boolean {
  return bare(text.replace(/^\ufeff/, "")) !== bare(JSON.stringify(document));
}

function bare(text: string): string {
  return (text.match(/"(?:[^"\\]|\\.)*"|[^\s"]+/gs) ?? []).join("");
}

/** What was put beside the store, and how that is taken back. */
interface Aside {
  warning: Warning;
  undo(): void;
}

function keepCopy(
  { files, process }: Pick<ChangingStore, "files" | "process">,
  { file }: StorePlace,
  text: string,
): Aside {
  const aside = `${file}.broken-${process.uniqueName()}`;
  files.replace(aside, text);
  const message = `${file} was not written by ModelForge alone; as it was it is kept as ${aside}`;
  return {
    warning: { code: "credential.store", message },
    undo: () => files.removeFile(aside),
  };
}

/** It may hold what nobody has elsewhere. */
function setAside(
  { files, process }: Pick<ChangingStore, "files" | "process">,
  { file }: StorePlace,
  message: string,
): Aside {
  const aside = `${file}.broken-${process.uniqueName()}`;
  files.rename(file, aside);
  return {
    warning: { code: "credential.store", message: `${message}; it is kept as ${aside}` },
    undo: () => files.rename(aside, file),
  };
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
