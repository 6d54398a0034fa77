import { text } from "../../catalog/words/field.ts";
import type { StoreWanted } from "../../credentials/store/choose-store.ts";
import { storeField } from "../store-field.ts";
import { type ConfigChangeInput, configChangeFields } from "../config-change-input.ts";
import type { Fields } from "../field.ts";

export interface ConfigMigrateInput extends ConfigChangeInput {
  /** The file of the Python ModelForge; where it usually lies if not given. */
  from?: string;
  /** `auto` if not given: keys go to the keychain where there is one, unless keys are kept under a passphrase. */
  store?: StoreWanted;
  /** Opens stored credentials that are encrypted. */
  passphrase?: string;
}

export const configMigrateFields: Fields<ConfigMigrateInput> = {
  from: { kind: text("file"), about: "the file of the Python ModelForge, where it lies elsewhere" },
  store: storeField,
  passphrase: { kind: text("passphrase"), about: "open stored credentials that are encrypted" },
  ...configChangeFields,
};
