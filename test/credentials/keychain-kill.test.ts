import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ended } from "../cli/command.ts";
import { randomNumbers } from "../faults/random-numbers.ts";
import { missing, orWhyNot, Session } from "../keychain/session.ts";
import { keychainOf, setUp } from "../keychain/set-up.ts";

const kills = Number(process.env.MODELFORGE_TEST_KILLS ?? 40);
const seed = Number(process.env.MODELFORGE_TEST_SEED ?? 20261128);

describe.skipIf(missing !== undefined)(`a change of the keychain${orWhyNot}`, () => {
  let session: Session;

  beforeAll(async () => {
    session = await Session.start("unlocked");
  });

  afterAll(async () => {
    delete process.env.DBUS_SESSION_BUS_ADDRESS;
    await session.stop();
  });

  const login = (account: string, at: number): string[] => [
    "auth",
    "login",
    "openai",
    "--account",
    account,
    "--api-key",
    `sk-planted-0000-${at}`,
  ];

  it(`that is killed at any of ${kills} random moments (seed ${seed}) leaves the old or the new key`, async () => {
    const random = randomNumbers(seed);
    const { command, index, names, token } = setUp(session);
    const keychain = keychainOf(session);
    const started = Date.now();
    expect((await command.ask(login("default", 0))).code).toBe(0);
    const usualMs = Date.now() - started;
    let before = "sk-planted-0000-0";
    for (let at = 1; at <= kills; at += 1) {
      const child = command.start(login("default", at));
      const timer = setTimeout(() => child.kill("SIGKILL"), random() * usualMs * 1.3);
      await ended(child);
      clearTimeout(timer);
      const now = token("openai").trim();
      expect([before, `sk-planted-0000-${at}`]).toContain(now);
      before = now;
    }
    expect((await command.ask(login("default", kills + 1))).code).toBe(0);
    // a program that had been asked already may have had its answer ready a moment later
    await command.ask(login("default", kills + 2));
    expect([...keychain.all().keys()]).toEqual(names());
    expect(index()).not.toMatch(/keychainLeft|planted/);
    command.run(["auth", "logout", "openai"]);
  }, 120_000);

  it("is one of many at once: all are there, nothing mixed", async () => {
    const { command, names, token } = setUp(session);
    const accounts = Array.from({ length: 12 }, (_, at) => `a${at}`);
    const runs = accounts.map((account, at) => command.ask(login(account, at)));
    for (const { code, stderr } of await Promise.all(runs))
      expect([code, stderr]).toEqual([0, expect.any(String)]);
    expect(names()).toHaveLength(accounts.length);
    for (const [at, account] of accounts.entries()) {
      expect(token("openai", "--account", account)).toBe(`sk-planted-0000-${at}\n`);
    }
    command.run(["auth", "logout", "openai"]);
    expect([...keychainOf(session).all()]).toEqual([]);
  }, 120_000);
});
