import type { ModelInfo } from "../catalog/words/model.ts";
import { quotedWord } from "../catalog/words/shell-word.ts";
import { findSuccessor } from "../catalog/query/successor.ts";
import { CatalogView } from "../catalog/view.ts";
import { ModelForgeError } from "../failure.ts";
import type { Answer, AskOptions, CatalogDoor } from "../modelsdev/client.ts";
import type { Manifest } from "../modelsdev/disk/manifest.ts";
import { isOlder } from "../modelsdev/disk/order.ts";

/** Asks about models by name; one that an older generation still has is said to be removed, with what to take instead. */
export async function askAboutModels<Result>(
  access: CatalogDoor,
  options: AskOptions,
  question: (view: CatalogView, about: Manifest) => Result,
): Promise<Answer<Result>> {
  try {
    return await access.ask(options, question);
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code !== "model.not-found") throw error;
    // what was fetched a moment ago is not fetched again
    const { result } = await access.ask({ offline: true }, (view, about) => {
      const removed = lastSeen(access, String(error.details.model), about);
      if (removed === undefined) return error;
      const row = findSuccessor(removed.model, view.columns);
      const successor = row === undefined ? undefined : view.modelAt(row).ref;
      return removedFailure(removed, successor, error);
    });
    throw result;
  }
}

interface Removed {
  model: ModelInfo;
  /** When the catalog that still had it was fetched. */
  at: string;
}

/** In the generations kept on disk from before the one that answers, newest first. */
function lastSeen({ store }: CatalogDoor, name: string, before: Manifest): Removed | undefined {
  for (const generation of store?.generations() ?? []) {
    if (!generation.isReadable || !isOlder(generation.manifest, before)) continue;
    try {
      const view = new CatalogView(generation.parts);
      const model = view.findModel(name) ?? ownRow(view, name);
      if (model !== undefined) return { model, at: generation.manifest.fetchedAt };
    } catch (error) {
      // a damaged older generation is no reason to fail in another way
      if (!(error instanceof ModelForgeError)) throw error;
    } finally {
      generation.close();
    }
  }
  return undefined;
}

function ownRow(view: CatalogView, id: string): ModelInfo | undefined {
  const found = view.findId(id);
  const row = found?.rows[found.maker ?? 0];
  return row === undefined ? undefined : view.modelAt(row.row, row.model);
}

function removedFailure(
  { model, at }: Removed,
  successor: string | undefined,
  cause: ModelForgeError,
): ModelForgeError {
  const failure = new ModelForgeError("model.not-found", {
    message: `${model.ref} is no longer in the catalog; it was still there on ${at.slice(0, 10)}`,
    hint:
      successor === undefined
        ? (cause.hint ?? `try: modelforge search ${quotedWord(model.name)}`)
        : `take ${successor}: the same family, newer, and able to do at least the same`,
    details: { ...cause.details, removed: model.ref, lastSeen: at, successor: successor ?? null },
    cause,
  });
  failure.warnings.push(...cause.warnings);
  return failure;
}
