import type { Readable } from "node:stream";
import type { HttpLimits } from "../ports.ts";

/** What is asked, whichever way it goes. */
export interface Asked {
  headers: Record<string, string>;
  /** What is said besides, by POST. */
  body?: string | undefined;
  limits: HttpLimits;
  signal: AbortSignal;
}

/** An answer whose head has come, whichever way it came. */
export interface Answer {
  status: number;
  /** Names in lower case; several values joined by commas. */
  headers: ReadonlyMap<string, string>;
  /** As it is sent; an error ends it, and never is one that nobody hears. */
  body: Readable;
  /** Ends it where the rest is not wanted. */
  drop(): void;
}
