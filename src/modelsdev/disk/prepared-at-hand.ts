import { ModelForgeError, type Warning } from "../../failure.ts";
import type { Codec, Files } from "../../system/ports.ts";
import { preparedName } from "./names.ts";
import { PreparedCatalog } from "./prepared-catalog.ts";
import { isDamage } from "./read-errors.ts";
import type { Store } from "./store.ts";
import { noteDamage } from "./stored-catalog.ts";
import { isInShape, verifyPrepared } from "./verify-prepared.ts";

type Machine = { files: Files; codec: Codec };

/** What this version worked out of a generation earlier; the usual place first, then those beside what was damaged. */
export function preparedAtHand(
  store: Store,
  generation: string,
  { source, machine, warnings }: { source: string; machine: Machine; warnings: Warning[] },
): PreparedCatalog | undefined {
  const usual = noteDamage(warnings, () => store.openPrepared(generation));
  if (usual?.manifest.source === source) return usual;
  for (const name of preparedNamesOf(store, generation)) {
    const one = noteDamage([], () => PreparedCatalog.open(store.preparedPathOf(name), machine));
    if (one?.manifest.source === source) return one;
  }
  return undefined;
}

/**
 * The same with every byte looked at: where what is damaged cannot be moved away, another lies beside it. `onDamaged` is
 * told of each that is damaged.
 */
export function soundPrepared(
  store: Store,
  generation: string,
  { source, machine }: { source: string; machine: Machine },
  onDamaged: (name: string) => void = () => undefined,
): PreparedCatalog | undefined {
  for (const name of preparedNamesOf(store, generation)) {
    const state = stateOfPrepared(store, name, machine);
    if (state === "damaged") onDamaged(name);
    if (state !== "sound") continue;
    const one = PreparedCatalog.open(store.preparedPathOf(name), machine);
    if (one?.manifest.source === source) return one;
  }
  return undefined;
}

/** All that this version worked out of the same body. */
export function preparedNamesOf(store: Store, generation: string): string[] {
  const usual = preparedName(generation);
  return store.preparedNames().filter((name) => name === usual || name.startsWith(`${usual}-`));
}

/** `unknown`: it cannot be read for another reason than damage. Where not every byte is wanted, sizes are looked at. */
export function stateOfPrepared(
  store: Store,
  name: string,
  machine: Machine,
  isWhole = true,
): "sound" | "damaged" | "unknown" {
  try {
    const one = PreparedCatalog.open(store.preparedPathOf(name), machine);
    if (one === undefined) return "damaged";
    const isSound = isWhole ? verifyPrepared(one, machine).length === 0 : isInShape(one, machine);
    return isSound ? "sound" : "damaged";
  } catch (error) {
    if (error instanceof ModelForgeError) return isDamage(error) ? "damaged" : "unknown";
    throw error;
  }
}
