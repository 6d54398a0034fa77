import { ModelForgeError } from "../../failure.ts";
import type { HttpLimits, HttpResponse, System } from "../../system/ports.ts";
import type { Listing } from "./listing.ts";
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
 * Throws `credential.host-untrusted` where the credential does not belong there, `cancelled`.
 */
export async function checkCredential(
  { http, installation }: Pick<System, "http" | "installation">,
  { address }: Listing,
  carried: Carried,
  signal?: AbortSignal,
): Promise<Checked> {
  const { url, missing } = urlOf(address, carried.trusting.valueOf);
  if (url === undefined) return cannotTell(missing);
  const userAgent = `modelforge/${installation.version}`;
  const get = (with_: Carried | undefined): Promise<HttpResponse> =>
    send(http, { url, limits, userAgent, signal }, with_);
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
    if (!isOurs || error.code === "credential.host-untrusted" || error.code === "cancelled") {
      throw error;
    }
    return cannotTell(error.message);
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

/** The address with its variables; where one is missing, which. */
function urlOf(
  address: string,
  valueOf: (variable: string) => string | undefined,
): { url?: URL; missing: string } {
  const unset: string[] = [];
  const filled = address.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = valueOf(name);
    if (value === undefined) unset.push(name);
    return value ?? "";
  });
  if (unset.length > 0) return { missing: `${unset.join(", ")} missing` };
  try {
    return { url: new URL(filled), missing: "" };
  } catch {
    return { missing: "its address is none" };
  }
}
