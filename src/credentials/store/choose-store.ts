import { ModelForgeError, type Warning } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import { notStored } from "./in-keychain.ts";
import { accountsIn, lockIn, type StoreDocument, storeOf } from "./document.ts";

/** Where a new key is to be: the keychain where there is one, or the one place that is meant. */
export const storeWords = ["auto", "keychain", "file"] as const;

export type StoreWanted = (typeof storeWords)[number];

export interface ChosenStore {
  store: "keychain" | "file";
  /** Why so, where nobody said it and it is not as with the key before. */
  notes: Warning[];
}

/**
 * Chooses between the keychain and the file. Whoever keeps keys under a passphrase has chosen the file.
 *
 * Throws `credential.keychain-unusable` where the keychain is meant and there is none, or it does not say whether there is.
 */
export async function chooseStore(
  { keychain }: Pick<System, "keychain">,
  document: StoreDocument,
  { wanted, hasPassphrase }: { wanted: StoreWanted; hasPassphrase: boolean },
): Promise<ChosenStore> {
  if (wanted === "file") return { store: "file", notes: [] };
  const before = placeOfLast(document);
  if (wanted === "auto" && (hasPassphrase || lockIn(document) !== undefined)) {
    const notes = before === "keychain" ? [told("file", ", under the passphrase")] : [];
    return { store: "file", notes };
  }
  const why = await keychain.absence().catch((error: unknown) => {
    throw notStored(error);
  });
  if (wanted === "keychain") {
    if (why !== undefined) throw noKeychain(why);
    return { store: "keychain", notes: [] };
  }
  const store = why === undefined ? "keychain" : "file";
  const about =
    why === undefined
      ? "; --store file keeps one in a file"
      : `: there is no keychain here (${why})`;
  // whoever keeps another one where the last is knows it
  return { store, notes: before === store ? [] : [told(store, about)] };
}

function placeOfLast(document: StoreDocument): ChosenStore["store"] | undefined {
  const places = accountsIn(document).map(storeOf);
  return places.findLast((one) => one === "file" || one === "keychain");
}

function told(store: ChosenStore["store"], about: string): Warning {
  const where = store === "file" ? "in a file" : "in the keychain of this system";
  const message = `keys are kept ${where}${about}`;
  return { code: "credential.place", message, details: { store } };
}

function noKeychain(why: string): ModelForgeError {
  return new ModelForgeError("credential.keychain-unusable", {
    message: `nothing was stored: there is no keychain here (${why})`,
    hint: "add --store file to keep it in a file",
    details: { reason: "none" },
  });
}
