import type { CatalogView } from "../catalog/view.ts";
import { ModelForgeError } from "../failure.ts";
import type { Answer, AskOptions, CatalogDoor } from "../modelsdev/client.ts";
import type { CatalogAbout } from "../modelsdev/disk/manifest.ts";
import { withLastSeen } from "./last-seen.ts";

/** Asks about models by name; one that an older generation still has is said to be removed, with what to take instead. */
export async function askAboutModels<Result>(
  access: CatalogDoor,
  options: AskOptions,
  question: (view: CatalogView, about: CatalogAbout) => Result,
): Promise<Answer<Result>> {
  try {
    return await access.ask(options, question);
  } catch (error) {
    if (!(error instanceof ModelForgeError) || error.code !== "model.not-found") throw error;
    // what was fetched a moment ago is not fetched again
    const { result } = await access.ask({ offline: true }, (view, about) =>
      withLastSeen(error, access, view, about),
    );
    throw result;
  }
}
