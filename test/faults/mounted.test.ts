import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { afterMounting, canMount } from "../cli/under.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { type Filled, fill } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

const clear = ["cache", "clear", "--all", "--yes", "--json"];

/** Mounts a directory of somebody's below the cache of the source; gives how, and where. */
function mounting(command: Command, name: string, how = 'mount --bind "$MINE"') {
  const mine = join(command.home, "mine");
  const at = join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source, name);
  mkdirSync(mine);
  mkdirSync(at, { recursive: true });
  writeFileSync(join(mine, "mine.txt"), "mine");
  const under = afterMounting(`${how} "$AT"`);
  return { at, under, variables: { MINE: mine, AT: at } };
}

describe.skipIf(!canMount())(
  "something mounted below the cache (skipped where nothing can be mounted)",
  () => {
    it("hides all there is to clear, which is a failure", async () => {
      const command = copyOf(filled.command);
      const { at, under, variables } = mounting(command, ".");
      const ran = await command.ask(clear, variables, under);
      expect(ran.code).toBe(7);
      expect(errorOf(ran)).toMatchObject({
        message: expect.stringMatching(
          /^nothing could be removed from .* something is mounted there: /,
        ),
        hint: "unmount it if it is to go",
      });
      expect(errorOf(ran).message).toContain(dirname(join(at, "x")));
      expect(readFileSync(join(command.home, "mine/mine.txt"), "utf8")).toBe("mine");
    });

    it.each(["quarantine", "generations"])(
      "is left by cache clear, called what it is, and given to nobody: %s",
      async (name) => {
        const command = copyOf(filled.command);
        const { at, under, variables } = mounting(command, name);
        const answer = answerOf(await command.ask(clear, variables, under));
        expect(answer.warnings).toEqual([
          {
            code: "cache.skipped",
            message: `1 entry was left out, as something is mounted there: ${at}; unmount it if it is to go`,
          },
        ]);
        expect(readFileSync(join(command.home, "mine/mine.txt"), "utf8")).toBe("mine");
        if (name === "quarantine") expect(existsSync(join(at, "..", "generations"))).toBe(false);
      },
    );

    it("is called what it is where it is a disk of its own, and reached by a link", async () => {
      const command = copyOf(filled.command);
      const { at, under, variables } = mounting(command, "quarantine", "mount -t tmpfs none");
      const link = join(command.home, "link");
      const linking = `ln -s "$MODELFORGE_CACHE_DIR" "${link}"`;
      const [unshare, ...words] = under;
      const last = words.findIndex((word) => word.includes("mount -t"));
      words[last] = `${linking} && MODELFORGE_CACHE_DIR="${link}" && ${words[last]}`;
      const ran = await command.ask(clear, variables, [unshare ?? "", ...words]);
      const shown = at.replace(command.env.MODELFORGE_CACHE_DIR, link);
      expect(answerOf(ran).warnings).toMatchObject([{ message: expect.stringContaining(shown) }]);
      expect(ran.stdout).not.toContain("chown");
    });

    it("is called what it is by cache prune", async () => {
      const command = copyOf(filled.command);
      const name = `generations/${filled.older}`;
      const { at, under, variables } = mounting(command, name, 'mount --bind "$AT"');
      const prune = ["cache", "prune", "--max-size", "1kB", "--json"];
      const { warnings } = answerOf(await command.ask(prune, variables, under));
      expect(warnings.filter(({ code }) => code === "cache.skipped")).toMatchObject([
        { message: expect.stringContaining(`something is mounted there: ${at}; unmount it`) },
      ]);
    });
  },
);
