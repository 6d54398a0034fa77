import { copilotKey } from "../../credentials/device/copilot-key.ts";
import { keptText, type ShortKey } from "../../credentials/device/kept-tokens.ts";
import { signedInWith } from "../../credentials/device/key-of-sign-in.ts";
import { readSignInHost } from "../../credentials/hosts/read-origin.ts";
import { type SignInPlaces, signInPlaces, signsIn } from "../../credentials/hosts/sign-in.ts";
import { Secret } from "../../credentials/secret.ts";
import { keepOutSecretsOf } from "../../credentials/secrets-at-hand.ts";
import { isoTime } from "../../catalog/words/dates.ts";
import { keepOut } from "../../catalog/words/kept-out.ts";
import { ModelForgeError, type Warning } from "../../failure.ts";
import { ofProviders } from "../at-hand.ts";
import { configurationOf } from "../configuration-of.ts";
import type { OperationContext, OperationOptions } from "../operation.ts";
import { type Given, isLikeKey } from "./given.ts";
import type { AuthLoginInput } from "./input.ts";

/**
 * What somebody gets who signs in; undefined where a key, a command or a reference is given, or the provider has none of that. The first
 * key is got at once, so that whoever may have none is told now. `ready` throws where it could not be kept.
 *
 * Throws `credential.*`, `network.*`, `usage.bad-value`, `cancelled`.
 */
export async function signedInGiven(
  context: OperationContext,
  { provider, apiKey, command, reference, clientId, host }: AuthLoginInput,
  { onCode, signal, offline }: OperationOptions,
  ready: () => Promise<void>,
): Promise<Given | undefined> {
  const isKey = [apiKey, command, reference].some((one) => one !== undefined);
  if (isKey || !signsIn(provider)) {
    if (clientId !== undefined || host !== undefined) throw notSignedIn(provider, isKey);
    return undefined;
  }
  if (onCode === undefined) return undefined;
  const { machine, access } = context;
  const places = signInPlaces(provider, host === undefined ? undefined : readSignInHost(host));
  const id = readId(clientId ?? idIn(context, provider), provider, places);
  refuseSecretAs(id, keepOutSecretsOf(machine.environment));
  if (offline === true || access.settings.offline) throw withoutNetwork();
  await ready();
  const { signIn } = await import("../../credentials/device/sign-in.ts");
  const signing = { provider, places, clientId: id, show: onCode, signal };
  const { token, expiresMs } = await signIn(machine, signing);
  const warnings: Warning[] = [];
  const short = await copilotKey(machine, { provider, places, token, signal }).catch(
    (error: unknown): undefined => {
      const isPassing = error instanceof ModelForgeError && error.code.startsWith("network.");
      if (!isPassing) throw error;
      warnings.push({
        code: error.code,
        message: `${error.message}; it is asked again when a key is used`,
      });
    },
  );
  return givenWith(token, { host: places.host, expiresMs, short, warnings });
}

interface Got {
  host: string;
  expiresMs: number | undefined;
  short: ShortKey | undefined;
  warnings: Warning[];
}

function givenWith(token: Secret, { host, expiresMs, short, warnings }: Got): Given {
  const endsAt = expiresMs === undefined ? null : isoTime(expiresMs);
  const index = signedInWith({ host, endsAt, expiresAt: null }, short);
  const secret = new Secret(keptText({ token: token.reveal(), short }));
  return { secret, removed: [], signIn: { index, lastFour: token.lastFour, warnings } };
}

/** What the person's own configuration says; that of a project says nothing of it. */
function idIn(context: OperationContext, provider: string): string | undefined {
  const own = ofProviders(configurationOf(context));
  const said = own.find(({ path }) => path[1] === provider && path[2] === "clientId");
  return said === undefined ? undefined : String(said.value);
}

/** Throws `credential.no-application`, `usage.bad-value`. */
function readId(id: string | undefined, provider: string, { host }: SignInPlaces): string {
  if (id === undefined) {
    throw new ModelForgeError("credential.no-application", {
      message: `${provider} is signed in to with an OAuth application of your own, and none is named`,
      hint: `make one at ${host}/settings/applications/new with its device flow enabled, then modelforge config set providers.${provider}.clientId ID, or add --client-id ID`,
      details: { provider, host },
    });
  }
  // Ov23li…, Iv1.…
  if (/^[\w.-]{4,80}$/.test(id.trim())) return id.trim();
  throw new ModelForgeError("usage.bad-value", {
    message:
      "the client id of an OAuth application has letters, digits, dots, hyphens and underscores",
    hint: "copy it from the settings of the application; it is not the client secret",
    details: { field: "clientId" },
  });
}

/** It is sent to the host, and is no secret there. Throws `usage.bad-value`, which does not repeat it. */
function refuseSecretAs(id: string, known: ReadonlySet<string>): void {
  // GitHub's client secrets are 40 digits, its older ids 20
  const isDigits = /^[\da-f]{32,}$/i.test(id);
  if (!isDigits && !isLikeKey(id, known)) return;
  keepOut(id);
  throw new ModelForgeError("usage.bad-value", {
    message:
      "that looks like a key or a client secret, and not like the client id of an application",
    hint: "nothing was sent; copy the client id from the settings of the application, as Ov23li… or Iv1.…",
    details: { field: "clientId" },
  });
}

function notSignedIn(provider: string, isKey: boolean): ModelForgeError {
  return new ModelForgeError("usage.bad-value", {
    message: isKey
      ? "a client id and a host are for signing in, and a key was given"
      : `nobody signs in for a key of ${provider}: a client id and a host are of no use there`,
    hint: isKey ? "leave out one or the other" : "leave out --client-id and --host",
    details: { field: "clientId" },
  });
}

function withoutNetwork(): ModelForgeError {
  return new ModelForgeError("network.offline", {
    message: "signing in needs the network, and offline was asked for",
    hint: "leave out --offline, or unset MODELFORGE_OFFLINE",
  });
}
