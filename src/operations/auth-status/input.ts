import { flag, names, text } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface AuthStatusInput {
  /** Those asked about; all that have a credential if not given. */
  providers?: string[];
  /** The stored account that is to count. */
  account?: string;
  /** Asks each provider whether it takes the credential. Goes through the network. */
  check?: boolean;
  /** With `check`: every credential, not only the one of each provider that would be used. */
  all?: boolean;
  /** What opens stored credentials that are encrypted, for `check`. */
  passphrase?: string;
}

export const authStatusFields: Fields<AuthStatusInput> = {
  providers: { kind: names("ids", "provider", "openai,groq"), about: "of these providers" },
  account: { kind: text("name"), about: "as if this stored account were asked for" },
  check: { kind: flag, about: "ask each provider whether it takes the credential" },
  all: { kind: flag, about: "with --check: also credentials that would not be used" },
  passphrase: { kind: text("passphrase"), about: "opens stored credentials that are encrypted" },
};
