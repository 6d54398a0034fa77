import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { canTrace } from "../cli/under.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const questions = [["list"], ["info", "openai/gpt-5"], ["search", "gpt"], ["providers"]];

async function results(command: Command): Promise<unknown[]> {
  const asked = questions.map((question) => command.ask([...question, "--json"]));
  return (await Promise.all(asked)).map((ran) => answerOf(ran).result);
}

describe.skipIf(!canTrace())("a refresh that is killed (skipped where strace is missing)", () => {
  let standIn: StandIn;
  let filled: Command;
  let before: unknown[];
  let after: unknown[];

  beforeAll(async () => {
    standIn = await StandIn.start();
    standIn.serve("/api.json", smallCatalog(1));
    filled = createCommand({ MODELFORGE_URL: standIn.url });
    expect((await filled.ask(["refresh-cache"])).code).toBe(0);
    before = await results(filled);
    standIn.serve("/api.json", smallCatalog(2));
    const refreshed = copyOf(filled);
    expect((await refreshed.ask(["refresh-cache"])).code).toBe(0);
    after = await results(refreshed);
    expect(after).not.toEqual(before);
  });

  afterAll(() => standIn.stop());

  // every step of a refresh that others can see
  it.each([
    ["mkdir", 1],
    ["mkdir", 2],
    ["rename", 1],
    ["rename", 2],
    ["rename", 3],
    ["rmdir", 1],
  ])("at its %s number %i leaves the old or the new catalog, whole", async (call, nth) => {
    const command = copyOf(filled);
    const inject = `inject=${call}:signal=SIGKILL:when=${nth}`;
    const under = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", `trace=${call}`, "-e", inject];
    await command.ask(["refresh-cache"], {}, under);
    expect([before, after]).toContainEqual(await results(command));
    const { code, stdout } = await command.ask(["cache", "verify"]);
    expect([code, stdout]).toEqual([0, expect.any(String)]);
  });
});
