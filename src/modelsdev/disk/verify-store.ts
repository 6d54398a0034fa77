import { ModelForgeError } from "../../failure.ts";
import type { Refusal } from "../../places/remove-ours.ts";
import type { Codec, Files } from "../../system/ports.ts";
import { inQuotes } from "./left-out.ts";
import { manifestFile } from "./manifest.ts";
import { mayBeGoing } from "./may-be-going.ts";
import { preparedNamesOf } from "./prepared-at-hand.ts";
import { PreparedCatalog } from "./prepared-catalog.ts";
import { layoutOf } from "./proof.ts";
import { isDamage, isMissing, refreshRemedy } from "./read-errors.ts";
import type { Store } from "./store.ts";
import { isNotOurs } from "./unlike-ours.ts";
import { verifyPrepared } from "./verify-prepared.ts";

interface DamageReport {
  path: string;
  problem: string;
}

interface Damage extends DamageReport {
  /** What mends it. */
  remedy: string;
}

export interface Verification {
  /** Generations of which every byte could be read. */
  checked: number;
  damages: Damage[];
  /** What could not be looked at, each with the reason; it may be sound. */
  unreadable: DamageReport[];
}

/** What verifying found, and what the system said of each that could not be looked at. */
export interface Verified extends Verification {
  refusals: Refusal[];
}

/** Reads every byte of every generation, and of what this version worked out of them. */
export async function verifyStore(
  store: Store,
  machine: { files: Files; codec: Codec },
): Promise<Verified> {
  const { files } = machine;
  const found: Verified = { checked: 0, damages: [], unreadable: [], refusals: [] };
  // the pointer's own generation is met twice
  const isIn = (list: readonly DamageReport[], path: string): boolean =>
    list.some((one) => one.path === path);
  const note = async (error: ModelForgeError, isStillThere: () => boolean): Promise<void> => {
    // said as everything that stands in the way of the cache
    if (isNotOurs(error)) return;
    const path = String(error.details.path);
    const isWrong: boolean = isDamage(error);
    const isGoing = isMissing(error) && (await mayBeGoing(store, files));
    // what another process replaces or clears away meanwhile is not damaged
    if (!isStillThere()) return;
    if (isIn(isWrong && !isGoing ? found.damages : found.unreadable, path)) return;
    if (isGoing) {
      const reason = "another process is at this cache and may be removing what lies there";
      found.unreadable.push({ path, problem: `${path} is missing: ${reason}` });
    } else if (isWrong) {
      const remedy = remedyFor(path, store, machine);
      found.damages.push({ path, problem: error.message, remedy });
    } else {
      found.unreadable.push({ path, problem: error.message });
      found.refusals.push({ path, error });
    }
  };
  const attempt = async (
    look: () => readonly ModelForgeError[],
    isStillThere: () => boolean,
  ): Promise<void> => {
    for (const error of failuresOf(look)) await note(error, isStillThere);
  };
  let pointed: string | undefined;
  await attempt(
    () => {
      pointed = store.readPointer()?.generation;
      return [];
    },
    () => true,
  );
  if (pointed !== undefined) {
    const name = pointed;
    const isSame = (): boolean => store.readPointer()?.generation === name;
    await attempt(() => (store.openGeneration(name), []), isSame);
  }
  const names = store.generationNames();
  for (const name of new Set(names.flatMap((one) => preparedNamesOf(store, one)))) {
    const path = store.preparedPathOf(name);
    await attempt(
      () => {
        const prepared = PreparedCatalog.open(path, machine);
        return prepared === undefined ? [] : verifyPrepared(prepared, machine);
      },
      () => files.info(path) !== undefined,
    );
  }
  for (const name of names) {
    let isGone = (): boolean => false;
    await attempt(
      () => {
        const generation = store.openGeneration(name);
        isGone = () => generation.isGone();
        try {
          return generation.verify();
        } finally {
          generation.close();
        }
      },
      () => store.generationNames().includes(name) && !isGone(),
    );
    const isUnread = found.unreadable.some(({ path }) => path.startsWith(`${store.pathOf(name)}/`));
    if (!isUnread && store.generationNames().includes(name)) found.checked += 1;
  }
  return found;
}

function failuresOf(look: () => readonly ModelForgeError[]): readonly ModelForgeError[] {
  try {
    return look();
  } catch (error) {
    if (error instanceof ModelForgeError) return [error];
    throw error;
  }
}

/** A refresh takes the place of all that is ours; in somebody's place that is what a whole manifest proves. */
function remedyFor(
  path: string,
  { directory, place }: Store,
  machine: { files: Files; codec: Codec },
): string {
  const [room = "", name] = path.slice(directory.length + 1).split("/");
  const at = name === undefined ? path : `${directory}/${room}/${name}`;
  const isProven = (): boolean => layoutOf(at, false, machine).files?.test(manifestFile) === true;
  if (place.isOurs || isProven()) return refreshRemedy;
  const command = name === undefined ? "rm" : "rm -r";
  return `${command} ${inQuotes(at)} removes it; nothing proves to ModelForge that it is its own`;
}
