import { keychainTrouble, noKeychain } from "../../system/real/keychain-failures.ts";
import type { Keychain } from "../../system/keychain-port.ts";
import { word } from "../../operations/input-kinds.ts";
import type { Table } from "../../operations/read-input.ts";
import { ProcessKilled } from "./file-faults.ts";

const states = ["none", "open", "locked", "silent"] as const;

/** How a keychain is: there is none, it is open, it is locked, it never answers. */
export type KeychainState = (typeof states)[number];

export interface FakeKeychainOptions {
  /** `none` */
  keychain?: KeychainState;
}

export const keychainFields: Table<FakeKeychainOptions> = { keychain: word([...states]) };

/** The keychain of a machine; each process has it. */
export interface KeychainItems {
  state: KeychainState;
  /** `modelforge openai/default/0a1b2c3d` and what is kept under it. */
  readonly secrets: Map<string, string>;
}

export interface FakeKeychain extends Keychain {
  readonly items: KeychainItems;
  /** How often it was asked. */
  readonly asked: number;
  /** The process ends as by SIGKILL before or after the next change. */
  kills: "before" | "after" | undefined;
}

export function createFakeKeychain(
  items: KeychainItems,
  process: { readonly isKilled: boolean; kill(): void },
): FakeKeychain {
  const die = (): never => {
    process.kill();
    throw new ProcessKilled();
  };
  const opened = (service: string, account: string): string => {
    const { state } = items;
    if (state === "none") throw noKeychain("this machine is made up");
    if (state !== "open") throw keychainTrouble(state);
    return `${service} ${account}`;
  };
  const keychain = {
    items,
    asked: 0,
    kills: undefined as FakeKeychain["kills"],
    absence: async () => {
      keychain.asked += 1;
      if (items.state === "silent") throw keychainTrouble("silent");
      return items.state === "none" ? "this machine is made up" : undefined;
    },
    get: async (service: string, account: string) => {
      keychain.asked += 1;
      return items.secrets.get(opened(service, account));
    },
    set: async (service: string, account: string, secret: string) =>
      change(() => void items.secrets.set(opened(service, account), secret)),
    remove: async (service: string, account: string) =>
      change(() => items.secrets.delete(opened(service, account))),
  };
  const change = <Result>(make: () => Result): Result => {
    keychain.asked += 1;
    const { kills } = keychain;
    if (process.isKilled) throw new ProcessKilled();
    if (kills === "before") return die();
    const made = make();
    return kills === "after" ? die() : made;
  };
  return keychain;
}
