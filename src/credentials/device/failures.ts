import { ModelForgeError } from "../../failure.ts";
import type { HttpResponse } from "../../system/ports.ts";

/** An answer that is none of those expected, by its status; undefined for one that may say more. `at`: `github.com` */
export function failureOf({ status }: HttpResponse, at: string): ModelForgeError | undefined {
  if (status >= 300 && status < 400) {
    return new ModelForgeError("network.redirected", {
      message: `${at} redirects elsewhere (${status}), where nothing of a sign-in is taken`,
      hint: "name the host that it is by its own name with --host",
      details: { host: at, status },
    });
  }
  if (status === 429) {
    return new ModelForgeError("network.rate-limited", {
      message: `too many requests were made of ${at} (429)`,
      hint: "try again in a few minutes",
      details: { host: at, status },
    });
  }
  if (status < 500 && status !== 204 && status !== 205) return undefined;
  if (status < 500) return garbled(at);
  return new ModelForgeError("network.server-failed", {
    message: `${at} answers ${status}`,
    hint: "try again later",
    details: { host: at, status },
  });
}

/** Whoever answers is not who was meant: a page of a hotel, a proxy, another program. */
export function garbled(at: string): ModelForgeError {
  return new ModelForgeError("network.garbled", {
    message: `what answers at ${at} does not answer as a place to sign in does`,
    hint: "look at the address in --host, and at what is between here and there",
    details: { host: at },
  });
}

export function expired(at: string): ModelForgeError {
  return new ModelForgeError("credential.expired", {
    message: `the code for ${at} ran out before it was entered`,
    hint: "start again, and enter the new code",
    details: { host: at },
  });
}

export function denied(at: string): ModelForgeError {
  return new ModelForgeError("credential.refused", {
    message: `signing in was declined at ${at}; nothing was stored`,
    hint: "start again if that was not meant",
    details: { host: at, reason: "denied" },
  });
}

/** Words of OAuth, and GitHub's own, for an application that may not do this. */
const aboutApplication: ReadonlySet<string> = new Set([
  // what GitHub says of an id that it does not know
  "Not Found",
  "device_flow_disabled",
  "incorrect_client_credentials",
  "invalid_client",
  "unauthorized_client",
]);

/** The other words of OAuth (RFC 6749, RFC 8628) and of GitHub: nothing else that a server says is shown. */
const knownWords: ReadonlySet<string> = new Set([
  "application_suspended",
  "bad_verification_code",
  "incorrect_device_code",
  "invalid_grant",
  "invalid_request",
  "invalid_scope",
  "redirect_uri_mismatch",
  "server_error",
  "temporarily_unavailable",
  "unsupported_grant_type",
  "unsupported_response_type",
  "unverified_user_email",
]);

/** What a place to sign in says in one word, where no other word is of use. */
export function refusedWith(word: string, at: string): ModelForgeError {
  if (aboutApplication.has(word)) {
    const isOff = word === "device_flow_disabled";
    return new ModelForgeError("credential.no-application", {
      message: isOff
        ? `the OAuth application may not sign anybody in at ${at} by a code`
        : `${at} knows no OAuth application with that id`,
      hint: isOff
        ? "switch on its device flow in its settings there"
        : "look at providers.github-copilot.clientId and --client-id: it is the client id, not the name",
      details: { host: at, reason: word },
    });
  }
  return new ModelForgeError("credential.refused", {
    message: `${at} refuses the sign-in${knownWords.has(word) ? `: ${word}` : " with an error of its own"}`,
    hint: "start again",
    details: { host: at, reason: "refused" },
  });
}
