import { ModelForgeError } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import type { SignInPlaces } from "../hosts/sign-in.ts";
import type { Secret } from "../secret.ts";
import { isRecord } from "../store/document.ts";
import { askAt } from "./ask-at.ts";
import { garbled } from "./failures.ts";
import { isToken, type ShortKey } from "./kept-tokens.ts";

type Machine = Pick<System, "http" | "clock" | "environment" | "installation">;

export interface Asking {
  provider: string;
  places: SignInPlaces;
  token: Secret;
  signal?: AbortSignal | undefined;
}

/** Where GitHub says nothing of it: so long before a key is over another one is asked for. */
const earlierMs = 5 * 60_000;

/**
 * A key for a short time, for the token of a sign-in.
 *
 * Throws `credential.refused` where the token is good for none, `network.*`, `cancelled`.
 */
export async function copilotKey(machine: Machine, asking: Asking): Promise<ShortKey> {
  const { provider, places, token, signal } = asking;
  const address = `${places.asks}/copilot_internal/v2/token`;
  const said = await askAt(machine, { provider, places, address, token, signal });
  const at = new URL(address).host;
  const { status } = said;
  if (status === 401) throw refused(provider, at, `${at} no longer takes the sign-in (401)`);
  if (status === 403 || status === 404) {
    throw refused(
      provider,
      at,
      `${at} gives that account no key of Copilot (${status}): it has no Copilot, or the OAuth application may not ask for it`,
    );
  }
  if (status !== 200) throw refused(provider, at, `${at} gives no key (${status})`);
  const { json } = said.bytes;
  if (!isRecord(json)) throw garbled(at);
  const { token: key, expires_at: end, refresh_in: pause } = json;
  if (!isToken(key) || typeof end !== "number" || !Number.isFinite(end)) throw garbled(at);
  const expiresMs = end * 1000;
  const isSaid = typeof pause === "number" && pause > 0;
  const renewMs = isSaid ? machine.clock.now() + pause * 1000 : expiresMs - earlierMs;
  return { key, expiresMs, renewMs };
}

function refused(provider: string, at: string, message: string): ModelForgeError {
  return new ModelForgeError("credential.refused", {
    message,
    hint: `modelforge auth login ${provider} signs in anew`,
    details: { provider, host: at },
  });
}
