import { afterAll, beforeAll, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
});

afterAll(() => standIn.stop());

it("thirty refreshes at once all succeed and leave one whole catalog, the newer", async () => {
  const { ask } = createCommand({ MODELFORGE_URL: standIn.url, MODELFORGE_TIMEOUT: "30s" });
  standIn.serve("/api.json", smallCatalog(1));
  const { digest } = answerOf(await ask(["refresh-cache", "--json"])).catalog;
  standIn.serve("/api.json", smallCatalog(2));
  const runs = await Promise.all(
    Array.from({ length: 30 }, () => ask(["refresh-cache", "--json"])),
  );
  const digests = new Set(runs.map((ran) => answerOf(ran).catalog.digest));
  expect(digests.size).toBe(1);
  expect(digests).not.toContain(digest);
  const answer = answerOf(await ask(["info", "openai/gpt-5", "--json"]));
  expect(answer).toMatchObject({ result: { price: { input: 2 } }, warnings: [] });
  expect((await ask(["cache", "verify"])).code).toBe(0);
});
