import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand, ended } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { randomNumbers } from "../faults/random-numbers.ts";

const kills = Number(process.env.MODELFORGE_TEST_KILLS ?? 40);
const seed = Number(process.env.MODELFORGE_TEST_SEED ?? 20261128);

const setUp = () => {
  const command = createCommand({});
  const directory = join(command.home, ".local/share/model-forge/credentials");
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return { command, directory, file: join(directory, "store.json") };
};

const login = (at: number): string[] => [
  "auth",
  "login",
  "openai",
  "--account",
  `a${at}`,
  "--api-key",
  `sk-planted-${at}`,
];

const secretsIn = (file: string): string[] =>
  (
    JSON.parse(readFileSync(file, "utf8")) as { accounts: { account: string; secret: string }[] }
  ).accounts.map(({ account, secret }) => `${account} ${secret}`);

const pair = (at: number): string => `a${at} sk-planted-${at}`;

describe("a change of what is stored that is killed", () => {
  it(`at any of ${kills} random moments (seed ${seed}) leaves the old or the new store, whole`, async () => {
    const random = randomNumbers(seed);
    const { command, directory, file } = setUp();
    const started = Date.now();
    expect((await command.ask(login(0))).code).toBe(0);
    const usualMs = Date.now() - started;
    for (let at = 1; at <= kills; at += 1) {
      const before = secretsIn(file);
      const child = command.start(login(at));
      const timer = setTimeout(() => child.kill("SIGKILL"), random() * usualMs * 1.2);
      await ended(child);
      clearTimeout(timer);
      expect([before, [...before, pair(at)]]).toContainEqual(secretsIn(file));
    }
    expect((await command.ask(login(kills + 1))).code).toBe(0);
    expect(secretsIn(file)).toContain(pair(kills + 1));
    // whoever was killed leaves no more than what it was writing
    const left = readdirSync(directory).filter((name) => name !== "store.json");
    expect(left.filter((name) => !/^store\.json\.[\w-]+\.tmp$/.test(name))).toEqual([]);
  }, 120_000);
});

describe("many changes of what is stored at once", () => {
  it("are all there, nothing mixed, one of them active", async () => {
    const { command, file } = setUp();
    const runs = Array.from({ length: 20 }, (_, at) => command.ask(login(at)));
    for (const { code } of await Promise.all(runs)) expect(code).toBe(0);
    const all = Array.from({ length: 20 }, (_, at) => pair(at));
    expect(secretsIn(file).toSorted()).toEqual(all.toSorted());
    const listed = answerOf<{ active: boolean }[]>(command.run(["auth", "list", "--json"]));
    expect(listed.result.filter(({ active }) => active)).toHaveLength(1);
  }, 60_000);
});
