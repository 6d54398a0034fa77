import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { realFiles } from "../../src/system/real/files.ts";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { directoriesOf, fill } from "./one-life.ts";

let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog(1));
});

afterAll(() => standIn.stop());

/** A cache in a directory that holds something of somebody else, and so is never marked as ours. */
async function withOthers(): Promise<{ command: Command; source: string; steps: string[] }> {
  const command = createCommand({ MODELFORGE_URL: standIn.url });
  const cache = command.env.MODELFORGE_CACHE_DIR;
  realFiles.makeDirectory(cache);
  writeFileSync(join(cache, "mine.txt"), "mine");
  const filled = await fill(standIn, command);
  expect(existsSync(join(cache, ".model-forge"))).toBe(false);
  const source = join(cache, "v1", filled.source);
  const [older, newer] = [directoriesOf(filled.older), directoriesOf(filled.generation)];
  const inside = [older[1], newer[1], older[0], newer[0]].flatMap((directory) => {
    const parts = readdirSync(join(source, directory));
    const others = parts.filter((part) => part !== "manifest.json").sort();
    return [...others, "manifest.json"].map((part) => join(directory, part));
  });
  // the order in which cache clear removes them
  return { command, source, steps: ["current.json", ...inside] };
}

describe("a reader beside a clean-up that removes file by file", () => {
  it("never speaks of damage, wherever that stands, and answers right", async () => {
    const { command, source, steps } = await withOthers();
    const lock = await realFiles.lock(join(source, "refresh"));
    expect(lock).toBeDefined();
    for (const [at, step] of steps.entries()) {
      rmSync(join(source, step));
      if (at % 4 !== 0 && !step.endsWith("manifest.json")) continue;
      for (const args of [
        ["info", "openai/gpt-5"],
        ["list", "--offline"],
        ["cache", "verify"],
        ["cache", "status"],
      ]) {
        const ran = await command.ask([...args, "--json"], { MODELFORGE_TIMEOUT: "300ms" });
        const said = `${ran.stdout.replaceAll('"damages":[]', "")}${ran.stderr}`;
        expect([step, args, /damaged|repaired/.exec(said)?.input]).toEqual([step, args, undefined]);
        if (args[0] === "cache") expect([step, args, ran.code]).toEqual([step, args, 0]);
        if (args[0] === "info" && ran.code === 0) {
          expect(answerOf<{ price: { input: number } }>(ran).result.price.input).toBeOneOf([1, 2]);
        }
      }
    }
    await lock?.release();
  }, 120_000);

  it("calls a catalog damaged that has lost a file while nobody is at it", async () => {
    const { command, source, steps } = await withOthers();
    rmSync(join(source, steps.at(-3) ?? ""));
    const ran = await command.ask(["cache", "verify"]);
    expect([ran.code, ran.stdout]).toEqual([8, expect.stringContaining("is missing")]);
  });
});
