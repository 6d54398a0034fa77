import { openContainer } from "./container.ts";
import type { Parts } from "./parts.ts";
import { textsStartingWith } from "./sorted-texts.ts";

/** What things in a catalog are called, for completing a word. Reads less than any other question. */
export interface CatalogNames {
  /** All of them. */
  providers(): string[];
  families(): string[];
  /** Full refs that begin so, sorted. */
  refs(beginning: string): string[];
  /** Ids without their provider that begin so, each once, sorted. */
  ids(beginning: string): string[];
}

export function openNames(parts: Parts): CatalogNames {
  // the columns themselves are not read
  const about = () =>
    openContainer<{ providers: string[]; families: string[] }>(parts("columns.bin")).meta;
  return {
    providers: () => about().providers,
    families: () => about().families,
    refs: (beginning) => textsStartingWith(parts("refs.json"), beginning),
    ids: (beginning) => textsStartingWith(parts("ids.json"), beginning),
  };
}
