import { beginningOf } from "../../catalog/words/said.ts";
import { shellWord } from "../../catalog/words/shell-word.ts";
import { ModelForgeError } from "../../failure.ts";
import { type Holder, hostsOf, originOf, ownersOf, type Refusal } from "./may-go-to.ts";

/**
 * What is said where a credential may not go somewhere; nothing was sent then. Of an address with variables `template` is
 * how it was written: what they hold is not repeated.
 */
export function hostUntrusted(
  holder: Holder,
  url: URL,
  refusal: Refusal,
  template = "",
): ModelForgeError {
  const { provider } = holder;
  const written = beginningOf(beforePath(template));
  const hasVariables = written.includes("${");
  const origin = hasVariables ? written : originOf(url);
  const what = holder.variable ?? `the credential stored for ${provider}`;
  const known = hostsOf(holder);
  const belongs =
    known.length === 0
      ? "no host is known that it belongs to"
      : `it belongs to ${known.join(", ")}`;
  const owner = ownersOf(holder)[0] ?? provider;
  const where = hasVariables ? "with its host written out" : shellWord(origin);
  const command = `modelforge auth trust ${shellWord(owner)} ${where}`;
  const host = hasVariables ? "that host" : url.host;
  return new ModelForgeError("credential.host-untrusted", {
    message: `${what} is not sent to ${origin}: ${because[refusal](belongs)}`,
    hint:
      refusal === "host" || refusal === "not-encrypted"
        ? `if ${host} is to have it, ${command}`
        : refusal === "elsewhere"
          ? `modelforge auth login ${shellWord(provider)} --host signs in at another host`
          : "give the address without it",
    details: { provider, variable: holder.variable ?? null, origin, hosts: known, reason: refusal },
  });
}

function beforePath(template: string): string {
  return template.replace(/^([a-z][a-z0-9+.-]*:\/\/|)([^/?#\\]*).*$/is, "$1$2");
}

const because: Readonly<Record<Refusal, (belongs: string) => string>> = {
  host: (belongs) => belongs,
  elsewhere: (belongs) => `it was got by signing in elsewhere, and ${belongs}`,
  "not-encrypted": (belongs) => `nothing keeps others from reading along there, and ${belongs}`,
  "not-http": (belongs) => `it is no address of a web server, and ${belongs}`,
  "names-somebody": (belongs) => `the address holds a name or a password, and ${belongs}`,
};
