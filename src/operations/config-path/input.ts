import { flag } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface ConfigPathInput {
  /** The project's file, not the user's. */
  project?: boolean;
}

export const configPathFields: Fields<ConfigPathInput> = {
  project: { kind: flag, about: "the project's file, not yours" },
};
