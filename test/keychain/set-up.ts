import { Entry, findCredentials } from "@napi-rs/keyring";
import { readFileSync } from "node:fs";
import { setUp as homeWith } from "../credentials/set-up.ts";
import type { Session } from "./session.ts";

export const key = "sk-p14nt3d-0123456789";

/** The command in a session, with a home of its own. */
export function setUp(session: Session, more: Record<string, string> = {}) {
  const home = homeWith({ ...session.environment, ...more });
  const index = (): string => readFileSync(home.file, "utf8");
  return {
    ...home,
    index,
    login: (secret: string, line = "auth login openai --key-stdin") => home.piped(secret, line),
    /** What the store calls the keys that are in the keychain. */
    names: (): string[] =>
      (JSON.parse(index()) as { accounts: { keychain?: string }[] }).accounts.flatMap(
        ({ keychain }) => keychain ?? [],
      ),
  };
}

/** The keychain of a session as another program sees it. */
export function keychainOf(session: Session) {
  Object.assign(process.env, session.environment);
  const entry = (name: string) =>
    new Entry("modelforge", name, { linux: { store: "secret-service" } });
  return {
    all: (): Map<string, string> =>
      new Map(findCredentials("modelforge").map((one) => [one.account, one.password])),
    change: (name: string, secret: string) => entry(name).setPassword(secret),
    remove: (name: string) => entry(name).deletePassword(),
  };
}
