import { shellWord } from "../../catalog/words/shell-word.ts";
import { ModelForgeError } from "../../failure.ts";
import { type Holder, hostsOf, originOf, ownersOf, type Refusal } from "./may-go-to.ts";

/** What is said where a credential may not go somewhere; nothing was sent then. */
export function hostUntrusted(holder: Holder, url: URL, refusal: Refusal): ModelForgeError {
  const { provider } = holder;
  const origin = originOf(url);
  const what = holder.variable ?? `the credential stored for ${provider}`;
  const known = hostsOf(holder);
  const belongs =
    known.length === 0
      ? "no host is known that it belongs to"
      : `it belongs to ${known.join(", ")}`;
  const owner = ownersOf(holder)[0] ?? provider;
  const command = `modelforge auth trust ${shellWord(owner)} ${shellWord(origin)}`;
  return new ModelForgeError("credential.host-untrusted", {
    message: `${what} is not sent to ${origin}: ${because[refusal](belongs)}`,
    hint:
      refusal === "host" || refusal === "not-encrypted"
        ? `if ${url.host} is to have it, ${command}`
        : "give the address without it",
    details: { provider, variable: holder.variable ?? null, origin, hosts: known, reason: refusal },
  });
}

const because: Readonly<Record<Refusal, (belongs: string) => string>> = {
  host: (belongs) => belongs,
  "not-encrypted": (belongs) => `nothing keeps others from reading along there, and ${belongs}`,
  "not-http": (belongs) => `it is no address of a web server, and ${belongs}`,
  "names-somebody": (belongs) => `the address holds a name or a password, and ${belongs}`,
};
