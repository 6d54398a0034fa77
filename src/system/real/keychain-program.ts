export interface KeychainQuestion {
  what: "look" | "get" | "set" | "remove";
  service?: string;
  account?: string;
  secret?: string;
  /** The script whose packages it may load. */
  base: string;
}

export interface KeychainAnswer {
  absent?: "module" | "service";
  failed?: "locked" | "silent";
  value?: string | boolean | null;
}

/** Of the package what is used of it. */
interface Entry {
  getPassword(): string | null;
  setPassword(secret: string): void;
  deletePassword(): boolean;
}

type Package = {
  Entry: new (service: string, account: string, how: { linux: { store: string } }) => Entry;
};

/**
 * Answers one question about the keychain, which stands on standard input. It is started from its own text, in a process of
 * its own: nothing around it is known there.
 */
export function keychainProgram(): void {
  const { readFileSync } = process.getBuiltinModule("node:fs");
  const { createRequire } = process.getBuiltinModule("node:module");
  const asked = JSON.parse(readFileSync(0, "utf8")) as KeychainQuestion;
  // the package has one code for whatever fails; these are libdbus's words, in English everywhere
  const isSilent = (error: unknown): boolean => String(error).includes("Did not receive a reply");
  const answer = (): KeychainAnswer => {
    let found: Package;
    try {
      found = createRequire(asked.base)("@napi-rs/keyring") as Package;
    } catch {
      return { absent: "module" };
    }
    let entry: Entry;
    try {
      const { service = "modelforge", account = "look" } = asked;
      // never the kernel's, which forgets all when the machine is started anew
      entry = new found.Entry(service, account, { linux: { store: "secret-service" } });
    } catch (error) {
      return isSilent(error) ? { failed: "silent" } : { absent: "service" };
    }
    try {
      if (asked.what === "get") return { value: entry.getPassword() };
      if (asked.what === "remove") return { value: entry.deletePassword() };
      if (asked.what === "set") entry.setPassword(asked.secret ?? "");
      return {};
    } catch (error) {
      return { failed: isSilent(error) ? "silent" : "locked" };
    }
  };
  process.stdout.write(JSON.stringify(answer()));
}
