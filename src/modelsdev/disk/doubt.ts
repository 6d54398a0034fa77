import { currentPointer } from "./current.ts";
import { ifFree } from "./lock-store.ts";
import { isUnkept } from "./read-errors.ts";
import type { Store } from "./store.ts";

/** Has the next refresh look at every byte, where nobody else is at the cache and it can be written. */
export async function doubt(store: Store): Promise<void> {
  try {
    await ifFree(store, () => {
      const pointer = currentPointer(store);
      // without one the next refresh takes everything anew
      if (pointer !== undefined) store.writePointer({ ...pointer, doubted: true });
    });
  } catch (error) {
    // who cannot write cannot refresh either
    if (!isUnkept(error)) throw error;
  }
}
