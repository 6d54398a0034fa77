import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";

const catalog = JSON.stringify(smallCatalog(1));
const clear = ["cache", "clear", "--all", "--yes", "--json"];
const key = "x-12345678";

const isWhole = (path: string): boolean =>
  existsSync(path) && readFileSync(path, "utf8") === catalog;

/** A command with a marked cache, and the user's catalog at a path in it that bears a name of ModelForge's. */
async function within(path: string) {
  const command = createCommand({ MODELFORGE_OFFLINE: "1" });
  expect((await command.ask(["list"])).code).toBe(0);
  const mine = join(command.env.MODELFORGE_CACHE_DIR, path);
  mkdirSync(dirname(mine), { recursive: true });
  writeFileSync(mine, catalog);
  return { command, mine };
}

const names = [
  `v1/${key}/current.json`,
  `v1/${key}/current.json.1-1-a.tmp`,
  `v1/${key}/refresh.lock/holder`,
  `v1/${key}/refused/0123456789abcdef.json.br`,
  `v1/${key}/generations/0123456789abcdef-1/models.jsonl`,
  "query-salt",
];

describe("the catalog that is asked, in a file below the cache", () => {
  it.each(names)("is left by every command that removes, and answers: %s", async (path) => {
    const { command, mine } = await within(path);
    const source = { MODELFORGE_URL: mine };
    const commands = [
      ["info", "openai/gpt-5"],
      ["refresh-cache"],
      ["cache", "prune", "--max-size", "1kB"],
      clear,
      ["info", "openai/gpt-5"],
    ];
    for (const args of commands) {
      const ran = await command.ask(args, source);
      expect([args, ran.code]).toEqual([args, 0]);
      expect([args, isWhole(mine)]).toEqual([args, true]);
    }
  });

  it("is said to be left", async () => {
    const { command, mine } = await within(`v1/${key}/current.json`);
    const cleared = answerOf<{ kept: string[] }>(
      await command.ask(clear, { MODELFORGE_URL: mine }),
    );
    expect(cleared.result.kept).toEqual([mine]);
    // whose source is another has it removed: it bears a name of ModelForge's in a place of ModelForge's
    expect(answerOf<{ kept: string[] }>(await command.ask(clear)).result.kept).toEqual([]);
  });

  const links = {
    "a link": (to: string, from: string) => symlinkSync(to, from),
    "a second name": (to: string, from: string) => linkSync(to, from),
  };

  it.each([
    ["a link", "current.json"],
    ["a second name", "current.json"],
    ["a link", "answers"],
    ["a second name", "answers"],
  ] as const)("is not written over where %s leads to its own %s", async (link, own) => {
    const command = createCommand({ MODELFORGE_OFFLINE: "1" });
    const named = join(command.home, "catalog.json");
    writeFileSync(named, catalog);
    const source = { MODELFORGE_URL: named };
    const status = await command.ask(["cache", "status", "--json"], source);
    const { directory } = answerOf<{ directory: string }>(status).result;
    const notes = join(command.env.MODELFORGE_STATE_DIR, "catalog", basename(directory));
    const mine = join(own === "answers" ? notes : directory, own);
    rmSync(named);
    mkdirSync(dirname(mine), { recursive: true });
    writeFileSync(mine, catalog);
    links[link](mine, named);
    for (const args of [["info", "openai/gpt-5"], ["refresh-cache"], ["list"], clear]) {
      const ran = await command.ask(args, source);
      expect([args, ran.stderr]).toEqual([args, expect.not.stringMatching(/defect/)]);
      expect([args, isWhole(mine)]).toEqual([args, true]);
    }
  });
});
