import { names, text } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface AuthStatusInput {
  /** Those asked about; all that have a credential if not given. */
  providers?: string[];
  /** The stored account that is to count. */
  account?: string;
}

export const authStatusFields: Fields<AuthStatusInput> = {
  providers: { kind: names("ids", "provider", "openai,groq"), about: "of these providers" },
  account: { kind: text("name"), about: "as if this stored account were asked for" },
};
