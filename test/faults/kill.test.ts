import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCommand, ended } from "../cli/command.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { randomNumbers } from "./random-numbers.ts";

const kills = Number(process.env.MODELFORGE_TEST_KILLS ?? 40);
const seed = Number(process.env.MODELFORGE_TEST_SEED ?? 20261123);

let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
});

afterAll(() => standIn.stop());

describe("a refresh that is killed", () => {
  it(`at any of ${kills} random moments (seed ${seed}) leaves the old or the new catalog, whole`, async () => {
    const random = randomNumbers(seed);
    const { ask, start } = createCommand({ MODELFORGE_URL: standIn.url });
    standIn.serve("/api.json", smallCatalog(1));
    const started = Date.now();
    expect((await ask(["refresh-cache"])).code).toBe(0);
    const usualMs = Date.now() - started;
    for (let at = 0; at < kills; at += 1) {
      const edition = 1 + (at % 3);
      standIn.serve("/api.json", smallCatalog(edition));
      const child = start(["refresh-cache"]);
      const timer = setTimeout(() => child.kill("SIGKILL"), random() * usualMs * 1.2);
      await ended(child);
      clearTimeout(timer);
      const answer = await ask(["info", "openai/gpt-5", "--json"]);
      expect([at, answer.code, answer.stderr]).toEqual([at, 0, ""]);
      const { result } = JSON.parse(answer.stdout) as { result: { price: { input: number } } };
      expect([1, 2, 3]).toContain(result.price.input);
      const listed = await ask(["list", "--json"]);
      expect((JSON.parse(listed.stdout) as { result: unknown[] }).result).toHaveLength(55);
    }
    // whoever was killed holding the lock is outlived
    expect((await ask(["refresh-cache"])).code).toBe(0);
    expect((await ask(["cache", "verify"])).code).toBe(0);
  }, 240_000);
});

describe("thirty commands at once on an empty cache", () => {
  it("make one download and give thirty right answers", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url, MODELFORGE_TIMEOUT: "30s" });
    standIn.serve("/api.json", smallCatalog(7));
    const before = standIn.count("/api.json");
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => ask(["info", "openai/gpt-5", "--json"])),
    );
    for (const { code, stdout } of answers) {
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ result: { price: { input: 7 } } });
    }
    expect(standIn.count("/api.json") - before).toBe(1);
  });
});
