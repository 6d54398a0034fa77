import { describe, expect, it } from "vitest";
import { createFakeSystem, type FakeSystem } from "../../testing/fake-system.ts";
import { ProcessKilled } from "../../testing/fake/file-faults.ts";
import { rejectionOf } from "../../testing/failures.ts";
import { Secret } from "../secret.ts";
import { openCredential } from "../open-credential.ts";
import { changeStore } from "./change-store.ts";
import { chooseStore } from "./choose-store.ts";
import { accountsIn, inKeychain, leftIn, withAccount, withoutAccount } from "./document.ts";
import { newKeychainName } from "./in-keychain.ts";
import { readStore } from "./read-store.ts";
import { secretOf } from "./sealed.ts";

const file = "/home/you/.local/share/model-forge/credentials/store.json";
const openai = { provider: "openai", account: "default" };
const index = { ...openai, active: true, addedAt: null };

/** Keeps a key of openai in one of the places. */
const keep = (machine: FakeSystem, key: string, place: "keychain" | "file" = "keychain") =>
  changeStore(machine, (document, { added }) => {
    const lastFour = key.slice(-4);
    if (place === "file")
      return withAccount(document, { ...index, lastFour, kept: { secret: key } });
    const name = newKeychainName(machine.codec, openai);
    added.set(name, new Secret(key));
    return withAccount(document, { ...index, lastFour, kept: { keychain: name } });
  });

const remove = (machine: FakeSystem) =>
  changeStore(machine, (document) => withoutAccount(document, openai));

/** The key that counts, or why there is none. */
async function found(machine: FakeSystem): Promise<string | undefined> {
  const { document } = await readStore(machine);
  const [account] = accountsIn(document);
  if (account === undefined) return undefined;
  return (await secretOf(machine, document, account, async () => undefined)).reveal();
}

/** Names in the keychain that nothing in the store speaks of: there are never any. */
async function orphans(machine: FakeSystem): Promise<string[]> {
  const { document } = await readStore(machine);
  const spoken = accountsIn(document).flatMap(({ kept }) =>
    "keychain" in kept ? [kept.keychain] : [],
  );
  const known = new Set([...spoken, ...leftIn(document)]);
  const names = [...machine.keychain.items.secrets.keys()].map((one) => one.split(" ")[1] ?? "");
  return names.filter((name) => !known.has(name));
}

describe("a key in the keychain", () => {
  it("is in no file, and is found by the name that the store has for it", async () => {
    const machine = createFakeSystem({ keychain: "open" });
    await keep(machine, "sk-planted-0001");
    expect(machine.files.text(file)).not.toContain("planted");
    expect([...machine.keychain.items.secrets.keys()]).toEqual([
      expect.stringMatching(/^modelforge openai\/default\/[0-9a-f]{8}$/),
    ]);
    expect(await found(machine)).toBe("sk-planted-0001");
  });

  it("leaves nothing of the one before it, whichever place that was in", async () => {
    for (const [before, after, left] of [
      ["keychain", "keychain", 1],
      ["keychain", "file", 0],
      ["file", "keychain", 1],
    ] as const) {
      const machine = createFakeSystem({ keychain: "open" });
      await keep(machine, "sk-planted-0001", before);
      await keep(machine, "sk-planted-0002", after);
      expect(await found(machine)).toBe("sk-planted-0002");
      const { secrets } = machine.keychain.items;
      expect([before, after, secrets.size]).toEqual([before, after, left]);
      expect([machine.files.text(file), ...secrets.values()].join()).not.toContain("0001");
      expect(machine.files.text(file)).not.toContain("keychainLeft");
    }
  });

  it("that is gone, or that somebody changed, is said and not used", async () => {
    for (const [change, words] of [
      [undefined, "is no longer there"],
      ["", "is no longer there"],
      ["sk-another-0002", "is another one: somebody changed it there"],
    ] as const) {
      const machine = createFakeSystem({ keychain: "open" });
      await keep(machine, "sk-planted-0001");
      const { secrets } = machine.keychain.items;
      const [name = ""] = secrets.keys();
      if (change === undefined) secrets.delete(name);
      else secrets.set(name, change);
      const { code, message, hint } = await rejectionOf(found(machine));
      expect([code, message.includes(words)]).toEqual(["credential.missing", true]);
      expect(message).toContain("ending in 0001");
      expect(hint).toContain("modelforge auth login openai");
    }
  });

  it("is not lost and not put elsewhere where the keychain takes none", async () => {
    for (const state of ["locked", "silent", "none"] as const) {
      const machine = createFakeSystem({ keychain: "open" });
      await keep(machine, "sk-planted-0001");
      const before = machine.files.text(file);
      machine.keychain.items.state = state;
      const { code, exitCode, message, hint } = await rejectionOf(keep(machine, "sk-planted-0002"));
      expect([code, exitCode]).toEqual(["credential.keychain-unusable", 4]);
      expect(message).toMatch(/^nothing was stored: /);
      expect(hint).toContain("--store file");
      // one that is silent may do it later
      if (state === "silent") expect(leftIn((await readStore(machine)).document)).toHaveLength(1);
      else expect(machine.files.text(file)).toBe(before);
      machine.keychain.items.state = "open";
      expect(await found(machine)).toBe("sk-planted-0001");
      await keep(machine, "sk-planted-0003");
      expect(machine.keychain.items.secrets.size).toBe(1);
    }
  });

  it("makes no store where the keychain takes none, and gives one that was set aside its name again", async () => {
    const machine = createFakeSystem({ keychain: "locked" });
    await rejectionOf(keep(machine, "sk-planted-0001"));
    expect(machine.files.text(file)).toBeUndefined();
    machine.files.put(file, "no store");
    await rejectionOf(keep(machine, "sk-planted-0001"));
    expect(machine.files.text(file)).toBe("no store");
    expect(machine.files.paths("/home/you/.local/share/model-forge/credentials")).toEqual([file]);
  });

  it("that was replaced while it was looked for is the new one", async () => {
    const machine = createFakeSystem({ keychain: "open" });
    await keep(machine, "sk-planted-0001");
    const store = await readStore(machine);
    await keep(machine, "sk-planted-0002");
    const how = { ask: async () => undefined };
    const { secret } = await openCredential(machine, store, "openai", how);
    expect(secret.reveal()).toBe("sk-planted-0002");
  });

  it("stays in the keychain where the store cannot be changed", async () => {
    const machine = createFakeSystem({ keychain: "open" });
    await keep(machine, "sk-planted-0001");
    machine.files.makeReadOnly(file);
    await rejectionOf(
      changeStore(machine, (document, { removed }) => {
        for (const name of inKeychain(document)) removed.set(name, "openai");
        return withoutAccount(document, openai);
      }),
    );
    expect(await found(machine)).toBe("sk-planted-0001");
  });

  it("that cannot be taken out now is noted and said, and taken out by a later change", async () => {
    const machine = createFakeSystem({ keychain: "open" });
    await keep(machine, "sk-planted-0001");
    machine.keychain.items.state = "locked";
    const [warning] = await keep(machine, "sk-planted-0002", "file");
    expect([warning?.code, warning?.message]).toEqual([
      "credential.left",
      expect.stringMatching(
        /^a key that is used no more is still in the keychain, as openai\/default\//,
      ),
    ]);
    expect(await found(machine)).toBe("sk-planted-0002");
    expect(await orphans(machine)).toEqual([]);
    machine.keychain.items.state = "open";
    expect(await keep(machine, "sk-planted-0003", "file")).toEqual([]);
    expect(machine.keychain.items.secrets.size).toBe(0);
    expect(machine.files.text(file)).not.toContain("keychainLeft");
  });
});

const changes = {
  "a first key": { before: undefined, change: (one: FakeSystem) => keep(one, "sk-planted-0002") },
  "a key in the place of one there": {
    before: "keychain",
    change: (one: FakeSystem) => keep(one, "sk-planted-0002"),
  },
  "a key in the file in the place of one there": {
    before: "keychain",
    change: (one: FakeSystem) => keep(one, "sk-planted-0002", "file"),
  },
  "a key there in the place of one in the file": {
    before: "file",
    change: (one: FakeSystem) => keep(one, "sk-planted-0002"),
  },
  "a removal": { before: "keychain", change: remove },
} as const;

/** A process that is about to be killed at a moment, or `undefined` where there is no such moment any more. */
async function killedAt(machine: FakeSystem, change: (one: FakeSystem) => Promise<unknown>) {
  const ended = await change(machine).then(
    () => "done",
    (error: unknown) => error,
  );
  if (ended === "done") return false;
  expect(ended).toBeInstanceOf(ProcessKilled);
  return true;
}

describe.each(Object.entries(changes))("%s", (_, { before, change }) => {
  const setUp = async () => {
    const machine = createFakeSystem({ keychain: "open" });
    if (before !== undefined) await keep(machine, "sk-planted-0001", before);
    return machine;
  };

  const holds = async (machine: FakeSystem): Promise<void> => {
    const after = machine.startAnother();
    const old = before === undefined ? undefined : "sk-planted-0001";
    expect([old, change === remove ? undefined : "sk-planted-0002"]).toContain(await found(after));
    expect(await orphans(after)).toEqual([]);
    // whoever comes next tidies up
    await keep(after, "sk-planted-0009");
    expect([...after.keychain.items.secrets.values()]).toEqual(["sk-planted-0009"]);
    expect(after.files.text(file)).not.toMatch(/keychainLeft|planted/);
  };

  it("that is killed at any step of a file leaves the old or the new key, and none that nothing speaks of", async () => {
    let steps = 0;
    for (const kills of ["before", "after"] as const) {
      for (let nth = 1; ; nth += 1) {
        const machine = await setUp();
        const one = machine.startAnother();
        one.files.arm({ operation: "change", nth, kills });
        if (!(await killedAt(one, change))) break;
        steps += 1;
        await holds(machine);
      }
    }
    expect(steps).toBeGreaterThan(8);
  });

  it("that is killed while the keychain changes leaves the old or the new key, and none that nothing speaks of", async () => {
    for (const kills of ["before", "after"] as const) {
      const machine = await setUp();
      const one = machine.startAnother();
      one.keychain.kills = kills;
      expect(await killedAt(one, change)).toBe(true);
      await holds(machine);
    }
  });
});

describe("where a key is to be", () => {
  const choose = async (
    machine: FakeSystem,
    wanted: "auto" | "keychain" | "file" = "auto",
    hasPassphrase = false,
  ): Promise<string[]> => {
    const { document } = await readStore(machine);
    const { store, notes } = await chooseStore(machine, document, { wanted, hasPassphrase });
    return [store, ...notes.map(({ message }) => message)];
  };

  it("is the keychain where there is one, else the file, and is said once", async () => {
    const there = createFakeSystem({ keychain: "open" });
    const said = "keys are kept in the keychain of this system; --store file keeps one in a file";
    expect(await choose(there)).toEqual(["keychain", said]);
    await keep(there, "sk-planted-0001");
    expect(await choose(there)).toEqual(["keychain"]);
    const bare = createFakeSystem();
    const why = "keys are kept in a file: there is no keychain here (this machine is made up)";
    expect(await choose(bare)).toEqual(["file", why]);
    await keep(bare, "sk-planted-0001", "file");
    expect(await choose(bare)).toEqual(["file"]);
    // it was there, and is no more
    there.keychain.items.state = "none";
    expect(await choose(there)).toEqual(["file", why]);
  });

  it("is the file for whoever gives a passphrase, and nobody is asked", async () => {
    const machine = createFakeSystem({ keychain: "silent" });
    expect(await choose(machine, "auto", true)).toEqual(["file"]);
    expect(await choose(machine, "file")).toEqual(["file"]);
    expect(machine.keychain.asked).toBe(0);
  });

  it("is never another place than the one that was asked for, nor one that was not said", async () => {
    const silent = createFakeSystem({ keychain: "silent" });
    const bare = createFakeSystem();
    for (const asked of [choose(silent), choose(silent, "keychain"), choose(bare, "keychain")]) {
      const { code, exitCode, hint } = await rejectionOf(asked);
      expect([code, exitCode]).toEqual(["credential.keychain-unusable", 4]);
      expect(hint).toContain("--store file");
    }
    expect(await choose(createFakeSystem({ keychain: "locked" }))).toEqual([
      "keychain",
      expect.any(String),
    ]);
  });
});
