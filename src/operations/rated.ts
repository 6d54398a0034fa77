import type { CatalogView } from "../catalog/view.ts";

/** Kind and quality of a row are inferred, and only where they are shown. `shown`: the fields that are, all if not given. */
export function rateFor(view: CatalogView, shown: readonly string[] | undefined): void {
  if (shown === undefined || shown.some((field) => rated.test(field))) view.rate();
}

const rated = /^(?:kind|quality)(?:\.|$)/;
