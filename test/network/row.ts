import type { FailureCode } from "../../src/failure.ts";
import type { World } from "./world.ts";

type Variables = Record<string, string>;

/** One line of the table of proxies and TLS. */
export interface Row {
  /** What is set, and how the others behave. */
  name: string;
  /** MODELFORGE_URL; the mirror behind the proxy where it is left out. */
  asks?: (world: World) => string;
  set?: (world: World) => Variables;
  before?: (world: World) => void;
  outcome: "catalog" | FailureCode;
  /** How often the proxy was asked for a tunnel; nothing stands for never. */
  tunnels?: Count;
  /** The same for the proxy that is spoken to over TLS. */
  secureTunnels?: Count;
  /** Requests that reached the mirror. */
  mirror?: Count;
  /** Connections that reached another port of the world. */
  came?: [name: string, count: Count];
  /** In the message, and in the hint. */
  says?: string;
  advises?: string;
  /** What the proxy was shown. */
  shown?: string[];
}

/** Where two are given, the fewest and the most. */
export type Count = number | [fewest: number, most: number];

/** Prices and facts, each once: with nothing to hide they are asked for at once. */
export const both = { tunnels: 2, mirror: 2 } as const;
// of either sort of failure: a connection more may have been opened that nobody needed any longer
/** The prices three times, the facts as often unless the prices have failed before. */
export const tried: Count = [4, 7];
/** Prices and facts, neither tried again. */
export const untried: Count = [2, 3];
