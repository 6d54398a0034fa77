import * as oauth from "oauth4webapi";
import { keepOut } from "../../catalog/words/kept-out.ts";
import { ModelForgeError } from "../../failure.ts";
import type { System } from "../../system/ports.ts";
import { readUrl } from "../../system/url.ts";
import { isRecord } from "../store/document.ts";
import type { SignInPlaces } from "../hosts/sign-in.ts";
import { Secret } from "../secret.ts";
import { askAt } from "./ask-at.ts";
import { denied, expired, garbled, refusedWith } from "./failures.ts";
import { isToken } from "./kept-tokens.ts";

/** What a person is shown: they enter the code on the page. */
interface ShownCode {
  code: string;
  page: URL;
}

/** What the person allowed. */
export interface Granted {
  token: Secret;
  /** When it is over; undefined where it is good until somebody withdraws it. */
  expiresMs: number | undefined;
}

export interface SigningIn {
  provider: string;
  places: SignInPlaces;
  clientId: string;
  show(code: ShownCode): Promise<void>;
  signal?: AbortSignal | undefined;
}

type Machine = Pick<System, "http" | "clock" | "environment" | "installation">;

// RFC 8628: where nothing is said, and what "slow down" adds
const usualSeconds = 5;
/** So often in a row the network may fail while somebody types. */
const mostFailures = 3;
/** What GitHub asks for the name of an account, and nothing else. */
const scope = "read:user";

/**
 * Signs in by a code that the person enters elsewhere (RFC 8628), and waits until they have.
 *
 * Throws `credential.no-application`, `credential.refused`, `credential.expired`, `network.*`, `cancelled`.
 */
export async function signIn(machine: Machine, signing: SigningIn): Promise<Granted> {
  const { clock } = machine;
  const { host } = signing.places;
  const at = new URL(host).host;
  const server: oauth.AuthorizationServer = {
    issuer: host,
    device_authorization_endpoint: `${host}/login/device/code`,
    token_endpoint: `${host}/login/oauth/access_token`,
  };
  const client: oauth.Client = { client_id: signing.clientId };
  const how = {
    // on this machine alone, which was looked at before
    [oauth.allowInsecureRequests]: host.startsWith("http:"),
    [oauth.customFetch]: (address: string, { body }: { body?: unknown }) =>
      fetched(machine, signing, address, String(body)),
  };
  const begun = await oauth
    .deviceAuthorizationRequest(server, client, oauth.None(), { scope }, how)
    .then((answer) => oauth.processDeviceAuthorizationResponse(server, client, answer))
    .catch((error: unknown) => {
      throw translated(error, at);
    });
  const code = begun.device_code;
  // whoever has it gets the token
  keepOut(code);
  const end = clock.steady() + begun.expires_in * 1000;
  await signing.show(shownCode(begun, host));
  let seconds = begun.interval ?? usualSeconds;
  let failures = 0;
  for (;;) {
    const leftMs = Math.max(0, end - clock.steady());
    await clock.wait(Math.min(seconds * 1000, leftMs), signing.signal);
    if (clock.steady() >= end) throw expired(at);
    try {
      const answer = await oauth.deviceCodeGrantRequest(server, client, oauth.None(), code, how);
      const { access_token: token, expires_in: lives } = await oauth.processDeviceCodeResponse(
        server,
        client,
        answer,
      );
      if (!isToken(token)) throw garbled(at);
      const expiresMs = lives === undefined ? undefined : clock.now() + lives * 1000;
      return { token: new Secret(token), expiresMs };
    } catch (error) {
      const next = slower(error, seconds);
      const failed = translated(error, at);
      failures = next === undefined ? failures + 1 : 0;
      const isPassing = failed.code.startsWith("network.") && failures < mostFailures;
      if (next === undefined && (!isPassing || failed.code === "network.redirected")) throw failed;
      seconds = next ?? seconds * 2;
    }
  }
}

/** The pause before the next question, where the answer is that nobody has entered the code yet. */
function slower(error: unknown, seconds: number): number | undefined {
  if (!(error instanceof oauth.ResponseBodyError)) return undefined;
  if (error.error === "authorization_pending") return seconds;
  if (error.error !== "slow_down") return undefined;
  // GitHub says the new one
  const { interval } = error.cause as { interval?: unknown };
  return typeof interval === "number" && interval > seconds ? interval : seconds + usualSeconds;
}

/** Only what a person can type, on a page of the very host. */
function shownCode(begun: oauth.DeviceAuthorizationResponse, host: string): ShownCode {
  const { user_code: code, verification_uri: address } = begun;
  const page = readUrl(address);
  const isSound = page?.origin === host && page.username === "" && page.password === "";
  if (isSound && /^[A-Za-z0-9-]{4,32}$/.test(code)) return { code, page };
  throw garbled(new URL(host).host);
}

/** A request of the library's, by our own ways. GitHub answers 200 where the protocol says 400. */
async function fetched(
  machine: Machine,
  { provider, places, signal }: SigningIn,
  address: string,
  form: string,
): Promise<Response> {
  const { status, type, bytes } = await askAt(machine, { provider, places, address, form, signal });
  const isError = status === 200 && isRecord(bytes.json) && typeof bytes.json.error === "string";
  const headers = { "content-type": type };
  return new Response(bytes.text, { status: isError ? 400 : status, headers });
}

function translated(error: unknown, at: string): ModelForgeError {
  if (error instanceof ModelForgeError) return error;
  if (error instanceof oauth.ResponseBodyError) {
    if (error.error === "access_denied") return denied(at);
    return error.error === "expired_token" ? expired(at) : refusedWith(error.error, at);
  }
  const isAnswer =
    error instanceof oauth.OperationProcessingError ||
    error instanceof oauth.UnsupportedOperationError ||
    error instanceof oauth.WWWAuthenticateChallengeError;
  // what the library says of an answer holds the answer
  if (isAnswer) return garbled(at);
  throw error;
}
