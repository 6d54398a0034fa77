import { text } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface CacheRestoreInput {
  /** Name of a generation, or its beginning. */
  generation: string;
}

export const cacheRestoreFields: Fields<CacheRestoreInput> = {
  generation: {
    kind: text("generation"),
    about: "its name, or the beginning of it",
    isNeeded: true,
  },
};
