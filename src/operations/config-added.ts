import type { Limits } from "../catalog/words/model.ts";
import type { Price } from "../catalog/words/price.ts";
import type { ProviderTemplate } from "../providers/template.ts";
import type { ConfigChanged } from "./config-change.ts";

/** What adding a model came to. */
export interface ConfigAdded extends ConfigChanged {
  /** What was added, with what the catalog fills in: nothing of that is written. */
  added: {
    ref: string;
    name: string;
    template: ProviderTemplate;
    /** Null where the catalog lacks the model. */
    limits: Limits | null;
    price: Price | null;
    /** Whether a credential is at hand. */
    configured: boolean;
  };
}
