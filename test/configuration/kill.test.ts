import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand, ended } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { randomNumbers } from "../faults/random-numbers.ts";

const kills = Number(process.env.MODELFORGE_TEST_KILLS ?? 40);
const seed = Number(process.env.MODELFORGE_TEST_SEED ?? 20261127);

const setUp = () => {
  const command = createCommand({});
  const directory = join(command.home, ".config/model-forge");
  mkdirSync(directory, { recursive: true });
  const file = join(directory, "config.json");
  writeFileSync(file, '{\n  // mine\n  "aliases": {}\n}\n');
  return { command, directory, file };
};

const aliasesIn = (file: string): string[] => {
  const text = readFileSync(file, "utf8");
  expect(text).toContain("// mine");
  const said = JSON.parse(text.replace("// mine", "")) as { aliases: Record<string, unknown> };
  return Object.keys(said.aliases);
};

const set = (at: number): string[] => ["config", "set", `aliases.a${at}.model`, "openai/gpt-5"];

describe("a change of the configuration that is killed", () => {
  it(`at any of ${kills} random moments (seed ${seed}) leaves the old or the new file, whole`, async () => {
    const random = randomNumbers(seed);
    const { command, directory, file } = setUp();
    const started = Date.now();
    expect((await command.ask(set(0))).code).toBe(0);
    const usualMs = Date.now() - started;
    for (let at = 1; at <= kills; at += 1) {
      const before = aliasesIn(file);
      const child = command.start(set(at));
      const timer = setTimeout(() => child.kill("SIGKILL"), random() * usualMs * 1.2);
      await ended(child);
      clearTimeout(timer);
      const after = aliasesIn(file);
      expect([before, [...before, `a${at}`]]).toContainEqual(after);
      const history = answerOf<{ command: string }[]>(
        await command.ask(["config", "history", "--json"]),
      );
      // the newest that is noted is the newest that is there
      expect([at, history.result[0]?.command]).toEqual([
        at,
        set(Number(after.at(-1)?.slice(1))).join(" "),
      ]);
    }
    // whoever was killed holding the lock is outlived, and what it left goes with the next change
    expect((await command.ask(set(kills + 1))).code).toBe(0);
    expect(aliasesIn(file)).toContain(`a${kills + 1}`);
    const left = readdirSync(directory).filter((name) => name !== "config.json");
    expect(left.every((name) => /^config\.json\.[\w-]+\.tmp$/.test(name))).toBe(true);
  }, 120_000);
});

describe("many changes at once", () => {
  it("are all there, and all in the history", async () => {
    const { command, file } = setUp();
    const runs = Array.from({ length: 20 }, (_, at) => command.ask(set(at)));
    for (const { code, stderr } of await Promise.all(runs)) expect([code, stderr]).toEqual([0, ""]);
    expect(aliasesIn(file)).toHaveLength(20);
    const history = answerOf<{ command: string }[]>(command.run(["config", "history", "--json"]));
    expect(new Set(history.result.map((one) => one.command)).size).toBe(20);
    // and back again, one after the other
    for (let count = 19; count >= 17; count -= 1) {
      expect(command.run(["config", "rollback"]).code).toBe(0);
      expect(aliasesIn(file).length).toBeGreaterThanOrEqual(19);
    }
  }, 60_000);
});
