import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { asStranger, canBeStranger } from "../cli/under.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

let standIn: StandIn;
let command: Command;
let salt: string;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog());
  standIn.serve("/models.json", {});
});

beforeEach(() => {
  command = createCommand({ MODELFORGE_URL: `${standIn.url}/?token=abc` });
  salt = join(command.home, "cache", "query-salt");
  standIn.requests.length = 0;
});

afterAll(() => standIn.stop());

const caches = (): string[] => {
  const directory = join(command.home, "cache", "v1");
  return existsSync(directory) ? readdirSync(directory) : [];
};
const ask = (...args: string[]) => command.ask([...args, "--json"]);

describe("an address with a query, where the salt of the cache cannot be kept", () => {
  const inItsPlace: [what: string, put: () => void][] = [
    ["a link", () => symlinkSync("/etc/hostname", salt)],
    ["a directory", () => mkdirSync(join(salt, "mine"), { recursive: true })],
    [
      "somebody's own file",
      () => {
        writeFileSync(salt, "pepper");
        writeFileSync(join(command.home, "cache", "mine"), "mine");
      },
    ],
  ];
  it.each(inItsPlace)("makes no cache and says why with each answer: %s", async (_, put) => {
    mkdirSync(join(command.home, "cache"));
    put();
    for (let times = 1; times <= 3; times += 1) {
      const { catalog, warnings } = answerOf(await ask("info", "openai/gpt-5"));
      expect(catalog.origin).toBe("network");
      expect(warnings.map(({ code }) => code)).toEqual(["cache.unwritable"]);
      expect(warnings[0]?.message).toContain(salt);
    }
    expect(standIn.count("/api.json")).toBe(3);
    const refreshed = await ask("refresh-cache");
    expect([refreshed.code, errorOf(refreshed).code]).toEqual([7, "file.unwritable"]);
    expect(errorOf(refreshed).message).toContain(salt);
    const offline = await ask("info", "openai/gpt-5", "--offline");
    expect([offline.code, errorOf(offline).code]).toEqual([5, "catalog.unavailable"]);
    expect(offline.stderr).toContain(salt);
    for (const args of [
      ["status"],
      ["verify"],
      ["history"],
      ["prune"],
      ["clear", "--yes"],
      ["clear", "--all", "--yes"],
    ]) {
      const { warnings } = answerOf(await ask("cache", ...args));
      expect(warnings.map(({ message }) => message).join("\n")).toContain(salt);
    }
    expect(errorOf(await ask("cache", "path", "--source")).message).toContain(salt);
    expect(caches()).toEqual([]);
    expect(existsSync(salt)).toBe(true);
  });

  it.skipIf(!canBeStranger())(
    "is told how a salt is given back that a run with sudo has made (skipped where nobody can be another)",
    async () => {
      const cache = join(command.home, "cache");
      mkdirSync(cache);
      writeFileSync(salt, `${"07".repeat(16)}\n`, { mode: 0o600 });
      for (const path of [command.home, cache]) chownSync(path, 64321, 64321);
      const ran = await command.ask(["info", "openai/gpt-5", "--json"], {}, asStranger);
      const { catalog, warnings } = answerOf(ran);
      expect(catalog.origin).toBe("network");
      expect(warnings[0]?.message).toContain(`sudo chown "$(id -u)" '${salt}' gives it back`);
      expect(caches()).toEqual([]);
    },
  );

  it("answers from the same cache as before once it is given back", async () => {
    await ask("refresh-cache");
    const kept = readFileSync(salt);
    rmSync(salt);
    symlinkSync("/etc/hostname", salt);
    const others = caches();
    expect(answerOf(await ask("info", "openai/gpt-5")).catalog.origin).toBe("network");
    expect(caches()).toEqual(others);
    rmSync(salt);
    writeFileSync(salt, kept);
    const { catalog, warnings } = answerOf(await ask("info", "openai/gpt-5"));
    expect([catalog.origin, warnings]).toEqual(["cache", []]);
  });

  it("leaves the caches of other sources to prune and clear --all", async () => {
    const other = { MODELFORGE_URL: standIn.url };
    expect((await command.ask(["refresh-cache"], other)).code).toBe(0);
    symlinkSync("/etc/hostname", salt);
    const pruned = answerOf<{ bytes: number }>(await ask("cache", "prune"));
    expect(pruned.result.bytes).toBeGreaterThan(1_000);
    expect(caches()).toHaveLength(1);
    answerOf(await ask("cache", "clear", "--all", "--yes"));
    expect(caches()).toEqual([]);
  });
});

describe("a salt of the cache that was lost", () => {
  it.each([
    ["emptied", "is not as it was written", () => writeFileSync(salt, "")],
    ["overwritten", "is not as it was written", () => writeFileSync(salt, "no salt")],
    ["removed", "is missing", () => rmSync(salt)],
  ])(
    "is made anew where it was %s, said once, and prune removes what nobody can find any more",
    async (_, what, lose) => {
      const plain = { MODELFORGE_URL: standIn.url };
      await command.ask(["refresh-cache"], plain);
      await ask("refresh-cache");
      const before = caches();
      expect(before).toHaveLength(2);
      lose();
      // offline nothing is fetched, so that nothing is cleaned up after it
      const first = await ask("info", "openai/gpt-5", "--offline");
      expect(first.code).toBe(5);
      expect(first.stderr).toContain(`${salt} ${what}`);
      expect(first.stderr).toContain("modelforge cache prune removes 1 cache of before");
      expect((await ask("info", "openai/gpt-5", "--offline")).stderr).not.toContain(salt);
      expect(caches()).toEqual(before);
      const orphan = before.find((key) => /-[0-9a-f]{16}$/.test(key)) ?? "";
      const looked = answerOf<{ removed: string[] }>(await ask("cache", "prune", "--dry-run"));
      expect(looked.result.removed).toEqual([orphan]);
      const pruned = answerOf<{ removed: string[] }>(await ask("cache", "prune"));
      expect(pruned.result.removed).toEqual([orphan]);
      expect(caches()).not.toContain(orphan);
      expect(answerOf<{ removed: string[] }>(await ask("cache", "prune")).result.removed).toEqual(
        [],
      );
      const kept = await command.ask(["list", "--offline", "--json"], plain);
      expect(answerOf(kept).catalog.origin).toBe("cache");
      expect((await ask("refresh-cache")).code).toBe(0);
      const again = answerOf(await ask("info", "openai/gpt-5", "--offline"));
      expect([again.catalog.origin, again.warnings]).toEqual(["cache", []]);
    },
  );
});
