import { ModelForgeError } from "../failure.ts";
import { changeIn, doneLine } from "../places/changes-layout.ts";
import type { System } from "../system/ports.ts";
import { isSameText, type KeptText, keptText } from "./kept-text.ts";

/** One file in a change, with both texts, so that it can be taken back whatever was written by hand meanwhile. */
export interface FileChange {
  file: string;
  before: KeptText;
  after: KeptText;
}

/** What one command did. */
export interface Change {
  /** `2026-11-27T21:30:00.000Z`; null where nothing tells it. */
  at: string | null;
  /** The command that made it: `config set catalog.ttl 12h`. */
  command: string;
  files: FileChange[];
}

type Reading = Pick<System, "codec"> & { files: Pick<System["files"], "read"> };

/** Larger than any that is written. */
export const mostHistoryBytes = 10_000_000;

/** What the file of a history says, newest first. A change that a process was killed before making is none. Throws `file.unreadable`. */
export function changesAt(path: string, machine: Reading): Change[] {
  const bytes = machine.files.read(path, mostHistoryBytes);
  if (bytes === undefined) return [];
  const lines = machine.codec.text(bytes).split("\n");
  const next = new Map<string, KeptText | undefined>();
  let isDone = false;
  const found: Change[] = [];
  for (const line of lines.toReversed()) {
    const change = changeIn(line) as Change | undefined;
    if (change !== undefined) {
      const files = change.files.filter((one) => isDone || wasMade(one, next, machine));
      for (const { file, before } of change.files) next.set(file, before);
      if (files.length > 0) found.push({ ...change, files });
    }
    isDone = line === doneLine;
  }
  return found;
}

/**
 * Of a change after which its process did not come to say so. `next`: what each file was before the change after it; of
 * the last one the file's own content tells.
 */
function wasMade(
  { file, before, after }: FileChange,
  next: ReadonlyMap<string, unknown>,
  machine: Reading,
): boolean {
  const now = next.has(file) ? (next.get(file) as KeptText) : contentOf(file, machine);
  // by hand it may have become anything, but for what it was
  return !isSameText(now, before) || isSameText(now, after);
}

function contentOf(file: string, { files, codec }: Reading): KeptText | undefined {
  try {
    return keptText(files.read(file), codec);
  } catch (error) {
    if (error instanceof ModelForgeError) return undefined;
    throw error;
  }
}
