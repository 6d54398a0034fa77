import { ModelForgeError } from "../../failure.ts";
import type { HttpLimits, System } from "../../system/ports.ts";
import { type Carried, send } from "../check/send.ts";
import type { SignInPlaces } from "../hosts/sign-in.ts";
import type { Secret } from "../secret.ts";
import { trustingOf } from "../where-to.ts";
import { failureOf, garbled } from "./failures.ts";

/** Less than others wait for the lock under which a key is renewed. */
const limits: HttpLimits = {
  connectMs: 4_000,
  idleMs: 8_000,
  totalMs: 8_000,
  decodedBytes: 64 * 1024,
};

interface Asked {
  provider: string;
  places: SignInPlaces;
  address: string;
  /** What is said there; absent: it is asked. */
  form?: string;
  /** What it is asked with. */
  token?: Secret;
  signal?: AbortSignal | undefined;
}

interface Said {
  status: number;
  type: string;
  /** What was answered, as text and, where it is that, as JSON. */
  bytes: { text: string; json: unknown };
}

/**
 * Asks a place of a sign-in. Whatever is said goes to that sign-in's own places only, and no redirect is followed.
 *
 * Throws `network.*`, `credential.host-untrusted`, `cancelled`.
 */
export async function askAt(
  { http, environment, installation }: Pick<System, "http" | "environment" | "installation">,
  { provider, places, address, form, token, signal }: Asked,
): Promise<Said> {
  const url = new URL(address);
  const carried: Carried = {
    secret: token,
    holder: { provider, only: [places.host, places.asks] },
    style: "bearer",
    trusting: trustingOf(environment, []),
  };
  const userAgent = `modelforge/${installation.version}`;
  const request = { url, address, limits, userAgent, signal, form };
  try {
    const answer = await send(http, request, carried);
    const failure = failureOf(answer, url.host);
    if (failure !== undefined) {
      answer.dispose();
      throw failure;
    }
    const text = new TextDecoder().decode(await answer.body());
    const type = answer.headers.get("content-type") ?? "";
    return { status: answer.status, type, bytes: { text, json: jsonIn(text) } };
  } catch (error) {
    // that is said of what is too large, or packed wrongly
    const isOdd = error instanceof ModelForgeError && error.code.startsWith("catalog.");
    throw isOdd ? garbled(url.host) : error;
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
