import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Command, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
});

beforeEach(() => standIn.serve("/api.json", smallCatalog(1)));

afterAll(() => standIn.stop());

const marked = (directory: string): boolean => existsSync(join(directory, ".model-forge"));

/** A command whose cache directory is given, and what somebody has put into it before. */
function given(put: (directory: string) => void): { command: Command; cache: string } {
  const command = createCommand({ MODELFORGE_URL: standIn.url });
  const cache = command.env.MODELFORGE_CACHE_DIR;
  mkdirSync(cache);
  put(cache);
  return { command, cache };
}

/** Whatever may remove something: refreshes, clean-up, clearing. */
async function wearOut({ ask }: Command): Promise<void> {
  for (const edition of [1, 2, 3]) {
    standIn.serve("/api.json", smallCatalog(edition));
    await ask(["refresh-cache"], { MODELFORGE_MAX_CACHE_SIZE: "1kB" });
  }
  await ask(["cache", "prune", "--max-size", "1kB"]);
  await ask(["cache", "clear", "--yes"]);
  await ask(["cache", "clear", "--all", "--yes"]);
}

describe("a directory that was given", () => {
  it("is marked where it was made, found empty, or holds nothing but what ModelForge makes", async () => {
    const made = createCommand({ MODELFORGE_URL: standIn.url });
    expect((await made.ask(["refresh-cache"])).code).toBe(0);
    expect(marked(made.env.MODELFORGE_CACHE_DIR)).toBe(true);
    const empty = given(() => undefined);
    expect((await empty.command.ask(["refresh-cache"])).code).toBe(0);
    expect(marked(empty.cache)).toBe(true);
    const ofBefore = given((cache) =>
      mkdirSync(join(cache, "v1/models.dev-c9d8938b/generations"), { recursive: true }),
    );
    expect((await ofBefore.command.ask(["refresh-cache"])).code).toBe(0);
    expect(marked(ofBefore.cache)).toBe(true);
  });

  it("is used but never marked with anything else in it, and nothing of that is ever removed", async () => {
    const { command, cache } = given((directory) => {
      mkdirSync(join(directory, "code/my-project"), { recursive: true });
      writeFileSync(join(directory, "code/my-project/main.c"), "int main;");
      mkdirSync(join(directory, "v1"));
      writeFileSync(join(directory, "v1/notes.txt"), "mine");
    });
    expect(answerOf(await command.ask(["list", "--json"])).catalog.origin).toBe("network");
    expect(answerOf(await command.ask(["list", "--json"])).catalog.origin).toBe("cache");
    expect(marked(cache)).toBe(false);
    await wearOut(command);
    expect((await command.ask(["cache", "history", "--json"])).stdout).toContain('"result":[]');
    expect(readFileSync(join(cache, "code/my-project/main.c"), "utf8")).toBe("int main;");
    expect(readFileSync(join(cache, "v1/notes.txt"), "utf8")).toBe("mine");
    expect(marked(cache)).toBe(false);
  });

  it("has nothing but names of ModelForge's own removed where it is marked", async () => {
    const { command, cache } = given(() => undefined);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    writeFileSync(join(cache, "v1/notes.txt"), "mine");
    await wearOut(command);
    expect(readdirSync(cache, { recursive: true, encoding: "utf8" })).toContain("v1/notes.txt");
    expect((await command.ask(["cache", "history", "--json"])).stdout).toContain('"result":[]');
  });

  it("has nothing written through a link in it, and a warning says so", async () => {
    const { command } = given(() => undefined);
    const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
    const elsewhere = join(command.home, "elsewhere");
    mkdirSync(elsewhere);
    mkdirSync(store, { recursive: true });
    symlinkSync(elsewhere, join(store, "generations"));
    for (let times = 0; times < 2; times += 1) {
      const ran = await command.ask(["list", "--limit", "1"]);
      expect([ran.code, ran.stderr]).toEqual([0, expect.stringMatching(/^warning: .*is a link/m)]);
    }
    expect((await command.ask(["refresh-cache"])).code).toBe(7);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it("has nothing removed or renamed through a link in it", async () => {
    const { command } = given(() => undefined);
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
    const elsewhere = join(command.home, "elsewhere");
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, "diary"), "dear diary");
    renameSync(join(store, "generations"), join(command.home, "moved"));
    symlinkSync(elsewhere, join(store, "generations"));
    await wearOut(command);
    expect(readdirSync(elsewhere)).toEqual(["diary"]);
  });

  it("has no second name of somebody's file written to", async () => {
    const { command } = given(() => undefined);
    const diary = join(command.home, "diary");
    writeFileSync(diary, "dear diary");
    const store = (await command.ask(["cache", "path", "--source"])).stdout.trim();
    mkdirSync(store, { recursive: true });
    linkSync(diary, join(store, "current.json"));
    expect((await command.ask(["list", "--limit", "1"])).code).toBe(0);
    await wearOut(command);
    expect(readFileSync(diary, "utf8")).toBe("dear diary");
  });
});
