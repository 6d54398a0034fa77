import type { Files } from "../../system/ports.ts";
import type { Pointer } from "./manifest.ts";
import { Remover } from "./remover.ts";
import type { Store, StoreMachine } from "./store.ts";

/** Whether another process has cleared a cache away since its pointer was read. To be asked under the lock. */
export function isCleared(
  store: Store,
  before: Pointer | undefined,
  files: Pick<Files, "info">,
): boolean {
  return before !== undefined && files.info(store.pointerPath) === undefined;
}

/** The same of a generation that was read: of one that was cleared away nothing of ours is left, though a directory may be. */
export function isGenerationCleared(
  store: Store,
  name: string,
  before: Pointer | undefined,
  files: Pick<Files, "info">,
): boolean {
  return isCleared(store, before, files) || !store.generationNames().includes(name);
}

/** Takes back the directory that was made for the lock of a cache that is no more. */
export function leaveCleared(store: Store, machine: StoreMachine): void {
  if (machine.files.info(store.pointerPath) !== undefined) return;
  new Remover(store, machine, "removes").directory();
}
