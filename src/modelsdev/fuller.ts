import { type CatalogView, NotPrepared, NotRead } from "../catalog/view.ts";
import type { Warning } from "../failure.ts";
import type { System } from "../system/ports.ts";
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

/** Asks what may be worked out of all rows while it is asked. */
export async function asking<Result>(
  { isParsed, about }: StoredCatalog,
  machine: Pick<System, "process">,
  question: () => Result,
): Promise<Result> {
  return isParsed === true ? onceOf(machine, about, async () => question()) : question();
}
