import { ModelForgeError } from "../../failure.ts";
import type { Files } from "../../system/ports.ts";
import { currentName, sizeOf } from "./prune.ts";
import type { Store } from "./store.ts";

/** One generation on disk as `cache history` shows it. */
export interface GenerationSummary {
  /** What `cache restore` takes. */
  name: string;
  isCurrent: boolean;
  digest: string | null;
  fetchedAt: string | null;
  providers: number | null;
  models: number | null;
  bytes: number;
  /** What is wrong with it; null where its manifest is whole. */
  damage: string | null;
}

/** Newest first; damaged ones last. */
export function listGenerations(store: Store, files: Files): GenerationSummary[] {
  const current = currentName(store);
  const found = store.generationNames().map((name): GenerationSummary => {
    const bytes = sizeOf(store.pathOf(name), files);
    const common = { name, isCurrent: name === current, bytes };
    try {
      const { manifest } = store.openGeneration(name);
      const { digest, fetchedAt, providers, models } = manifest;
      return { ...common, digest, fetchedAt, providers, models, damage: null };
    } catch (error) {
      if (!(error instanceof ModelForgeError)) throw error;
      const unknown = { digest: null, fetchedAt: null, providers: null, models: null };
      return { ...common, ...unknown, damage: error.message };
    }
  });
  return found.sort((a, b) => ((a.fetchedAt ?? "") < (b.fetchedAt ?? "") ? 1 : -1));
}

export interface DamageReport {
  path: string;
  problem: string;
}

/** Reads every byte of every generation. */
export function verifyStore(store: Store): { checked: number; damages: DamageReport[] } {
  const damages: DamageReport[] = [];
  const note = (error: unknown): void => {
    if (!(error instanceof ModelForgeError)) throw error;
    damages.push({ path: String(error.details.path), problem: error.message });
  };
  try {
    const pointer = store.readPointer();
    if (pointer !== undefined) store.openGeneration(pointer.generation).close();
  } catch (error) {
    note(error);
  }
  const names = store.generationNames();
  for (const name of names) {
    try {
      const generation = store.openGeneration(name);
      for (const damage of generation.verify()) note(damage);
      generation.close();
    } catch (error) {
      const isKnown =
        error instanceof ModelForgeError && damages.some(({ path }) => path === error.details.path);
      if (!isKnown) note(error);
    }
  }
  return { checked: names.length, damages };
}
