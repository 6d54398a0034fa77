import type { ModelInfo } from "../catalog/words/model.ts";
import { quotedWord } from "../catalog/words/shell-word.ts";
import { type CatalogView, PreparedView } from "../catalog/view.ts";
import { ModelForgeError } from "../failure.ts";
import type { CatalogDoor } from "../modelsdev/client.ts";
import type { CatalogAbout } from "../modelsdev/disk/manifest.ts";
import { isOlder } from "../modelsdev/disk/order.ts";
import type { PreparedCatalog } from "../modelsdev/disk/prepared-catalog.ts";
import type { Store } from "../modelsdev/disk/store.ts";
import { noteDamage } from "../modelsdev/disk/stored-catalog.ts";
import { withPurpose } from "./purpose.ts";
import { saySuccessors, type Successor, successorsOf } from "./successors.ts";

/** The failure of a look-up, which says of a model that an older generation still has when that was and what to take instead. */
export function withLastSeen(
  failure: ModelForgeError,
  access: CatalogDoor,
  view: CatalogView,
  about: CatalogAbout,
): ModelForgeError {
  const removed = lastSeen(access, String(failure.details.model), about);
  if (removed === undefined) return withPurpose(failure);
  return removedFailure(removed, successorsOf(view, removed.model), failure);
}

interface Removed {
  model: ModelInfo;
  /** When the catalog that still had it was fetched. */
  at: string;
}

/** In the generations kept on disk from before the one that answers, newest first. */
function lastSeen({ store }: CatalogDoor, name: string, before: CatalogAbout): Removed | undefined {
  for (const generation of store?.generations() ?? []) {
    if (!isOlder(generation.manifest, before)) continue;
    const prepared = preparedOf(store, generation.name);
    if (prepared === undefined) continue;
    try {
      const view = new PreparedView(prepared.parts);
      const model = view.findModel(name) ?? ownRow(view, name);
      if (model !== undefined) return { model, at: generation.manifest.fetchedAt };
    } catch (error) {
      // a damaged older generation is no reason to fail in another way
      if (!(error instanceof ModelForgeError)) throw error;
    } finally {
      prepared.close();
    }
  }
  return undefined;
}

/** Undefined where it has gone to make room, or is damaged. */
function preparedOf(store: Store | undefined, generation: string): PreparedCatalog | undefined {
  return noteDamage([], () => store?.openPrepared(generation));
}

function ownRow(view: CatalogView, id: string): ModelInfo | undefined {
  const found = view.findId(id);
  const row = found?.rows[found.maker ?? 0];
  return row === undefined ? undefined : view.modelAt(row.row, row.model);
}

function removedFailure(
  { model, at }: Removed,
  successors: readonly Successor[],
  cause: ModelForgeError,
): ModelForgeError {
  const failure = new ModelForgeError("model.not-found", {
    message: `${model.ref} is no longer in the catalog; it was still there on ${at.slice(0, 10)}`,
    hint:
      successors.length === 0
        ? (cause.hint ?? `try: modelforge search ${quotedWord(model.name)}`)
        : `take ${saySuccessors(successors)}: the same family, newer, and able to do at least the same`,
    details: {
      ...cause.details,
      removed: model.ref,
      lastSeen: at,
      successor: successors[0]?.ref ?? null,
      successors,
    },
    cause,
  });
  failure.warnings.push(...cause.warnings);
  return failure;
}
