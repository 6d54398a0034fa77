import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
});

beforeEach(() => standIn.serve("/api.json", smallCatalog(1)));

afterAll(() => standIn.stop());

interface Pruned {
  removed: string[];
  freedBytes: number;
  bytes: number;
}

/** Six generations, in a directory that holds something of somebody else, or nothing. */
async function withHistory(isSomebodys: boolean) {
  const command = createCommand({ MODELFORGE_URL: standIn.url });
  mkdirSync(command.env.MODELFORGE_CACHE_DIR);
  if (isSomebodys) writeFileSync(join(command.env.MODELFORGE_CACHE_DIR, "mine.txt"), "mine");
  for (let edition = 1; edition <= 6; edition += 1) {
    standIn.serve("/api.json", smallCatalog(edition));
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
  }
  return command;
}

describe("a directory that is somebody's too", () => {
  it("is pruned no further and says no less than one of our own", async () => {
    const answers: Pruned[] = [];
    for (const isSomebodys of [false, true]) {
      const command = await withHistory(isSomebodys);
      expect((await command.ask(["cache", "prune", "--max-size", "1kB"])).code).toBe(0);
      standIn.serve("/api.json", smallCatalog(1));
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
      const { bytes } = answerOf<Pruned>(
        await command.ask(["cache", "prune", "--dry-run", "--json"]),
      ).result;
      const limit = `${Math.ceil(bytes / 1000) - 1}kB`;
      const asked = ["cache", "prune", "--max-size", limit, "--json"];
      answers.push(answerOf<Pruned>(await command.ask(asked)).result);
    }
    const [own, somebodys] = answers;
    expect(somebodys?.removed.length).toBe(own?.removed.length);
    expect(Math.abs((somebodys?.freedBytes ?? 0) - (own?.freedBytes ?? 0))).toBeLessThan(100);
  });

  it("has its cache cleared with the bytes that went", async () => {
    const freed: number[] = [];
    for (const isSomebodys of [false, true]) {
      const command = await withHistory(isSomebodys);
      const ran = await command.ask(["cache", "clear", "--yes", "--json"]);
      freed.push(answerOf<{ freedBytes: number }>(ran).result.freedBytes);
    }
    expect(freed[1] ?? 0).toBeGreaterThan((freed[0] ?? 0) * 0.9);
  });
});

describe("a catalog in a file that is gone, or is none any more", () => {
  const spoil: [name: string, spoil: (path: string) => void, exit: number][] = [
    ["gone", (path) => rmSync(path), 7],
    ["broken", (path) => writeFileSync(path, '{"x":'), 6],
    [
      "a pipe",
      (path) => {
        rmSync(path);
        execFileSync("mkfifo", [path]);
      },
      7,
    ],
  ];

  it.each(spoil)("(%s) fails refresh-cache, and is never called fresh", async (_, harm, exit) => {
    const path = join(mkdtempSync(join(tmpdir(), "modelforge-file-")), "catalog.json");
    writeFileSync(path, JSON.stringify(smallCatalog(1)));
    const { ask } = createCommand({ MODELFORGE_URL: path });
    expect((await ask(["list", "--limit", "1"])).code).toBe(0);
    harm(path);
    expect(await ask(["refresh-cache"])).toMatchObject({ code: exit, stdout: "" });
    const quiet = await ask(["info", "openai/gpt-5", "--quiet", "--json"]);
    expect(quiet.stderr).toContain("answering from what it held");
    expect(answerOf(quiet)).toMatchObject({
      catalog: { origin: "cache" },
      warnings: [{ code: "cache.older-generation" }],
    });
  });

  it("is answered from without its facts, where only they cannot be read", async () => {
    const directory = mkdtempSync(join(tmpdir(), "modelforge-file-"));
    writeFileSync(join(directory, "api.json"), JSON.stringify(smallCatalog(1)));
    mkdirSync(join(directory, "models.json"));
    const { ask } = createCommand({ MODELFORGE_URL: join(directory, "api.json") });
    const ran = await ask(["list", "--limit", "1", "--json"]);
    expect(answerOf(ran).warnings.map(({ code }) => code)).toContain("file.unreadable");
  });
});

describe("a link that leads out of the cache", () => {
  it("is named by cache clear --all as somebody's, without advice to take it over", async () => {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    const versions = join(command.env.MODELFORGE_CACHE_DIR, "v1");
    renameSync(versions, `${versions}-elsewhere`);
    symlinkSync(`${versions}-elsewhere`, versions);
    const { stdout, stderr } = await command.ask(["cache", "clear", "--all", "--yes"]);
    expect(stdout).toContain("left what is not ModelForge's");
    expect(stderr).not.toContain("chown");
  });
});
