import { ownEntry } from "../../catalog/words/own-entry.ts";
import { hostTable } from "../../credentials/hosts/table.ts";
import { atHand, ofProviders } from "../../operations/at-hand.ts";
import { closedOrigin } from "../../operations/where-they-may-go.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { mayAsk } from "./auth-input.ts";
import type { CliContext } from "./context.ts";
import { drawn } from "./render/drawn.ts";
import { askForYes } from "./yes-or-no.ts";

/**
 * The address that the person's own file says for a provider of theirs, where a new key of it does not go yet: they are
 * shown it and asked. Where nobody can be asked, and for a provider that has hosts of its own, it is only said. Throws
 * `cancelled`.
 */
export async function hostToTrust(
  context: CliContext,
  provider: string,
  options: Record<string, unknown>,
): Promise<string | undefined> {
  const { machine, configuration } = context;
  // what a project says moves no key
  const own = ofProviders(configuration).filter(({ scope }) => scope === "user");
  const having = await atHand({ machine, configuration });
  const origin = await closedOrigin(machine, own, having, provider);
  if (origin === undefined) return undefined;
  const isOwn = ownEntry(hostTable, provider) === undefined;
  if (isOwn && mayAsk(context, options)) {
    const question = drawn`${provider} is called at ${origin}. May its key go there?`;
    await askForYes(context, question, { usual: false, left: "nothing was stored" });
    return origin;
  }
  const line = `modelforge auth trust ${shellWord(provider)} ${shellWord(origin)}`;
  context.note(`${provider} is called at ${origin}, where its key does not go: ${line}`);
  return undefined;
}
