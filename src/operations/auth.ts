import { type AuthListInput, authListFields } from "./auth-list/input.ts";
import type { ListedAccount } from "./auth-list/auth-list.ts";
import { type AuthLoginInput, authLoginFields } from "./auth-login/input.ts";
import type { LoggedIn } from "./auth-login/auth-login.ts";
import { type AuthLogoutInput, authLogoutFields } from "./auth-logout/input.ts";
import type { LoggedOut } from "./auth-logout/auth-logout.ts";
import { type AuthStatusInput, authStatusFields } from "./auth-status/input.ts";
import type { CredentialStatus } from "./auth-status/auth-status.ts";
import { type AuthTrustInput, authTrustFields } from "./auth-trust/input.ts";
import type { Trust } from "./auth-trust/auth-trust.ts";
import { later, type OperationEntry } from "./operation-entry.ts";

/** Questions about credentials, by the name of their folder. */
export interface AuthQuestions {
  "auth-login": { input: AuthLoginInput; result: LoggedIn };
  "auth-logout": { input: AuthLogoutInput; result: LoggedOut };
  "auth-list": { input: AuthListInput; result: ListedAccount[] };
  "auth-status": { input: AuthStatusInput; result: CredentialStatus[] };
  "auth-trust": { input: AuthTrustInput; result: Trust };
}

export const authOperations: {
  readonly [Name in keyof AuthQuestions]: OperationEntry<
    AuthQuestions[Name]["input"],
    AuthQuestions[Name]["result"]
  >;
} = {
  "auth-login": {
    summary: "Keeps a credential for a provider.",
    effect: "writes",
    fields: authLoginFields,
    run: later(async () => (await import("./auth-login/auth-login.ts")).authLogin),
  },
  "auth-logout": {
    summary: "Removes stored credentials.",
    effect: "writes",
    fields: authLogoutFields,
    run: later(async () => (await import("./auth-logout/auth-logout.ts")).authLogout),
  },
  "auth-list": {
    summary: "Lists the stored accounts, without opening any.",
    effect: "reads",
    fields: authListFields,
    run: later(async () => (await import("./auth-list/auth-list.ts")).authList),
  },
  "auth-status": {
    summary: "Says of every credential at hand where it was found and where it goes.",
    effect: "reads",
    fields: authStatusFields,
    run: later(async () => (await import("./auth-status/auth-status.ts")).authStatus),
  },
  "auth-trust": {
    summary: "Lets the credentials of a provider go to an address, or no longer.",
    effect: "writes",
    fields: authTrustFields,
    run: later(async () => (await import("./auth-trust/auth-trust.ts")).authTrust),
  },
};
