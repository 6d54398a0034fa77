import { beginningOf } from "../../catalog/words/said.ts";
import { ModelForgeError } from "../../failure.ts";
import type { HttpLimits, HttpResponse, System } from "../../system/ports.ts";
import { fillAddress, type Filled, whyUnfit } from "../hosts/template.ts";
import type { Listing } from "./listing.ts";
import type { OwnHeader } from "./own-headers.ts";
import { type Carried, send } from "./send.ts";

/** What a provider says of a credential. */
export interface Checked {
  check: "valid" | "refused" | "cannot tell";
  /** Why so; null where it is valid. */
  why: string | null;
}

/** Nobody waits for a list longer than this. */
const limits: HttpLimits = {
  connectMs: 5_000,
  idleMs: 5_000,
  totalMs: 10_000,
  decodedBytes: 8 * 1024 ** 2,
};

/**
 * Asks a provider for its list of models with the credential: no token is spent. A list that everybody may read tells
 * nothing, so that what was answered is asked for once more without it.
 *
 * Throws `credential.host-untrusted` where the credential does not belong there, `credential.missing` where a header lacks
 * something, `cancelled`.
 */
export async function checkCredential(
  { http, installation }: Pick<System, "http" | "installation">,
  { address }: Listing,
  { headers = [], ...carried }: Carried & { headers?: readonly OwnHeader[] },
  signal?: AbortSignal,
): Promise<Checked> {
  const { text, unfit } = filledIn(carried, address);
  if (text === undefined) return cannotTell(whyUnfit(unfit));
  const url = urlOf(text);
  if (url === undefined) return cannotTell("its address is none");
  const userAgent = `modelforge/${installation.version}`;
  const get = (with_: Carried | undefined): Promise<HttpResponse> =>
    send(http, { url, address, limits, userAgent, headers, signal }, with_);
  try {
    const answer = await get(carried);
    const { status } = answer;
    if (status === 200) {
      if (!isJson(answer)) return dropped(answer, "what answers there is no list of models");
      answer.dispose();
      const open = await get(undefined);
      open.dispose();
      return open.status === 200
        ? cannotTell("anybody may read the list of that provider")
        : { check: "valid", why: null };
    }
    if (status === 401) return refused(answer, "it answers 401");
    if (status === 400 && carried.style === "google" && (await saysInvalid(answer))) {
      return refused(answer, "it answers that the key is not valid");
    }
    return dropped(answer, meaningOf(status, answer));
  } catch (error) {
    const isOurs = error instanceof ModelForgeError;
    if (!isOurs || error.code.startsWith("credential.") || error.code === "cancelled") throw error;
    return cannotTell(unfilled(error.message, url, address));
  }
}

function meaningOf(status: number, { headers }: HttpResponse): string {
  if (status >= 300 && status < 400) {
    return `it redirects elsewhere (${status}), where no credential is taken${headers.has("location") ? "" : ", and does not say where"}`;
  }
  if (status === 402) return "it takes the key, and answers that there are no funds (402)";
  if (status === 403) return "the key may not read the list there, or nobody from here may (403)";
  if (status === 404 || status === 405) return `it has no list of models (${status})`;
  return status === 429 ? "too many requests were made (429)" : `it answers ${status}`;
}

/** Google answers 400 for a key that is none. */
async function saysInvalid(answer: HttpResponse): Promise<boolean> {
  const text = new TextDecoder().decode(await answer.body());
  return text.includes("API_KEY_INVALID");
}

function isJson({ headers }: HttpResponse): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\b/i.test(headers.get("content-type") ?? "");
}

function refused(answer: HttpResponse, why: string): Checked {
  answer.dispose();
  return { check: "refused", why };
}

function dropped(answer: HttpResponse, why: string): Checked {
  answer.dispose();
  return cannotTell(why);
}

export function cannotTell(why: string): Checked {
  return { check: "cannot tell", why };
}

/** What a port says of an address, with the address as it was written. */
function unfilled(message: string, url: URL, address: string): string {
  if (!address.includes("${")) return message;
  const names = [url.href, url.origin, url.host, url.hostname];
  return names.reduce((text, name) => text.replaceAll(name, beginningOf(address)), message);
}

/** Throws `credential.host-untrusted` where it names a variable that is to stay here. */
function filledIn({ holder, trusting }: Carried, address: string): Filled {
  const filled = fillAddress(holder.provider, address, trusting);
  const foul = filled.unfit.filter(([, why]) => why === "secret" || why === "not-its-own");
  if (foul.length === 0) return filled;
  throw new ModelForgeError("credential.host-untrusted", {
    message: `nothing is asked at ${beginningOf(address)}: ${whyUnfit(foul)}`,
    hint: "look at who wrote that address: modelforge cache status names the catalog",
    details: {
      provider: holder.provider,
      address,
      variables: foul.map(([name]) => name),
      reason: "unfit-variable",
    },
  });
}

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
