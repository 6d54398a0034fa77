import type { Warning } from "../../failure.ts";

/** How the programs of a cloud find a credential by themselves. It stays there: it is seen, and neither read out nor asked for. */
export interface CloudChain {
  /** `aws:profile/work`, `gcp:adc`, `azure:entra`; null where none is found in the place that is named. */
  source: string | null;
  /** Why it is not found. */
  why: string | null;
  /** Settings that a call with it takes. */
  needs: readonly string[];
}

/** What was seen of clouds. */
export interface CloudSeen {
  /** By the provider that is called with it. */
  chains: ReadonlyMap<string, CloudChain>;
  /** Settings that a cloud's own variables and files say, by the variable that a provider has for them. */
  values: ReadonlyMap<string, string>;
  /** Files that could not be read, and places that were named for nothing. */
  warnings: Warning[];
}
