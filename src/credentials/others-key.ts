import { ModelForgeError } from "../failure.ts";
import { othersKey } from "./clean-key.ts";
import type { Secret } from "./secret.ts";
import type { StoredAccount } from "./store/document.ts";

/** A key that is looked up each time: today's may be another provider's, which this one is not to see. Throws `credential.missing`. */
export function unlessOthers(
  { provider, account, confirmed }: StoredAccount,
  secret: Secret,
  source: string,
): Secret {
  const other = confirmed === true ? undefined : othersKey(secret.reveal(), provider);
  if (other === undefined) return secret;
  throw new ModelForgeError("credential.missing", {
    message: `${source} begins as a key of ${other} does, and is not used as one of ${provider}`,
    hint: `if it is one of ${provider} all the same, keep it anew with --yes: modelforge auth login ${provider}; else modelforge auth login ${other}`,
    details: { provider, account, looksLike: other },
  });
}
