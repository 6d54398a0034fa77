import type { CloudSeen } from "./chain.ts";
import { mayHaveChain } from "./may-have-chain.ts";
import type { ForeignMachine } from "./read-foreign.ts";

/** What was seen of clouds; undefined where nothing hints at one, and no file of theirs is read. */
export async function cloudsAtHand(machine: ForeignMachine): Promise<CloudSeen | undefined> {
  if (!mayHaveChain(machine)) return undefined;
  const { seeClouds } = await import("./see-clouds.ts");
  return seeClouds(machine);
}
