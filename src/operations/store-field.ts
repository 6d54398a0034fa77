import { word } from "../catalog/words/field.ts";
import { storeWords } from "../credentials/store/choose-store.ts";

/** Where a key is to be kept. */
export const storeField = {
  kind: word("place", "a place for a key", storeWords),
  about: "auto, keychain or file; auto is the keychain of the system where there is one",
} as const;
