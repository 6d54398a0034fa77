import { ModelForgeError } from "../../failure.ts";
import { sizeOf } from "../../places/size.ts";
import type { Codec, Files } from "../../system/ports.ts";
import { currentName } from "./current.ts";
import type { Generation } from "./generation.ts";
import { generationLayout } from "./layout.ts";
import { mayBeGoing } from "./may-be-going.ts";
import { isDamage } from "./read-errors.ts";
import { headOf } from "./names.ts";
import { preparedNamesOf } from "./prepared-at-hand.ts";
import { PreparedCatalog } from "./prepared-catalog.ts";
import type { Store } from "./store.ts";
import { isNotOurs } from "./unlike-ours.ts";
import { verifyPrepared } from "./verify-prepared.ts";

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
  /** What is wrong with it; null where its manifest is whole. */
  damage: string | null;
}

/** Newest first; damaged ones last. */
export function listGenerations(store: Store, files: Files): GenerationSummary[] {
  const current = currentName(store);
  const order = store.generations().map(({ name }) => name);
  const prepared = store.preparedNames();
  const heads = new Set<string>();
  const found = store.generationNames().map((name): GenerationSummary => {
    const { bytes: ownBytes } = sizeOf(store.pathOf(name), generationLayout, files);
    const head = headOf(name);
    // of several of the same body one is said to take it
    const workedOut = heads.has(head) ? [] : prepared.filter((one) => headOf(one) === head);
    heads.add(head);
    const bytes = workedOut.reduce(
      (sum, one) => sum + sizeOf(store.preparedPathOf(one), generationLayout, files).bytes,
      ownBytes,
    );
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
  const placeOf = ({ name }: GenerationSummary): number =>
    order.includes(name) ? order.indexOf(name) : order.length;
  return found.sort((a, b) => placeOf(a) - placeOf(b));
}

interface DamageReport {
  path: string;
  problem: string;
}

export interface Verification {
  /** Generations of which every byte could be read. */
  checked: number;
  damages: DamageReport[];
  /** What could not be looked at, each with the reason; it may be sound. */
  unreadable: DamageReport[];
}

/** Reads every byte of every generation, and of what this version worked out of them. */
export function verifyStore(store: Store, machine: { files: Files; codec: Codec }): Verification {
  const { files } = machine;
  const isGoing = (): boolean => mayBeGoing(store, files);
  const found: Verification = { checked: 0, damages: [], unreadable: [] };
  const note = (error: unknown): void => {
    if (!(error instanceof ModelForgeError)) throw error;
    // said as everything that stands in the way of the cache
    if (isNotOurs(error)) return;
    const list = isDamage(error) ? found.damages : found.unreadable;
    const path = String(error.details.path);
    // the pointer's own generation is met twice
    if (!list.some((one) => one.path === path)) list.push({ path, problem: error.message });
  };
  // what another process replaces or clears away meanwhile is not damaged
  const attempt = (act: () => void, isStillThere: () => boolean = () => true): boolean => {
    try {
      act();
    } catch (error) {
      if (!isStillThere()) return false;
      note(error);
    }
    return true;
  };
  attempt(() => {
    const pointer = store.readPointer();
    if (pointer === undefined) return;
    const isSame = () => !isGoing() && store.readPointer()?.generation === pointer.generation;
    attempt(() => store.openGeneration(pointer.generation), isSame);
  });
  const isThere = (path: string): boolean => !isGoing() && files.info(path) !== undefined;
  const names = store.generationNames();
  for (const name of new Set(names.flatMap((one) => preparedNamesOf(store, one)))) {
    const path = store.preparedPathOf(name);
    attempt(
      () => {
        const prepared = PreparedCatalog.open(path, machine);
        const damages = prepared === undefined ? [] : verifyPrepared(prepared, machine);
        if (damages.length > 0 && isThere(path)) for (const damage of damages) note(damage);
      },
      () => isThere(path),
    );
  }
  const checked = names.filter((name) =>
    attempt(
      () => verifyGeneration(store.openGeneration(name), isGoing, note),
      () => !isGoing() && store.generationNames().includes(name),
    ),
  );
  const unread = checked.filter((name) =>
    found.unreadable.some(({ path }) => path.startsWith(`${store.pathOf(name)}/`)),
  );
  return { ...found, checked: checked.length - unread.length };
}

function verifyGeneration(
  generation: Generation,
  isGoing: () => boolean,
  note: (damage: unknown) => void,
): void {
  try {
    const damages = generation.verify();
    if (damages.length > 0 && (isGoing() || generation.isGone())) return;
    for (const damage of damages) note(damage);
  } finally {
    generation.close();
  }
}
