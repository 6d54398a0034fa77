import { z } from "zod";
import type { ListedAccount } from "./auth-list/auth-list.ts";
import type { LoggedIn } from "./auth-login/auth-login.ts";
import type { LoggedOut } from "./auth-logout/auth-logout.ts";
import type { CredentialStatus } from "./auth-status/auth-status.ts";
import type { Trust } from "./auth-trust/auth-trust.ts";

/** The shapes of answers about credentials, from which the published JSON Schema is made. Loaded by no command. */

const lastFour = z.string().nullable().describe("of keys with 12 characters or more");
const store = z.enum(["file", "keychain", "command", "env"]);

export const listedAccountShape = z.object({
  provider: z.string(),
  account: z.string(),
  active: z.boolean(),
  store,
  encrypted: z.boolean(),
  lastFour,
  addedAt: z.string().nullable(),
}) satisfies z.ZodType<ListedAccount>;

export const credentialStatusShape = z.object({
  provider: z.string(),
  account: z.string().nullable().describe("null where it is in the environment, or there is none"),
  active: z.boolean().describe("whether it is the one that would be used"),
  found: z.boolean(),
  source: z
    .string()
    .nullable()
    .describe(
      "env:NAME, keychain, file, command; of a cloud aws:profile/NAME, aws:sso/NAME, aws:web-identity, aws:container, gcp:adc, azure:entra",
    ),
  lastFour,
  host: z.string().nullable().describe("null where nobody knows where it goes"),
  expiresAt: z
    .string()
    .nullable()
    .describe("of one that was got by signing in: when its last key is over"),
  missing: z.array(z.string()).describe("variables to set before it can be used"),
  check: z
    .enum(["valid", "refused", "cannot tell"])
    .nullable()
    .describe("what the provider says of it; null where it was not asked"),
  why: z.string().nullable(),
}) satisfies z.ZodType<CredentialStatus>;

export const loggedInShape = z.object({
  provider: z.string(),
  account: z.string(),
  lastFour,
  store,
  encrypted: z.boolean(),
  host: z.string().nullable(),
  replaced: z.boolean(),
}) satisfies z.ZodType<LoggedIn>;

export const loggedOutShape = z.object({
  removed: z.array(z.object({ provider: z.string(), account: z.string() })),
}) satisfies z.ZodType<LoggedOut>;

const origin = z.object({ provider: z.string(), origin: z.string() });

export const trustShape = z.object({
  trusted: z.array(origin),
  changed: origin.nullable().describe("null where all was so already"),
}) satisfies z.ZodType<Trust>;
