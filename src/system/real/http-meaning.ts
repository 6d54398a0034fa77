import type { FailureCode } from "../../failure.ts";

/** What a foreign error means, and what to do about it. */
export interface Meaning {
  code: FailureCode;
  what: (party: Party) => string;
  hint: (party: Party) => string;
}

/** Who failed to answer, in the words of messages. */
export interface Party {
  /** `models.dev`, or `the proxy proxy.example:3128 (HTTPS_PROXY)`. */
  name: string;
  /** The variable that names it, where it is a proxy. */
  variable: string | undefined;
  isThisMachine: boolean;
  /** Whether it answers by way of a proxy that was reached. */
  isBehindProxy: boolean;
  /** Whether an answer in HTTP had begun. */
  spokeHttp: boolean;
  /** Whether it was spoken to in plain text. */
  isPlain: boolean;
  /** Whether HTTP_PROXY is set, which holds for plain http alone, and nothing for https. */
  lacksHttpsProxy: boolean;
  /** Whether NODE_TLS_REJECT_UNAUTHORIZED asked for certificates not to be checked. */
  checksRefused: boolean;
}
