import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { realKeychain } from "../../src/system/real/keychain.ts";
import { createFakeSystem } from "../../src/testing/fake-system.ts";
import { rejectionOf } from "../../src/testing/failures.ts";
import { missing, orWhyNot, Session } from "../keychain/session.ts";
import { contractOf } from "./keychain.ts";

contractOf("a keychain made up", () => createFakeSystem({ keychain: "open" }).keychain);

describe.skipIf(missing !== undefined)(`in a session of its own${orWhyNot}`, () => {
  const before = { ...process.env };
  let session: Session;

  beforeAll(async () => {
    session = await Session.start("unlocked");
    Object.assign(process.env, session.environment);
  });

  afterAll(async () => {
    await session.stop();
    delete process.env.DBUS_SESSION_BUS_ADDRESS;
    Object.assign(process.env, before);
  });

  contractOf("the keychain of this machine", () => realKeychain);
});

const reasonOf = async (asked: Promise<unknown>): Promise<unknown[]> => {
  const { code, exitCode, details } = await rejectionOf(asked);
  return [code, exitCode, details.reason];
};

describe("a keychain made up", () => {
  it("fails as a real one does where it is locked, silent or not there", async () => {
    for (const [state, reason] of [
      ["locked", "locked"],
      ["silent", "silent"],
      ["none", "none"],
    ] as const) {
      const { keychain } = createFakeSystem({ keychain: state });
      const expected = ["credential.keychain-unusable", 4, reason];
      expect(await reasonOf(keychain.get("modelforge", "a"))).toEqual(expected);
      expect(await reasonOf(keychain.set("modelforge", "a", "b"))).toEqual(expected);
      expect(await reasonOf(keychain.remove("modelforge", "a"))).toEqual(expected);
    }
    const absence = async (keychain: "locked" | "none") =>
      createFakeSystem({ keychain }).keychain.absence();
    expect([await absence("locked"), await absence("none")]).toEqual([
      undefined,
      "this machine is made up",
    ]);
  });
});
