import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { errorOf } from "../cli/envelope.ts";
import { status } from "../stand-in/answers.ts";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const catalog = (...ids: [id: string, released: string][]) => ({
  maker: wireProvider(
    "maker",
    ids.map(([id, released]) => ({ ...wireModel(id), family: "star", release_date: released })),
  ),
});

describe("a model that is gone from the catalog", () => {
  let standIn: StandIn;

  beforeAll(async () => {
    standIn = await StandIn.start();
  });

  afterAll(() => standIn.stop());

  it.each([
    [["info", "maker/star-1"]],
    [["offers", "maker/star-1"]],
    [["cost", "star-1", "--input", "1k"]],
    [["compare", "maker/star-1", "maker/star-2"]],
  ])("is said to be removed, with what to take instead: %j", async (args) => {
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url });
    standIn.serve("/api.json", catalog(["star-1", "2025-01-01"], ["star-2", "2026-01-01"]));
    expect((await ask(["refresh-cache"])).code).toBe(0);
    standIn.serve("/api.json", catalog(["star-2", "2026-01-01"], ["star-3-mini", "2024-01-01"]));
    expect((await ask(["refresh-cache"])).code).toBe(0);
    const ran = await ask([...args, "--json"]);
    expect([ran.code, ran.stdout]).toEqual([3, ""]);
    expect(errorOf(ran)).toMatchObject({
      code: "model.not-found",
      message: expect.stringMatching(/^maker\/star-1 is no longer in the catalog/) as string,
      details: { removed: "maker/star-1", successor: "maker/star-2" },
    });
    standIn.order("/api.json", status(404));
    const older = await ask([...args, "--refresh", "--json"]);
    expect(errorOf(older)).toMatchObject({
      details: { removed: "maker/star-1" },
      // that the source could not be asked
      warnings: [{ code: "network.refused" }],
    });
  });

  it("that nobody ever saw is just not found", async () => {
    const { ask } = createCommand({ MODELFORGE_URL: standIn.url });
    standIn.serve("/api.json", catalog(["star-2", "2026-01-01"]));
    const ran = await ask(["info", "maker/star-0", "--json"]);
    expect(errorOf(ran).message).toBe("no model maker/star-0 in the catalog");
  });
});
