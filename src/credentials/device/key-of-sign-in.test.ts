import { describe, expect, it } from "vitest";
import { createFakeSystem, type FakeAnswer, type FakeSystem } from "../../testing/fake-system.ts";
import { rejectionOf } from "../../testing/failures.ts";
import { openCredential } from "../open-credential.ts";
import { Secret } from "../secret.ts";
import { changeStore } from "../store/change-store.ts";
import {
  accountsIn,
  type SignedIn,
  type StoredAccount,
  withAccount,
  withoutAccount,
} from "../store/document.ts";
import { newKeychainName } from "../store/in-keychain.ts";
import { readStore } from "../store/read-store.ts";
import { newLock, sealed } from "../store/sealed.ts";
import { keptText, type ShortKey } from "./kept-tokens.ts";

const file = "/home/you/.local/share/model-forge/credentials/store.json";
const asks = "https://api.github.com/copilot_internal/v2/token";
const token = "gho_planted0123456789";
const passphrase = "open sesame";
const provider = "github-copilot";

type Place = "file" | "keychain" | "sealed";

/** A machine on which somebody has signed in. */
async function signedIn(
  place: Place = "file",
  short?: ShortKey,
  more: Partial<SignedIn> = {},
): Promise<FakeSystem> {
  const machine = createFakeSystem({ keychain: "open" });
  const secret = keptText({ token, short });
  const index = {
    provider,
    account: "default",
    active: true,
    lastFour: "6789",
    addedAt: null,
    signedIn: { host: "https://github.com", expiresAt: null, endsAt: null, ...more },
  };
  await changeStore(machine, async (document, { added }) => {
    const other = { ...index, account: "other", active: false, kept: { secret } };
    let account: StoredAccount = { ...index, kept: { secret } };
    let before = document;
    if (place === "keychain") {
      const name = newKeychainName(machine.codec, index);
      added.set(name, new Secret(secret));
      account = { ...index, kept: { keychain: name } };
    }
    if (place === "sealed") {
      const { lock, key } = await newLock(machine, passphrase);
      before = { ...document, passphrase: lock };
      account = sealed(key, account, secret);
    }
    return withAccount(withAccount(before, account), other);
  });
  return machine;
}

/** The n-th key, good for 25 minutes, which GitHub says to renew after 20. */
function serveKeys(machine: FakeSystem): void {
  let given = 0;
  machine.http.serve(asks, ({ headers }) => {
    if (headers.authorization !== `Bearer ${token}`) return { status: 401 };
    given += 1;
    const end = machine.clock.now() / 1000 + 1500;
    return { json: { token: `key-planted-${given}`, expires_at: end, refresh_in: 1200 } };
  });
}

async function keyOf(machine: FakeSystem): Promise<string> {
  const store = await readStore(machine);
  const ask = async () => passphrase;
  const { secret } = await openCredential(machine, store, provider, { account: "default", ask });
  return secret.reveal();
}

describe("the key of whoever has signed in", () => {
  it.each<Place>(["file", "keychain", "sealed"])(
    "is got once, kept in the same place, and got anew before it is over: %s",
    async (place) => {
      const machine = await signedIn(place);
      serveKeys(machine);
      expect([await keyOf(machine), await keyOf(machine)]).toEqual([
        "key-planted-1",
        "key-planted-1",
      ]);
      machine.clock.set(machine.clock.now() + 1_199_000);
      expect(await keyOf(machine)).toBe("key-planted-1");
      machine.clock.set(machine.clock.now() + 2_000);
      expect(await keyOf(machine)).toBe("key-planted-2");
      expect(machine.http.requests).toHaveLength(2);
      const { document } = await readStore(machine);
      const [account, other] = accountsIn(document);
      expect(account).toMatchObject({ account: "default", lastFour: "6789", active: false });
      expect(account?.signedIn?.expiresAt).toBe("2026-01-01T00:45:01.000Z");
      expect([other?.account, other?.active]).toEqual(["other", true]);
      expect(machine.keychain.items.secrets.size).toBe(place === "keychain" ? 1 : 0);
      const isOpen = machine.files.text(file)?.includes("key-planted-2") === true;
      expect(isOpen).toBe(place === "file");
    },
  );

  it("is got once by many that want it at the same time", async () => {
    const machine = await signedIn();
    serveKeys(machine);
    const keys = await Promise.all([1, 2, 3, 4].map(() => keyOf(machine)));
    expect(new Set(keys)).toEqual(new Set(["key-planted-1"]));
    expect(machine.http.requests).toHaveLength(1);
  });

  it.each<[string, FakeAnswer, string, number]>([
    ["withdrawn", { status: 401 }, "credential.refused", 4],
    ["without Copilot", { status: 403 }, "credential.refused", 4],
    ["of an application that may not", { status: 404 }, "credential.refused", 4],
    ["answered with a page", { body: "<html>planted" }, "network.garbled", 5],
    ["answered without a key", { json: { expires_at: 9e9 } }, "network.garbled", 5],
    ["answered without an end", { json: { token: "planted" } }, "network.garbled", 5],
    [
      "answered with what no header carries",
      { json: { token: "a\nplanted", expires_at: 9e9 } },
      "network.garbled",
      5,
    ],
    [
      "sent elsewhere",
      { status: 302, headers: { location: "https://evil.example/" } },
      "network.redirected",
      5,
    ],
    ["not answered", { fails: "ECONNREFUSED" }, "network.unreachable", 5],
    ["answered too often", { status: 429 }, "network.rate-limited", 5],
  ])("is none where the sign-in is %s, and what is kept stays", async (_, answer, code, exit) => {
    const machine = await signedIn();
    machine.http.serve(asks, answer);
    machine.http.serve(/evil\.example/, { json: { token: "planted", expires_at: 9e9 } });
    const before = machine.files.text(file);
    const failed = await rejectionOf(keyOf(machine));
    expect([failed.code, failed.exitCode]).toEqual([code, exit]);
    expect(JSON.stringify([failed.message, failed.hint, failed.details])).not.toContain("planted");
    expect(machine.files.text(file)).toBe(before);
    expect(machine.http.requests).toHaveLength(1);
  });

  it("is not asked for once the sign-in is over", async () => {
    const machine = await signedIn("file", undefined, { endsAt: "2025-12-31T00:00:00.000Z" });
    serveKeys(machine);
    const { code, exitCode, hint } = await rejectionOf(keyOf(machine));
    expect([code, exitCode]).toEqual(["credential.expired", 4]);
    expect(hint).toContain("modelforge auth login github-copilot");
    expect(machine.http.requests).toEqual([]);
  });

  it.each<[string, (machine: FakeSystem) => void]>([
    ["the file is read-only", ({ files }) => files.makeReadOnly(file)],
    ["no lock can be made", ({ files }) => files.protect(file.replace("/store.json", ""))],
    ["the disk is full", ({ files }) => files.fillUp(10)],
  ])("is good although it cannot be kept: %s", async (_, harm) => {
    const machine = await signedIn();
    serveKeys(machine);
    harm(machine);
    expect(await keyOf(machine)).toBe("key-planted-1");
    expect(machine.http.requests).toHaveLength(1);
  });

  it("is not brought back where somebody logged out meanwhile", async () => {
    const machine = await signedIn();
    serveKeys(machine);
    const store = await readStore(machine);
    await changeStore(machine, (document) =>
      withoutAccount(document, { provider, account: "default" }),
    );
    const opening = openCredential(machine, store, provider, {
      account: "default",
      ask: async () => undefined,
    });
    expect((await rejectionOf(opening)).code).toBe("credential.missing");
    expect(machine.http.requests).toEqual([]);
  });

  it("is asked for at the sign-in's own host, and goes to none but that host's", async () => {
    const machine = await signedIn("file", undefined, { host: "https://octo.ghe.com" });
    machine.http.serve("https://api.octo.ghe.com/copilot_internal/v2/token", {
      json: { token: "key-planted-1", expires_at: 9e9 },
    });
    expect(await keyOf(machine)).toBe("key-planted-1");
    const { requests } = machine.http;
    expect(requests.map(({ url }) => new URL(url).host)).toEqual(["api.octo.ghe.com"]);
  });

  it("does not leave for a host of plain http that somebody wrote into the store", async () => {
    const machine = await signedIn("file", undefined, { host: "http://10.0.0.5" });
    machine.http.serve(/./, { json: { token: "key-planted-1", expires_at: 9e9 } });
    const { code } = await rejectionOf(keyOf(machine));
    expect([code, machine.http.requests]).toEqual(["credential.host-untrusted", []]);
  });
});
