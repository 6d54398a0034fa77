import { ownEntry } from "../../catalog/words/own-entry.ts";
import type { ModelForgeError } from "../../failure.ts";
import { otherCatalogValues } from "./other-words.ts";

/** The hint of a failure; where a value that the catalog does not know is called otherwise here, that one. */
export function hintOf({ code, hint, details }: ModelForgeError): string | undefined {
  const { field, given } = details;
  if (code !== "usage.bad-value" || typeof field !== "string" || typeof given !== "string") {
    return hint;
  }
  const meant =
    ownEntry(ownEntry(otherCatalogValues, field) ?? {}, given.trim().toLowerCase()) ?? [];
  return meant.length > 0 ? `did you mean ${meant.join(", ")}?` : hint;
}
