import { describe, expect, it } from "vitest";
import { randomNumbers } from "../../../test/faults/random-numbers.ts";
import { createFakeSystem, type FakeSystem } from "../../testing/fake-system.ts";
import { rejectionOf } from "../../testing/failures.ts";
import { changeStore } from "./change-store.ts";
import {
  accountsIn,
  activated,
  type StoredAccount,
  trustedIn,
  withAccount,
  withoutAccount,
  withoutTrusted,
  withTrusted,
} from "./document.ts";
import { readStore } from "./read-store.ts";
import { newLock, sealed, sealedAll, secretOf } from "./sealed.ts";

const directory = "/home/you/.local/share/model-forge/credentials";
const file = `${directory}/store.json`;

const account = (
  provider: string,
  name = "default",
  secret = "sk-planted-0001",
): StoredAccount => ({
  provider,
  account: name,
  active: true,
  lastFour: secret.slice(-4),
  addedAt: "2026-11-27T00:00:00Z",
  kept: { secret },
});

const add = (machine: FakeSystem, ...how: Parameters<typeof account>) =>
  changeStore(machine, (document) => withAccount(document, account(...how)));

const shown = async (machine: FakeSystem) => {
  const { document } = await readStore(machine);
  return accountsIn(document).map(
    (one) => `${one.provider}/${one.account}${one.active ? "*" : ""}`,
  );
};

const text = (machine: FakeSystem): string => machine.files.text(file) ?? "";

describe("the store of credentials", () => {
  it("is made for the user alone, with nothing beside it", async () => {
    const machine = createFakeSystem();
    expect(await shown(machine)).toEqual([]);
    await add(machine, "openai");
    expect(machine.files.paths(directory)).toEqual([file]);
    expect(await shown(machine)).toEqual(["openai/default*"]);
  });

  it("has several accounts of a provider, the one added last active, or the one that is marked", async () => {
    const machine = createFakeSystem();
    await add(machine, "openai", "home");
    await add(machine, "openai", "work");
    await add(machine, "groq");
    expect(await shown(machine)).toEqual(["openai/home", "openai/work*", "groq/default*"]);
    await changeStore(machine, (document) =>
      activated(document, { provider: "openai", account: "home" }),
    );
    expect(await shown(machine)).toEqual(["openai/home*", "openai/work", "groq/default*"]);
    await changeStore(machine, (document) =>
      withoutAccount(document, { provider: "openai", account: "home" }),
    );
    expect(await shown(machine)).toEqual(["openai/work*", "groq/default*"]);
  });

  it("puts a new credential in the place of one of the same name", async () => {
    const machine = createFakeSystem();
    await add(machine, "openai", "default", "sk-planted-0001");
    await add(machine, "openai", "default", "sk-planted-0002");
    expect(text(machine)).not.toContain("0001");
    expect(await shown(machine)).toEqual(["openai/default*"]);
  });

  it("keeps trusted origins beside them, once each", async () => {
    const machine = createFakeSystem();
    const one = { provider: "vllm", origin: "http://10.0.0.5:8000", addedAt: "x" };
    await changeStore(machine, (document) => withTrusted(withTrusted(document, one), one));
    const { document } = await readStore(machine);
    expect(trustedIn(document)).toEqual([{ provider: "vllm", origin: "http://10.0.0.5:8000" }]);
    expect(trustedIn(withoutTrusted(document, one))).toEqual([]);
  });

  it("keeps entries and fields that this version does not understand", async () => {
    const machine = createFakeSystem();
    const newer = { version: 2, provider: "openai", account: "default", passkey: { a: 1 } };
    const odd = [newer, "text", null, { provider: 7 }, { provider: "x", account: "y" }];
    machine.files.put(
      file,
      JSON.stringify({ format: 1, later: [1], accounts: odd, trusted: [{ origin: 1 }] }),
    );
    await add(machine, "openai");
    const kept = JSON.parse(text(machine)) as Record<string, unknown[]>;
    expect(kept.later).toEqual([1]);
    expect(kept.accounts?.slice(0, odd.length)).toEqual(odd);
    expect(kept.trusted).toEqual([{ origin: 1 }]);
    expect(await shown(machine)).toEqual(["openai/default*"]);
    const { warnings } = await readStore(machine);
    expect(warnings.map(({ message }) => message)).toEqual([
      `6 entries of ${file} not understood, and left there`,
    ]);
  });

  it("is read as far as it is understood where a newer version wrote it, and not changed", async () => {
    const machine = createFakeSystem();
    const { kept: _, ...index } = account("openai");
    const newer = JSON.stringify({ format: 2, accounts: [{ ...index, secret: "sk-x" }] });
    machine.files.put(file, newer);
    expect(await shown(machine)).toEqual(["openai/default*"]);
    const refused = await rejectionOf(add(machine, "groq"));
    expect([refused.code, refused.exitCode]).toEqual(["credential.store-unusable", 7]);
    expect(text(machine)).toBe(newer);
  });

  it.each([
    ["no JSON", '{"accounts": [\n  {"secret": "sk-planted-9999"\n', "line 3 is no JSON"],
    ["cut short", '{"accounts": [{"secret": "sk-plan', "line 1 is no JSON"],
    ["a list", "[]", "line 1 holds something else"],
    ["nothing", "", "line 1 is no JSON"],
    ["another shape", '{"accounts": {"openai": "sk-planted-9999"}}', "line 1 holds something else"],
  ])("sets aside what is no store, under a new name (%s)", async (_, broken, why) => {
    const machine = createFakeSystem();
    machine.files.put(file, broken);
    const { problem, document } = await readStore(machine);
    expect([problem?.kind, accountsIn(document)]).toEqual(["broken", []]);
    expect(problem?.message).toBe(`${file} is no store of credentials: ${why}`);
    // looking changes nothing
    expect(text(machine)).toBe(broken);
    const [first] = await add(machine, "openai");
    machine.files.put(file, broken);
    const [second] = await add(machine, "openai");
    const asides = machine.files.paths(directory).filter((path) => path.includes(".broken-"));
    expect(asides.map((path) => machine.files.text(path))).toEqual([broken, broken]);
    expect(
      [first?.message, second?.message].every((one) => asides.some((path) => one?.endsWith(path))),
    ).toBe(true);
    expect(await shown(machine)).toEqual(["openai/default*"]);
  });

  it.each(["another", "open"] as const)(
    "does not count and is not changed where others could write it (%s)",
    async (how) => {
      const setUp = async () => {
        const machine = createFakeSystem();
        await add(machine, "openai");
        return machine;
      };
      for (const path of [file, directory]) {
        const machine = await setUp();
        const before = text(machine);
        machine.files.giveTo(path, how === "open" ? "self" : how, how === "open");
        expect(await shown(machine)).toEqual([]);
        const refused = await rejectionOf(add(machine, "groq"));
        expect([refused.code, refused.message]).toEqual([
          "credential.store-unusable",
          `no credential is changed: ${path} does not count: ${how === "open" ? "other users may write it" : "it is another user's"}`,
        ]);
        expect(text(machine)).toBe(before);
      }
    },
  );

  it("does not count and is not changed where it is a link, or its directory is", async () => {
    const linked = createFakeSystem();
    linked.files.put("/elsewhere.json", '{"format": 1, "accounts": []}');
    linked.files.link(file, "/elsewhere.json");
    expect((await rejectionOf(add(linked, "groq"))).code).toBe("credential.store-unusable");
    expect(linked.files.text("/elsewhere.json")).toBe('{"format": 1, "accounts": []}');
    const above = createFakeSystem();
    above.files.makeDirectory("/elsewhere");
    above.files.link(directory, "/elsewhere");
    expect((await rejectionOf(add(above, "groq"))).code).toBe("credential.store-unusable");
    expect(above.files.paths("/elsewhere")).toEqual([]);
  });

  it("loses nothing where many change it at once", async () => {
    const machine = createFakeSystem();
    const names = Array.from({ length: 20 }, (_, at) => `p${at}`);
    const changes = names.map((name) => add(machine.startAnother(), name));
    while ((await shown(machine)).length < names.length) {
      await machine.clock.advance(50);
      await Promise.race([Promise.all(changes), new Promise((resolve) => setImmediate(resolve))]);
    }
    await Promise.all(changes);
    expect((await shown(machine)).toSorted()).toEqual(
      names.map((one) => `${one}/default*`).toSorted(),
    );
  });

  it("is read without a crash however its bytes are changed, and what it says of it holds no secret", async () => {
    const random = randomNumbers(20261128);
    const machine = createFakeSystem();
    await add(machine, "openai", "default", "sk-planted-0001");
    await add(machine, "groq", "work", "gsk-planted-0002");
    const whole = new TextEncoder().encode(text(machine));
    for (let round = 0; round < 2_000; round += 1) {
      const bytes = whole.slice(
        0,
        random() < 0.2 ? Math.floor(random() * whole.length) : undefined,
      );
      for (let changes = 0; changes < 3; changes += 1) {
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      }
      machine.files.put(file, bytes);
      const { warnings, problem, document } = await readStore(machine);
      accountsIn(document);
      trustedIn(document);
      expect(JSON.stringify([warnings, problem])).not.toMatch(/planted/);
      if (problem !== undefined) expect(problem.message).toMatch(/line \d+ |not UTF-8|newer/);
    }
  });
});

describe("credentials under a passphrase", () => {
  const ask = (passphrase?: string) => async () => passphrase;
  const findIn = async (machine: FakeSystem, provider: string) => {
    const { document } = await readStore(machine);
    const found = accountsIn(document).find((one) => one.provider === provider);
    if (found === undefined) throw new Error(`no ${provider}`);
    return { document, found };
  };
  const setUp = async () => {
    const machine = createFakeSystem();
    await add(machine, "openai");
    const { lock, key } = await newLock(machine, "open sesame");
    await changeStore(machine, (document) =>
      withAccount(
        sealedAll(document, { lock, key }),
        sealed(key, account("groq"), "gsk-planted-2"),
      ),
    );
    return machine;
  };

  it("cannot be read in the file, and can be with it", async () => {
    const machine = await setUp();
    expect(text(machine)).not.toMatch(/planted/);
    for (const [provider, value] of [
      ["openai", "sk-planted-0001"],
      ["groq", "gsk-planted-2"],
    ] as const) {
      const { document, found } = await findIn(machine, provider);
      const secret = await secretOf(machine, document, found, ask("open sesame"));
      expect(secret.reveal()).toBe(value);
    }
    // what there is, nobody has to unlock
    expect(await shown(machine)).toEqual(["openai/default*", "groq/default*"]);
  });

  it("stay shut for another passphrase, and for none", async () => {
    const machine = await setUp();
    const { document, found } = await findIn(machine, "openai");
    for (const passphrase of ["open sesam", "", undefined]) {
      const refused = await rejectionOf(secretOf(machine, document, found, ask(passphrase)));
      expect([refused.code, refused.exitCode]).toEqual(["credential.locked", 4]);
    }
  });

  it("open as those of their own account only", async () => {
    const machine = await setUp();
    const { document } = await findIn(machine, "openai");
    const [openai, groq] = accountsIn(document);
    if (openai === undefined || groq === undefined) throw new Error("two accounts");
    const swapped = { ...openai, kept: groq.kept };
    const refused = await rejectionOf(secretOf(machine, document, swapped, ask("open sesame")));
    expect(refused.message).toContain("that of openai is damaged");
  });

  it("are removed without it, and with the last one goes what it is known by", async () => {
    const machine = await setUp();
    for (const provider of ["openai", "groq"]) {
      await changeStore(machine, (document) =>
        withoutAccount(document, { provider, account: "default" }),
      );
    }
    expect(JSON.parse(text(machine))).toEqual({ format: 1, accounts: [], trusted: [] });
  });
});
