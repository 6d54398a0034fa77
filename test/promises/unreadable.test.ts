import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { asStranger, canBeStranger } from "../cli/under.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const stranger = 64_321;
let standIn: StandIn;
let filled: Command;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = createCommand({ MODELFORGE_URL: standIn.url });
  for (const edition of [1, 2]) {
    standIn.serve("/api.json", smallCatalog(edition));
    expect((await filled.ask(["refresh-cache"])).code).toBe(0);
  }
});

afterAll(() => standIn.stop());

async function generationsOf({ ask }: Command): Promise<string> {
  return join((await ask(["cache", "path", "--source"])).stdout.trim(), "generations");
}

/** Gives a home to the stranger, as after a run with sudo: but for the older generation, which stays root's. */
async function strangersHome(): Promise<{ command: Command; left: string }> {
  const command = copyOf(filled);
  const generations = await generationsOf(command);
  const [, older] = answerOf<{ name: string }[]>(
    await command.ask(["cache", "history", "--json"]),
  ).result;
  const left = join(generations, older?.name ?? "");
  const give = (path: string): void => chownSync(path, stranger, stranger);
  for (const path of readdirSync(command.home, { recursive: true, encoding: "utf8" })) {
    if (!join(command.home, path).startsWith(left)) give(join(command.home, path));
  }
  give(command.home);
  chmodSync(left, 0o700);
  return { command, left };
}

describe.skipIf(!canBeStranger())(
  "what a run with sudo left in the cache (skipped where root cannot become another)",
  () => {
    it.each([["status"], ["history"], ["prune", "--max-size", "1kB"], ["verify"]])(
      "is left out of cache %s, and the command that gives it back is said",
      async (...args) => {
        const { command, left } = await strangersHome();
        const ran = await command.ask(["cache", ...args], {}, asStranger);
        expect(ran.code).toBe(0);
        if (args[0] === "history") return;
        expect(ran.stderr).toMatch(/^warning: \d+ entr(y was|ies were) left out/m);
        expect(ran.stderr).toContain(`sudo chown -R "$(id -u)" '${left}`);
        expect(ran.stderr).toMatch(/ gives it back$/m);
      },
    );

    it("keeps nobody from an answer or a refresh", async () => {
      const { command } = await strangersHome();
      const question = ["info", "openai/gpt-5", "--json"];
      expect(answerOf(await command.ask(question, {}, asStranger))).toMatchObject({
        catalog: { origin: "cache" },
        result: { price: { input: 2 } },
      });
      standIn.serve("/api.json", smallCatalog(3));
      expect((await command.ask(["refresh-cache"], {}, asStranger)).code).toBe(0);
    });
  },
);

const canLimit = spawnSync("sh", ["-c", "prlimit --nofile=40 true"]).status === 0;

describe("what cannot be read for another reason than damage", () => {
  it.skipIf(!canLimit)(
    "is not called damaged, and stays where it is, where too many files are open (skipped without prlimit)",
    async () => {
      const command = copyOf(filled);
      const generations = await generationsOf(command);
      const before = readdirSync(generations);
      for (let most = 18; most <= 40; most += 2) {
        const under = ["prlimit", `--nofile=${most}`];
        const ran = await command.ask(["list", "--limit", "1"], {}, under);
        expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/damaged|repaired/);
      }
      expect(readdirSync(generations)).toEqual(before);
      expect(readdirSync(join(generations, ".."))).not.toContain("quarantine");
      expect((await command.ask(["cache", "verify"])).code).toBe(0);
    },
  );
});
