import { ModelForgeError } from "../../failure.ts";

/** How long a keychain may take. */
export const keychainMs = 5_000;

export type KeychainTrouble = "locked" | "silent" | "failed";

const troubles: Readonly<Record<KeychainTrouble, string>> = {
  locked: "the keychain is locked, or does not let this program in",
  silent: "the keychain does not answer",
  failed: "what asks the keychain could not be started, or broke off",
};

export function keychainTrouble(reason: KeychainTrouble): ModelForgeError {
  return unusable(troubles[reason], reason);
}

export function noKeychain(why: string): ModelForgeError {
  return unusable(`there is no keychain here (${why})`, "none");
}

function unusable(message: string, reason: KeychainTrouble | "none"): ModelForgeError {
  return new ModelForgeError("credential.keychain-unusable", {
    message,
    hint: "modelforge auth login <provider> --store file keeps a key in a file",
    details: { reason },
  });
}
