import { flag, text } from "../../catalog/words/field.ts";
import type { StoreWanted } from "../../credentials/store/choose-store.ts";
import type { Fields } from "../field.ts";
import { storeField } from "../store-field.ts";

export interface AuthLoginInput {
  provider: string;
  /** The credential. It is kept in no history and in no answer. */
  apiKey?: string;
  /** In its place a program that prints it, and its words, asked each time. */
  command?: string[];
  /** Of a provider whose keys are got by signing in: the OAuth application; absent: the configuration says it. */
  clientId?: string;
  /** Where to sign in, in place of the usual host. */
  host?: string;
  /** In its place where it is: `op://vault/item/field`, `keychain:service/account`, `env:NAME`. Looked up each time. */
  reference?: string;
  /** `auto` if not given: the keychain where there is one, unless keys are kept under a passphrase. */
  store?: StoreWanted;
  /** `default` if not given. */
  account?: string;
  /** The address that it may go to besides those known; needed for a provider of one's own. */
  trustHost?: string;
  /** Keeps all stored credentials encrypted with it from now on; also opens those that are. */
  passphrase?: string;
  /** Takes a key that looks like another provider's. */
  yes?: boolean;
}

export const authLoginFields: Fields<AuthLoginInput> = {
  provider: { kind: text("provider", "provider"), about: "whose credential", isNeeded: true },
  apiKey: { kind: text("key"), about: "the credential" },
  command: {
    kind: { type: "texts", shown: "words", example: "op,read,op://vault/openai/key" },
    about: "a program that prints the credential, and its words",
  },
  clientId: { kind: text("id"), about: "the OAuth application of your own to sign in with" },
  host: { kind: text("address"), about: "sign in at this host of your enterprise" },
  reference: {
    kind: text("reference"),
    about: "where it is, as op://vault/item/field, keychain:service/account or env:NAME",
  },
  store: storeField,
  account: { kind: text("name"), about: "a name of your own, where you have several" },
  trustHost: { kind: text("address"), about: "let it go to this address as well" },
  passphrase: { kind: text("passphrase"), about: "keep stored credentials encrypted with it" },
  yes: { kind: flag, about: "take a key that looks like another provider's" },
};
