import type { Checked } from "../../../credentials/check/check-credential.ts";

/** What is to be used for a provider. */
export type Credential =
  /** One that is at hand already. */
  | { kind: "found"; source: string; lastFour: string | null; isStored: boolean }
  /** One to be kept. `isOthers`: it looks like another provider's, and is meant. */
  | { kind: "typed"; key: string; lastFour: string | null; isOthers: boolean }
  /** None: the person sets the variable, or the provider needs none. */
  | { kind: "none" };

/** What was answered about one provider. */
export interface ProviderDraft {
  credential?: Credential;
  /** The address that its credentials are to be allowed to go to. */
  trustHost?: string;
  /** What variables of its address say. */
  values: Map<string, string>;
  /** The ref of the model. */
  model?: string;
  /** What the provider said of the credential, where it was asked. */
  checked?: Checked["check"];
}

/** All that was answered so far; nothing of it is written before the last answer. */
export class Draft {
  project = false;
  provider = "";
  passphrase: string | undefined;
  /** Where the key is kept, where the keychain is shut. */
  store: "file" | undefined;
  readonly #of = new Map<string, ProviderDraft>();

  /** What was answered about the provider that is chosen now; of another it is kept. */
  get own(): ProviderDraft {
    let own = this.#of.get(this.provider);
    if (own === undefined) {
      own = { values: new Map() };
      this.#of.set(this.provider, own);
    }
    return own;
  }

  /** `AZURE_RESOURCE_NAME=my-resource` */
  get values(): string[] {
    return Array.from(this.own.values, ([name, value]) => `${name}=${value}`);
  }
}
