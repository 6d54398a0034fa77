import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { heldUntil } from "../stand-in/more-answers.ts";
import type { StandIn } from "../stand-in/stand-in.ts";
import { smallCatalog } from "../support/catalogs.ts";
import { Place } from "../support/place.ts";
import { expectAnswersFrom, resultsOf } from "../support/questions.ts";
import { answerOf } from "../support/run.ts";
import { forget, serveCatalog, startServing } from "../support/serving.ts";
import { describeWhere, lackOfProc } from "../support/tools.ts";

const older = smallCatalog(1);
const newer = smallCatalog(2);

describeWhere(lackOfProc(), "a stale catalog", () => {
  let standIn: StandIn;
  let filled: Place;

  beforeAll(async () => {
    standIn = await startServing(older);
    filled = new Place({ MODELFORGE_URL: standIn.url });
    await filled.run(["refresh-cache"]);
    serveCatalog(standIn, newer);
  });
  beforeEach(() => forget(standIn));
  afterAll(() => standIn.stop());

  // a refresh that was tried a moment ago is not tried again: the state is that of a machine that never did
  const stale = (place: Place) => ({
    MODELFORGE_TTL: "1ms",
    MODELFORGE_STATE_DIR: join(place.directory, "another-state"),
  });
  const hasAsked = (): Promise<void> =>
    vi.waitFor(() => expect(standIn.count("/api.json")).toBe(1), { timeout: 20_000, interval: 25 });
  const allEnded = (place: Place): Promise<void> =>
    vi.waitFor(() => expect(place.processes()).toEqual([]), { timeout: 20_000, interval: 25 });

  it("answers at once, says its age, and exactly one refresh brings the newer one behind its back", async () => {
    const place = filled.copy();
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    standIn.order("/api.json", heldUntil(released));
    const runs = [];
    // one after the other: each of them finds the catalog stale
    for (let times = 0; times < 3; times += 1) {
      runs.push(await place.run(["list", "--json"], { env: stale(place) }));
    }
    const again = await place.run(["info", "acme/swift-2"], { env: stale(place) });
    // the server has not answered yet, and all of them have
    expect(standIn.count("/api.json", 200)).toBe(0);
    for (const run of runs) {
      const { catalog, result } = answerOf<{ ref: string }[]>(run);
      expect(catalog).toMatchObject({ origin: "cache", stale: true });
      expect(result.map(({ ref }) => ref)).not.toContain("kite/edition-2");
      expect(run.stderr).toMatch(/catalog is .+ old/);
    }
    expect(runs[0]?.stderr).toMatch(/background/);
    expect(again.code).toBe(0);
    await hasAsked();
    release();
    await allEnded(place);
    expect(standIn.count("/api.json")).toBe(1);
    expectAnswersFrom(newer, await resultsOf(place));
  });

  it("is refreshed after a search, an info and a providers list as well", async () => {
    for (const args of [["search", "heron"], ["info", "acme/swift-2"], ["providers"]]) {
      forget(standIn);
      const place = filled.copy();
      expect((await place.run(args, { env: stale(place) })).code).toBe(0);
      await hasAsked();
      await allEnded(place);
      expect(standIn.count("/api.json")).toBe(1);
    }
  });

  it.each([
    ["in CI", [], { CI: "1" }],
    ["with CI=true", [], { CI: "true" }],
    ["with --offline", ["--offline"], {}],
    ["with MODELFORGE_OFFLINE=1", [], { MODELFORGE_OFFLINE: "1" }],
    ["with the feature switched off", [], { MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0" }],
  ])("is not refreshed behind its back %s", async (_when, flags, env) => {
    const place = filled.copy();
    const run = await place.run(["list", "--json", ...flags], { env: { ...stale(place), ...env } });
    // a process that was started is alive now, or has asked the server already
    expect(place.processes()).toEqual([]);
    expect(standIn.requests).toEqual([]);
    expect(answerOf(run).catalog).toMatchObject({ origin: "cache", stale: true });
    expect(run.stderr).toMatch(/catalog is .+ old/);
    expect(run.stderr).not.toMatch(/background/);
  });

  it("is not refreshed behind its back when it is fresh", async () => {
    const place = filled.copy();
    const run = await place.run(["list", "--json"], {
      env: { ...stale(place), MODELFORGE_TTL: "24h" },
    });
    expect(place.processes()).toEqual([]);
    expect(standIn.requests).toEqual([]);
    expect(run.stderr).not.toMatch(/old/);
  });
});
