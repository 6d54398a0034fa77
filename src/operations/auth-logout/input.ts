import { flag, text } from "../../catalog/words/field.ts";
import type { Fields } from "../field.ts";

export interface AuthLogoutInput {
  /** Whose credential; needed unless all are to go. */
  provider?: string;
  /** The one account; all of the provider if not given. */
  account?: string;
  /** Of all providers. */
  all?: boolean;
  /** Also where the keychain that has it is locked or not there: it stays in it, which is noted. */
  forget?: boolean;
}

export const authLogoutFields: Fields<AuthLogoutInput> = {
  provider: { kind: text("provider", "provider"), about: "whose credential" },
  account: { kind: text("name"), about: "this account alone" },
  all: { kind: flag, about: "of every provider" },
  forget: {
    kind: flag,
    about: "also where the keychain that has it is locked or not there: it stays in it",
  },
};
