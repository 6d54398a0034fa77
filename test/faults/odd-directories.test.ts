import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { inTime } from "../cli/under.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { priceOf } from "./one-life.ts";

const question = ["info", "openai/gpt-5", "--json"];
let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog(2));
});

afterAll(() => standIn.stop());

describe("a cache directory that can be none", () => {
  it.each([
    ["/proc/modelforge", "/proc/modelforge"],
    ["/proc/self/modelforge/cache", "/proc/self/modelforge/cache"],
    ["/proc/self/fd/cache", "/proc/self/fd/cache"],
    ["/sys/modelforge", "/sys/modelforge"],
    ["/sys/a/b/c/d", "/sys/a/b/c/d"],
    ["/dev/full", "/dev/full"],
    ["/dev/null/x", "/dev/null/x"],
    ["/dev/fd/0/x", "/dev/fd/0/x"],
    ["/etc/passwd/cache", "/etc/passwd/cache"],
    ["4,500 characters long", `/tmp/${"long/".repeat(900)}`],
    ["a name of 300 characters", `/tmp/${"n".repeat(300)}`],
  ])("costs a warning and no answer, at once: %s", async (_, directory) => {
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url });
    const variables = { MODELFORGE_CACHE_DIR: directory, MODELFORGE_STATE_DIR: directory };
    const ran = await ask(question, variables, inTime);
    expect([ran.code, ran.stderr]).toEqual([0, expect.stringMatching(/^warning: .*not be kept/m)]);
    expect(priceOf(ran)).toBe(2);
    for (const args of [
      ["cache", "status"],
      ["cache", "verify"],
      ["cache", "history"],
      ["cache", "prune"],
      ["cache", "clear", "--yes"],
      ["cache", "clear", "--all", "--yes"],
      ["refresh-cache"],
    ]) {
      const calm = await ask(args, variables, inTime);
      expect([args, calm.code]).toEqual([args, expect.toBeOneOf([0, 7])]);
      expect([args, calm.stderr]).toEqual([args, expect.not.stringMatching(/defect/)]);
    }
  });

  it("is one whose link leads to itself", async () => {
    const { home, ask } = createCommand({ MODELFORGE_URL: standIn.url });
    const loop = join(home, "loop");
    symlinkSync(loop, loop);
    const ran = await ask(question, { MODELFORGE_CACHE_DIR: loop }, inTime);
    expect([ran.code, priceOf(ran)]).toEqual([0, 2]);
    expect(ran.stderr).not.toContain("damaged");
  });
});
