import { type CatalogView, NotPrepared, NotRead } from "../catalog/view.ts";
import type { Warning } from "../failure.ts";
import type { System } from "../system/ports.ts";
import type { CatalogAbout } from "./disk/manifest.ts";
import { onceOf } from "./disk/once-of.ts";
import type { StoredCatalog } from "./disk/stored-catalog.ts";

/** A catalog with what a question missed of it; undefined where the question failed for another reason. */
export async function fullerThan(
  stored: StoredCatalog,
  missed: unknown,
  warnings: Warning[],
): Promise<{ stored: StoredCatalog; view: CatalogView } | undefined> {
  const { rows, unprepared } = stored;
  if (missed instanceof NotPrepared && unprepared !== undefined) {
    const prepared = await unprepared.prepare(warnings);
    return { stored: prepared, view: prepared.view() };
  }
  if (!(missed instanceof NotRead) || rows === undefined) return undefined;
  const { view, about } = await rows();
  return { stored: { ...stored, about, isParsed: true }, view };
}

/** Asks what may be worked out of all rows while it is asked; anything else is answered before another can be. */
export function asking<Result>(
  { stored, view }: { stored: StoredCatalog; view: CatalogView },
  machine: Pick<System, "process">,
  question: (view: CatalogView, about: CatalogAbout) => Result,
): Result | Promise<Result> {
  const ask = (): Result => question(view, stored.about);
  return stored.isParsed === true ? onceOf(machine, stored.about, async () => ask()) : ask();
}
