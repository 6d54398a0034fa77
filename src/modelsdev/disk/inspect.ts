import { ModelForgeError } from "../../failure.ts";
import type { Refusal } from "../../places/remove-ours.ts";
import { sizeOf } from "../../places/size.ts";
import type { Files } from "../../system/ports.ts";
import { currentName } from "./current.ts";
import { generationLayout } from "./layout.ts";
import { headOf } from "./names.ts";
import { isUnreadable } from "./read-errors.ts";
import type { Store } from "./store.ts";
import { isNotOurs } from "./unlike-ours.ts";

/** One generation on disk as `cache history` shows it. */
export interface GenerationSummary {
  /** What `cache restore` takes. */
  name: string;
  isCurrent: boolean;
  digest: string | null;
  fetchedAt: string | null;
  providers: number | null;
  models: number | null;
  /** With what was worked out of it. */
  bytes: number;
  /** What is wrong with it; null where its manifest is whole, or may not be read. */
  damage: string | null;
}

/**
 * Newest first; damaged ones last. What the system does not let us read is added to `refused`: it may be as sound as can be.
 */
export function listGenerations(
  store: Store,
  files: Files,
  refused: Refusal[] = [],
): GenerationSummary[] {
  const current = currentName(store);
  const order = store.generations().map(({ name }) => name);
  const prepared = store.preparedNames();
  const heads = new Set<string>();
  const found = store.generationNames().map((name): GenerationSummary => {
    const own = sizeOf(store.pathOf(name), generationLayout, files);
    const head = headOf(name);
    // of several of the same body one is said to take it
    const workedOut = heads.has(head) ? [] : prepared.filter((one) => headOf(one) === head);
    heads.add(head);
    const bytes = workedOut.reduce(
      (sum, one) => sum + sizeOf(store.preparedPathOf(one), generationLayout, files).bytes,
      own.bytes,
    );
    const common = { name, isCurrent: name === current, bytes };
    try {
      const { manifest } = store.openGeneration(name);
      const { digest, fetchedAt, providers, models } = manifest;
      return { ...common, digest, fetchedAt, providers, models, damage: null };
    } catch (error) {
      if (!(error instanceof ModelForgeError)) throw error;
      const unknown = { digest: null, fetchedAt: null, providers: null, models: null };
      if (isUnreadable(error) && !isNotOurs(error)) {
        // a directory that lets nobody in is named as everywhere
        const closed = own.refused.length > 0 ? own.refused : undefined;
        refused.push(...(closed ?? [{ path: String(error.details.path), error }]));
        return { ...common, ...unknown, damage: null };
      }
      return { ...common, ...unknown, damage: error.message };
    }
  });
  const placeOf = ({ name }: GenerationSummary): number =>
    order.includes(name) ? order.indexOf(name) : order.length;
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}
