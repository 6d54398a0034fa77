import { flag } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface CacheClearInput {
  /** The caches of all sources, not only this one's. */
  all?: boolean;
  /** What V8 compiled of the command, too: it belongs to no source. */
  keptCode?: boolean;
}

export const cacheClearFields: Fields<CacheClearInput> = {
  all: { kind: flag, about: "the caches of all sources" },
  keptCode: { kind: flag, about: "what V8 compiled of the command, too" },
};
