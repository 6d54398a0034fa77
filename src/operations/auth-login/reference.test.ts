import { describe, expect, it } from "vitest";
import { openCredential } from "../../credentials/open-credential.ts";
import { accountsIn } from "../../credentials/store/document.ts";
import { readStore } from "../../credentials/store/read-store.ts";
import { storedThatCount } from "../where-they-may-go.ts";
import { createFakeSystem, type FakeSystem } from "../../testing/fake-system.ts";
import { rejectionOf } from "../../testing/failures.ts";
import { authStatus } from "../auth-status/auth-status.ts";
import type { OperationContext } from "../operation.ts";
import { authLogin } from "./auth-login.ts";

const planted = "sk-planted-0123456789";

const start = (variables: Record<string, string> = {}): FakeSystem => {
  const machine = createFakeSystem({ variables: { PATH: "/usr/bin", ...variables } });
  for (const file of ["/usr/bin/op", "/usr/bin/secret-tool"]) machine.files.put(file, "#!/bin/sh");
  return machine;
};

const contextOf = (machine: FakeSystem): OperationContext =>
  ({ machine }) as unknown as OperationContext;

const login = (machine: FakeSystem, reference: string, more: object = {}) =>
  authLogin(contextOf(machine), { provider: "openai", reference, ...more }, {});

const status = async (machine: FakeSystem) =>
  (await authStatus(contextOf(machine), { providers: ["openai"] }, {})).result;

const open = async (machine: FakeSystem) => {
  const store = await readStore(machine);
  const { secret } = await openCredential(machine, store, "openai", {
    ask: async () => undefined,
  });
  return secret.reveal();
};

const kept = async (machine: FakeSystem) =>
  accountsIn((await readStore(machine)).document).map((one) => one.kept);

describe("a reference that is kept", () => {
  it("to an item is a command with its program's whole path, and no key is in the store", async () => {
    const machine = start();
    machine.process.printing.set("/usr/bin/op", `${planted}\n`);
    const { result } = await login(machine, "op://vault/openai/key");
    expect(result).toMatchObject({ store: "command", lastFour: null, host: "api.openai.com" });
    expect(await kept(machine)).toEqual([
      { command: ["/usr/bin/op", "read", "op://vault/openai/key"] },
    ]);
    const file = "/home/you/.local/share/model-forge/credentials/store.json";
    expect(machine.files.text(file)).not.toContain("planted");
    machine.process.printing.set("/usr/bin/op", `${planted}-tomorrow\n`);
    expect(await open(machine)).toBe(`${planted}-tomorrow`);
    expect(await status(machine)).toMatchObject([{ source: "command", found: true, missing: [] }]);
  });

  it("to the keychain is what answers of the words that programs have for an account", async () => {
    const machine = start();
    const { read } = machine.process;
    machine.process.printing.set("/usr/bin/secret-tool", `${planted}\n`);
    machine.process.read = (command, how) =>
      command.includes("username")
        ? Promise.resolve({ code: 1, text: "", errors: "", isTooLong: false })
        : read(command, how);
    await login(machine, "keychain:service/me");
    expect(await kept(machine)).toEqual([
      { command: ["/usr/bin/secret-tool", "lookup", "service", "service", "account", "me"] },
    ]);
    expect(await open(machine)).toBe(planted);
  });

  it("to a variable is looked up there each time, and is missing where that is not set", async () => {
    const machine = start({ MY_KEY: planted });
    const { result } = await login(machine, "env:MY_KEY", { account: "work" });
    expect(result).toMatchObject({ store: "env", lastFour: null });
    expect(await kept(machine)).toEqual([{ env: "MY_KEY" }]);
    expect(await open(machine)).toBe(planted);
    const row = { source: "env:MY_KEY", account: "work", lastFour: "6789", missing: [] };
    expect(await status(machine)).toMatchObject([row]);
    expect(await storedThatCount(machine)).toEqual(["openai"]);
    const { get } = machine.environment;
    const blank = (name: string) => (name === "MY_KEY" ? " " : get(name));
    const without = { ...machine, environment: { ...machine.environment, get: blank } };
    expect(await status(without)).toMatchObject([{ lastFour: null, missing: ["MY_KEY"] }]);
    expect(await storedThatCount(without)).toEqual([]);
    const { code, message } = await rejectionOf(open(without));
    expect([code, message]).toEqual([
      "credential.missing",
      "the key of openai is to be in MY_KEY, which is not set",
    ]);
  });

  it("is none that gives no key: what is wrong is said, and nothing is kept", async () => {
    const machine = start({ BAD: "two words" });
    const why = async (reference: string, more?: object) => {
      const { code, message } = await rejectionOf(login(machine, reference, more));
      return `${code}: ${message}`;
    };
    machine.process.printing.set("/usr/bin/op", { code: 1, errors: "[ERROR] not signed in\n" });
    expect(await why("op://v/i/f")).toBe(
      "credential.missing: the key command of openai, /usr/bin/op, ended with 1: [ERROR] not signed in",
    );
    machine.process.printing.set("/usr/bin/op", null);
    expect(await why("op://v/i/f")).toContain("was not done within 10 s");
    machine.files.removeFile("/usr/bin/op");
    expect(await why("op://v/i/f")).toBe(
      "credential.missing: op is not run for a key: there is no such program in PATH",
    );
    expect(await why("env:NOT_SET")).toContain("which is not set");
    expect(await why("env:BAD")).toBe(
      "credential.missing: what BAD says has blanks or lines in it",
    );
    expect(await why("env:BAD", { store: "file" })).toContain("goes into no keychain");
    expect(await why("env:BAD", { apiKey: planted })).toContain("usage.missing-argument");
    expect(await why(`op://v/i/sk-ant-api03-${"a1B2".repeat(12)}`)).toContain("looks like a key");
    expect(await kept(machine)).toEqual([]);
  });

  it("to another provider's variable is asked about", async () => {
    const machine = start({ GROQ_API_KEY: planted });
    const { code, message } = await rejectionOf(login(machine, "env:GROQ_API_KEY"));
    expect([code, message]).toEqual([
      "usage.confirmation-needed",
      "that is the variable of groq, not one of openai",
    ]);
    await login(machine, "env:GROQ_API_KEY", { yes: true });
    expect(await open(machine)).toBe(planted);
  });

  it("is not followed to what has become another provider's key, unless that was said to be meant", async () => {
    const another = `gsk_${"a1B2".repeat(10)}`;
    const machine = start({ MY_KEY: planted });
    const { get } = machine.environment;
    const changed = (name: string) => (name === "MY_KEY" ? another : get(name));
    const later = { ...machine, environment: { ...machine.environment, get: changed } };
    await login(machine, "env:MY_KEY");
    const { code, exitCode, message, hint } = await rejectionOf(open(later));
    expect([code, exitCode, message]).toEqual([
      "credential.missing",
      4,
      "what MY_KEY says begins as a key of groq does, and is not used as one of openai",
    ]);
    expect(hint).toContain("--yes");
    expect(await open(machine)).toBe(planted);
    machine.process.printing.set("/usr/bin/op", planted);
    await login(machine, "op://vault/openai/key");
    machine.process.printing.set("/usr/bin/op", another);
    expect((await rejectionOf(open(machine))).message).toBe(
      "what /usr/bin/op printed begins as a key of groq does, and is not used as one of openai",
    );
    await login(machine, "op://vault/openai/key", { yes: true });
    expect(await open(machine)).toBe(another);
    expect(await kept(machine)).toEqual([
      { command: ["/usr/bin/op", "read", "op://vault/openai/key"] },
    ]);
  });
});
