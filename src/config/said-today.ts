import { isoTime } from "../catalog/words/dates.ts";
import { ModelForgeError } from "../failure.ts";
import {
  changesDirectory,
  changesLayout,
  isSaid,
  saidBegins,
  saidFile,
} from "../places/changes-layout.ts";
import type { Layout } from "../places/layout.ts";
import { Place } from "../places/place.ts";
import { strangerAt } from "../places/stranger.ts";
import { directoryOf } from "../places/usual.ts";
import type { System } from "../system/ports.ts";
import { keyOf, mostSaidBytes, type Said, saidIn } from "./said-file.ts";

type Remembering = Pick<System, "files" | "codec" | "environment" | "clock">;

// whoever looks at so many things in a day is told of one twice
const mostKept = 500;

const layout: Layout = { directories: [[/^config$/, changesLayout]] };

/**
 * Of these notes those that were not said within the last day, and notes that they are said now, and what was `looked` at for
 * them. What another process is saying at this moment is its. Where nothing can be remembered all are said: the file is for
 * comfort alone, and no failure.
 */
export async function unsaidToday(
  machine: Remembering,
  notes: readonly string[],
  looked: readonly string[] = [],
): Promise<readonly string[]> {
  try {
    const place = placeOf(machine);
    return place === undefined ? notes : await unsaidIn(place, machine, { notes, looked });
  } catch (error) {
    if (error instanceof ModelForgeError && error.code.startsWith("file.")) return notes;
    throw error;
  }
}

/** Undefined where there is none, or something else stands in it. */
function placeOf({ files, environment }: Remembering): Place | undefined {
  const root = directoryOf(environment, files, "state", "MODELFORGE_STATE_DIR");
  if (root === undefined) return undefined;
  const place = new Place(root, layout, files);
  const path = pathIn(place);
  const isStrange =
    strangerAt(place.pathOf([changesDirectory]), "directory", files) !== undefined ||
    strangerAt(path, "file", files) !== undefined;
  const bytes = isStrange ? undefined : files.read(path, mostSaidBytes);
  return isStrange || (bytes !== undefined && !isSaid(bytes)) ? undefined : place;
}

function pathIn(place: Place): string {
  return place.pathOf([changesDirectory, saidFile]);
}

interface Wanted {
  notes: readonly string[];
  looked: readonly string[];
}

async function unsaidIn(
  place: Place,
  machine: Remembering,
  { notes, looked }: Wanted,
): Promise<readonly string[]> {
  const { files, clock } = machine;
  const path = pathIn(place);
  const unsaid = (all: readonly string[], said: Said) =>
    all.filter((note) => !said.has(keyOf(note, machine)));
  const all = [...notes, ...looked];
  if (unsaid(all, saidIn(path, machine)).length === 0) return [];
  place.makeDirectory(changesDirectory);
  const lock = await files.lock(path);
  if (lock === undefined) return [];
  try {
    const said = saidIn(path, machine);
    const at = isoTime(clock.now());
    const now = unsaid(all, said).map((note) => [keyOf(note, machine), at] as const);
    const entries = JSON.stringify(Object.fromEntries([...said, ...now].slice(-mostKept)));
    if (now.length > 0) files.replace(path, `${saidBegins}${entries}}\n`);
    return unsaid(notes, said);
  } finally {
    await lock.release();
  }
}
