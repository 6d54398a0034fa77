import { refuseSecret } from "../config/secrets.ts";
import { secretsAtHand } from "../credentials/secrets-at-hand.ts";
import type { OperationContext } from "./operation.ts";

/** Throws `usage.bad-value` for a text with a key in it, one that is kept or in the environment, whatever its form, too. */
export async function refuseAnySecret(
  { machine }: Pick<OperationContext, "machine">,
  text: string,
): Promise<void> {
  refuseSecret(text, await secretsAtHand(machine));
}
