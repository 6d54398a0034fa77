import { ModelForgeError } from "../failure.ts";
import { changesDirectory, saidFile } from "../places/changes-layout.ts";
import { directoryOf } from "../places/usual.ts";
import type { System } from "../system/ports.ts";

type Reading = Pick<System, "codec" | "environment" | "clock"> & {
  files: Pick<System["files"], "read" | "open" | "info" | "target" | "follow" | "list" | "resolve">;
};

const dayMs = 24 * 60 * 60 * 1000;
export const mostSaidBytes = 100_000;

/** When something was said, by its key. */
export type Said = ReadonlyMap<string, string>;

/** Nothing of what is said is kept itself. */
export function keyOf(note: string, { codec }: Pick<Reading, "codec">): string {
  return codec.checksum(note).toString(16);
}

/** Whether something was said, or looked at, within a day; false where that cannot be told. */
export function wasToday(machine: Reading, note: string): boolean {
  const { environment, files } = machine;
  try {
    const root = directoryOf(environment, files, "state", "MODELFORGE_STATE_DIR");
    if (root === undefined) return false;
    return saidIn(`${root}/${changesDirectory}/${saidFile}`, machine).has(keyOf(note, machine));
  } catch (error) {
    if (error instanceof ModelForgeError && error.code.startsWith("file.")) return false;
    throw error;
  }
}

/** What was said within a day; a time ahead of this clock was noted by a wrong one, and tells nothing. */
export function saidIn(path: string, { files, codec, clock }: Reading): Said {
  const bytes = files.read(path, mostSaidBytes);
  const now = clock.now();
  const isOfToday = (at: unknown): at is string => {
    const age = typeof at === "string" ? now - Date.parse(at) : Number.NaN;
    return age >= 0 && age < dayMs;
  };
  try {
    const { said = {} } = JSON.parse(bytes === undefined ? "{}" : codec.text(bytes)) as {
      said?: object;
    };
    return new Map(
      Object.entries(said).filter((one): one is [string, string] => isOfToday(one[1])),
    );
  } catch {
    // cut short: ours all the same, and written anew
    return new Map();
  }
}
