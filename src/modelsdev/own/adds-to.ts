import { type CatalogView, NotPrepared, NotRead } from "../../catalog/view.ts";
import type { OwnRow } from "./own-row.ts";
import { saidOtherwise } from "./said-otherwise.ts";

/** Whether a catalog lacks a model, or says something else of it. */
export function addsTo(view: CatalogView, own: OwnRow): boolean {
  try {
    const model = view.findModel(own.ref);
    if (model === undefined) return own.isOverride !== true;
    return saidOtherwise(own, model).length > 0;
  } catch (error) {
    // it is not known before all of it has been read
    if (error instanceof NotRead || error instanceof NotPrepared) return true;
    throw error;
  }
}
