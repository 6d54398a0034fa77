import { ownEntry } from "../../catalog/words/own-entry.ts";
import { beginningOf } from "../../catalog/words/said.ts";
import type { Section, Sections } from "./aws-files.ts";

/** The profiles of both files: what the one for credentials says goes before the other. */
export interface Profiles {
  config: Sections;
  credentials: Sections;
}

/** Where AWS's programs find a credential, or why in none of its profile. */
export type Found = { source: string } | { why: string };

export function profileIn({ config, credentials }: Profiles, name: string): Section | undefined {
  const [one, other] = [ownEntry(config, name), ownEntry(credentials, name)];
  return one === undefined && other === undefined ? undefined : { ...one, ...other };
}

/** How a profile gets a credential, in the order of AWS's own programs: a role, keys, then what else gives one. */
export function foundIn(profiles: Profiles, name: string, before: readonly string[] = []): Found {
  const profile = profileIn(profiles, name);
  const shown = beginningOf(name);
  const why = (what: string): Found => ({ why: `the profile ${shown} ${what}` });
  const found = (how = "profile"): Found => ({ source: `aws:${how}/${shown}` });
  if (profile === undefined) return why("is in none of AWS's files");
  const hasKeys = isSaid(profile, "aws_access_key_id") && isSaid(profile, "aws_secret_access_key");
  if (isSaid(profile, "role_arn") && !(before.includes(name) && hasKeys)) {
    if (isSaid(profile, "web_identity_token_file") || isSaid(profile, "credential_source"))
      return found();
    const source = profile.source_profile;
    if (source === undefined) return why("names a role, and nobody who takes it");
    if (before.includes(name)) return why("takes its role of itself in a circle");
    const from = foundIn(profiles, source, [...before, name]);
    return "why" in from ? from : found();
  }
  if (hasKeys) return found();
  if (isSaid(profile, "sso_session") || isSaid(profile, "sso_start_url")) {
    const session = profile.sso_session;
    const isThere = session === undefined || hasSession(profiles, session);
    if (!isThere) return why(`names the session ${beginningOf(session)}, which is not there`);
    const isWhole = isSaid(profile, "sso_account_id") && isSaid(profile, "sso_role_name");
    return isWhole ? found("sso") : why("names no account and role to sign in for");
  }
  // neither is run or asked here
  const isTold = ["credential_process", "login_session"].some((one) => isSaid(profile, one));
  return isTold ? found() : why("says no credentials");
}

function hasSession({ config }: Profiles, name: string): boolean {
  return ownEntry(config, `sso-session.${name}`) !== undefined;
}

function isSaid(profile: Section, name: string): boolean {
  return (ownEntry(profile, name) ?? "").trim() !== "";
}
