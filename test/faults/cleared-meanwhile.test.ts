import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aMoment } from "../../src/testing/held-locks.ts";
import { type Command, createCommand, ended, type Ran, root } from "../cli/command.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow, flipBit } from "./harms.ts";

let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog(1));
});

afterAll(() => standIn.stop());

/** A cache with one generation, in which somebody has a directory of their own. */
async function withOthers(
  url: string,
  isGiven: boolean,
): Promise<{ command: Command; mine: string[] }> {
  const command = createCommand({ MODELFORGE_URL: url });
  const cache = command.env.MODELFORGE_CACHE_DIR;
  const mine: string[] = [];
  const put = (...names: string[]): void => {
    const path = join(cache, ...names);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, "mine");
    mine.push(names.join("/"));
  };
  if (isGiven) put("mine.txt");
  expect((await command.ask(["info", "openai/gpt-5"])).code).toBe(0);
  const [source = ""] = readdirSync(join(cache, "v1"));
  const [generation = ""] = readdirSync(join(cache, "v1", source, "generations"));
  put("v1", source, "generations", generation, "mine", "notes.txt");
  if (!isGiven) mine.push(".model-forge");
  return { command, mine: mine.toSorted() };
}

/** Starts a command, clears the cache when it has come to its nth lock, and lets it go on. */
async function clearedBefore(
  command: Command,
  args: string[],
  nth = 1,
  program?: readonly string[],
): Promise<Ran> {
  const place = mkdtempSync(join(command.home, "meeting-"));
  const more = {
    NODE_OPTIONS: `--require ${join(import.meta.dirname, "meet-at-lock.cjs")}`,
    MEETING_PLACE: place,
    MEETING_LOCK: String(nth),
  };
  const running = ended(
    program === undefined
      ? command.start(args, more)
      : spawn(process.execPath, program, { env: { ...command.env, ...more } }),
  );
  let isOver = false;
  void running.finally(() => {
    isOver = true;
  });
  while (!existsSync(join(place, "arrived"))) {
    expect(isOver).toBe(false);
    await aMoment();
  }
  const cleared = await command.ask(["cache", "clear", "--all", "--yes"]);
  expect(cleared.code).toBe(0);
  writeFileSync(join(place, "go"), "");
  return running;
}

const left = (command: Command): string[] =>
  filesBelow(command.env.MODELFORGE_CACHE_DIR).toSorted();

describe.each([
  ["of ModelForge's", false],
  ["that was given", true],
] as const)("what was cleared while another process was at it, in a directory %s", (_, isGiven) => {
  it("does not come back by what is prepared in the background", async () => {
    const { command, mine } = await withOthers(standIn.url, isGiven);
    const ran = await clearedBefore(command, ["prepare-catalog"]);
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    expect(left(command)).toEqual(mine);
    // and the next one is as with an empty cache
    const next = await command.ask(["info", "openai/gpt-5"]);
    expect([next.code, next.stderr]).toEqual([0, ""]);
  });

  it("does not come back by what a program works out for its next question", async () => {
    const { command, mine } = await withOthers(standIn.url, isGiven);
    const script = join(command.home, "program.mjs");
    writeFileSync(
      script,
      `import { ModelsDevClient } from ${JSON.stringify(join(root, "dist/lib/index.mjs"))};
      const client = new ModelsDevClient();
      await client.getModels();
      await client.getModels();
      console.log((await client.getModelDetails("openai/gpt-5")).price.input);
      client.close();`,
    );
    const ran = await clearedBefore(command, [], 1, [script]);
    expect([ran.code, ran.stdout, ran.stderr]).toEqual([0, "1\n", ""]);
    expect(left(command)).toEqual(mine);
  });

  it("does not come back by a repair", async () => {
    const { command, mine } = await withOthers(standIn.url, isGiven);
    const cache = command.env.MODELFORGE_CACHE_DIR;
    const manifest = left(command).find((path) => path.endsWith("/manifest.json")) ?? "";
    flipBit(join(cache, manifest));
    const ran = await clearedBefore(command, ["info", "openai/gpt-5", "--offline"]);
    expect(ran.code).toBe(0);
    // one that is damaged proves nothing of what lies beside it to be ModelForge's
    const others = isGiven ? left(command).filter((path) => path.startsWith(dirOf(manifest))) : [];
    expect(left(command)).toEqual([...new Set([...mine, ...others])].toSorted());
    expect(left(command).some((path) => /current\.json|prepared/.test(path))).toBe(false);
  });

  it.each([1, 2])(
    "does not come back by a question to a file that has changed (%i)",
    async (nth) => {
      const file = join(createCommand({}).home, "api.json");
      writeFileSync(file, JSON.stringify(smallCatalog(1)));
      const { command, mine } = await withOthers(file, isGiven);
      writeFileSync(file, JSON.stringify(smallCatalog(2)));
      const ran = await clearedBefore(command, ["info", "openai/gpt-5"], nth);
      expect(ran.code).toBe(0);
      expect(left(command)).toEqual(mine);
    },
  );
});

function dirOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
