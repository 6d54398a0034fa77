import { cpSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { someOf } from "../hot/some-of.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow, flipBit, harms } from "./harms.ts";

const questions = [
  ["info", "openai/gpt-5"],
  ["list", "--sort", "price"],
  ["search", "gpt"],
  ["providers"],
  ["info", "no/such"],
];

let standIn: StandIn;
let command: ReturnType<typeof createCommand>;
let cache: string;
let untouched: string;
const right: unknown[] = [];

function resultOf(stdout: string): unknown {
  return stdout === "" ? "failed" : (JSON.parse(stdout) as { result: unknown }).result;
}

beforeAll(async () => {
  standIn = await StandIn.start();
  command = createCommand({ MODELFORGE_URL: standIn.url });
  standIn.serve("/models.json", { "openai/gpt-5": { id: "openai/gpt-5", name: "GPT-5" } });
  cache = command.env.MODELFORGE_CACHE_DIR;
  untouched = `${cache}-untouched`;
  for (const edition of [1, 2]) {
    standIn.serve("/api.json", smallCatalog(edition));
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
  }
  for (const question of questions) {
    right.push(resultOf((await command.ask([...question, "--json"])).stdout));
  }
  cpSync(cache, untouched, { recursive: true });
});

afterAll(() => standIn.stop());

describe("a cache with one file", () => {
  for (const [name, harm] of harms) {
    it.concurrent(`${name} answers rightly, names it, and is healed by the next refresh, whichever file it is`, async () => {
      const cache = `${untouched}-${name.replaceAll(" ", "-")}`;
      const ask = (args: readonly string[]) => command.ask(args, { MODELFORGE_CACHE_DIR: cache });
      const files = filesBelow(untouched);
      expect(files.length).toBeGreaterThan(20);
      for (const file of someOf(files, 2, name)) {
        rmSync(cache, { recursive: true, force: true });
        cpSync(untouched, cache, { recursive: true });
        harm(join(cache, file));
        let said = (await ask(["cache", "verify"])).stdout;
        for (const [at, question] of questions.entries()) {
          const { stdout, stderr } = await ask([...question, "--json"]);
          expect([file, question, resultOf(stdout)]).toEqual([file, question, right[at]]);
          said += stdout + stderr;
        }
        const refreshed = await ask(["refresh-cache"]);
        expect([file, refreshed.code]).toEqual([file, 0]);
        said += refreshed.stderr;
        // a compiled script and the marker of the directory are no data: they are made again without a word
        if (!/^code|^\.model-forge/.test(file)) expect(said).toContain(basename(file));
        const after = await ask(["info", "openai/gpt-5"]);
        expect([file, after.code, after.stderr]).toEqual([file, 0, ""]);
        const verified = await ask(["cache", "verify"]);
        expect([file, verified.code, verified.stdout]).toEqual([file, 0, expect.any(String)]);
      }
    }, 240_000);
  }
});

describe("cache verify", () => {
  it("ends with 8 where it finds damage", async () => {
    rmSync(cache, { recursive: true });
    cpSync(untouched, cache, { recursive: true });
    const file = filesBelow(cache).find((path) => path.endsWith("wire.jsonl"));
    flipBit(join(cache, file ?? ""));
    const { code, stdout } = await command.ask(["cache", "verify", "--json"]);
    expect(code).toBe(8);
    expect(JSON.parse(stdout)).toMatchObject({
      result: { damages: [{ path: expect.stringContaining("wire.jsonl") }] },
    });
  });
});
