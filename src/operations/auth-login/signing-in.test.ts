import { describe, expect, it } from "vitest";
import { accountsIn } from "../../credentials/store/document.ts";
import { readStore } from "../../credentials/store/read-store.ts";
import { createFakeSystem, type FakeSystem } from "../../testing/fake-system.ts";
import { rejectionOf } from "../../testing/failures.ts";
import type { OperationContext } from "../operation.ts";
import { authLogin } from "./auth-login.ts";

const store = "/home/you/.local/share/model-forge/credentials/store.json";
const clientId = "Ov23liAbCdEfGhIjKlMn";

const start = (options: Parameters<typeof createFakeSystem>[0] = {}): FakeSystem => {
  const machine = createFakeSystem(options);
  machine.http.serve("https://github.com/login/device/code", {
    json: {
      device_code: "planted-device-code-0123456789",
      user_code: "ABCD-1234",
      verification_uri: "https://github.com/login/device",
      expires_in: 900,
    },
  });
  machine.http.serve("https://github.com/login/oauth/access_token", {
    json: { access_token: "gho_planted0123456789", token_type: "bearer" },
  });
  machine.http.serve("https://api.github.com/copilot_internal/v2/token", {
    json: { token: "planted-short-key", expires_at: 4_000_000_000, refresh_in: 1_500 },
  });
  return machine;
};

const contextOf = (machine: FakeSystem): OperationContext =>
  ({ machine, access: { settings: { offline: false } } }) as unknown as OperationContext;

const signIn = (machine: FakeSystem, more: object = {}) =>
  authLogin(
    contextOf(machine),
    { provider: "github-copilot", clientId, ...more },
    { onCode: async () => undefined },
  );

/** Nobody was asked for a code for it. */
const refusal = async (machine: FakeSystem, more?: object) => {
  const error = await rejectionOf(signIn(machine, more));
  expect(machine.http.requests).toEqual([]);
  return error;
};

describe("signing in", () => {
  it("keeps what it got, and leaves nothing else behind", async () => {
    const machine = start();
    const { result } = await signIn(machine);
    expect(result).toMatchObject({ provider: "github-copilot", lastFour: "6789" });
    expect(accountsIn((await readStore(machine)).document)).toHaveLength(1);
    expect(machine.files.list(store.replace("/store.json", ""))).toEqual(["store.json"]);
  });

  it("begins only where the passphrase opens what is kept", async () => {
    const machine = start();
    const openai = { provider: "openai", apiKey: "sk-planted-0123456789", passphrase: "right" };
    await authLogin(contextOf(machine), openai, {});
    expect((await refusal(machine, { passphrase: "wrong" })).code).toBe("credential.locked");
    expect((await refusal(machine)).code).toBe("credential.locked");
    expect((await signIn(machine, { passphrase: "right" })).result.encrypted).toBe(true);
  });

  it("begins only where the store can be written", async () => {
    const machine = start();
    await authLogin(contextOf(machine), { provider: "openai", apiKey: "sk-planted-01234567" }, {});
    for (const code of ["EROFS", "ENOSPC", "EACCES"]) {
      const fault = machine.files.arm({ operation: "write", path: /store\.json/, code });
      expect([code, (await refusal(machine)).code]).toEqual([code, "file.unwritable"]);
      fault.disarm();
    }
    machine.files.giveTo(store, "another");
    expect((await refusal(machine)).code).toBe("credential.store-unusable");
    machine.files.giveTo(store, "self");
    await signIn(machine);
  });

  it.each(["locked", "silent"] as const)(
    "does not begin with a keychain that is %s",
    async (state) => {
      const machine = start({ keychain: state });
      const { code, hint } = await refusal(machine);
      expect([code, hint]).toEqual([
        "credential.keychain-unusable",
        expect.stringContaining("--store file"),
      ]);
    },
  );

  it.each([
    ["a token", `ghp_${"a1B2".repeat(9)}`],
    ["a token with the name before it", `token-gho_${"a1B2".repeat(9)}`],
    ["another service's key", `sk-ant-api03-${"a1B2".repeat(12)}`],
    ["a client secret", "0123456789abcdef0123456789abcdef01234567"],
    ["a client secret in capitals", "0123456789ABCDEF0123456789ABCDEF01234567"],
    ["a key of the environment", "planted.of.mine.0123"],
  ])("sends %s to nobody as a client id, and repeats it nowhere", async (_, given) => {
    const machine = start({ variables: { OPENAI_API_KEY: "planted.of.mine.0123" } });
    const { code, message, hint, details } = await refusal(machine, { clientId: given });
    expect(code).toBe("usage.bad-value");
    expect(JSON.stringify([message, hint, details])).not.toContain(given);
  });

  it.each([clientId, "Iv1.0123456789abcdef", "0123456789abcdef0123", "Iv23liAbCdEfGhIjKlMn"])(
    "takes %s as a client id",
    async (given) => {
      expect((await signIn(start(), { clientId: given })).result.provider).toBe("github-copilot");
    },
  );
});
