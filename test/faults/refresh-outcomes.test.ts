import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { body, type Fault, faults, status } from "../stand-in/answers.ts";
import type { StandIn } from "../stand-in/stand-in.ts";
import { smallCatalog, type WireCatalog } from "../support/catalogs.ts";
import { Place } from "../support/place.ts";
import { expectAnswersFrom, resultsOf } from "../support/questions.ts";
import { answerOf, errorOf } from "../support/run.ts";
import { forget, serveCatalog, startServing } from "../support/serving.ts";

const catalog = smallCatalog();
const env = { MODELFORGE_TIMEOUT: "2s" };

/** What is left of the catalog when most of its providers are gone. */
const rest = Object.fromEntries(Object.entries(catalog).slice(0, 6)) as WireCatalog;

describe("a refresh", () => {
  let standIn: StandIn;
  let filled: Place;
  let before: Awaited<ReturnType<typeof resultsOf>>;

  beforeAll(async () => {
    standIn = await startServing(catalog);
    filled = new Place({ MODELFORGE_URL: standIn.url, ...env });
    await filled.run(["refresh-cache"]);
    before = await resultsOf(filled);
    expectAnswersFrom(catalog, before);
  });
  beforeEach(() => {
    forget(standIn);
    serveCatalog(standIn, catalog);
  });
  afterAll(() => standIn.stop());

  it("waits as long as a 429 asks for, in seconds or until a date, and then succeeds", async () => {
    for (const retryAfter of ["1", new Date(Date.now() + 2_000).toUTCString()]) {
      forget(standIn);
      standIn.order("/api.json", status(429, { "retry-after": retryAfter }));
      const run = await filled.copy().run(["refresh-cache"], { env: { MODELFORGE_TIMEOUT: "9s" } });
      expect(run.code).toBe(0);
      expect(standIn.count("/api.json")).toBe(2);
    }
  });

  it("follows a redirect to another path of the same host", async () => {
    standIn.forever("/api.json", status(302, { location: "/catalog.json" }));
    expect((await filled.copy().run(["refresh-cache"])).code).toBe(0);
    expect(standIn.count("/catalog.json", 200)).toBe(1);
  });

  it.each<[string, Fault]>([
    ["fail with 500", status(500)],
    ["are a page of HTML", faults.html],
    ["are a list", body("[]")],
    ["never come", faults.silenceAfterHeaders],
    ["are a bomb", faults.bomb],
  ])("takes the prices although the facts beside them %s", async (_what, fault) => {
    serveCatalog(standIn, smallCatalog(2));
    standIn.forever("/models.json", fault);
    const place = filled.copy();
    const run = await place.run(["refresh-cache", "--json"], { env: { MODELFORGE_TIMEOUT: "5s" } });
    expect(answerOf(run).result).toMatchObject({ outcome: "changed" });
    expectAnswersFrom(smallCatalog(2), await resultsOf(place));
  });

  it("asks again for the catalog it refused, and does not let a 304 confirm what it never took", async () => {
    standIn.serve("/api.json", rest);
    const place = filled.copy();
    await place.run(["refresh-cache"]);
    const second = await place.run(["refresh-cache", "--json"]);
    expect(errorOf(second).code).toBe("catalog.shrunken");
    expect(standIn.count("/api.json", 200)).toBe(2);
  });

  it("fails where nobody listens, and the older catalog answers", async () => {
    const gone = await startServing(catalog);
    const place = new Place({ MODELFORGE_URL: gone.url, ...env });
    await place.run(["refresh-cache"]);
    await gone.stop();
    const run = await place.run(["refresh-cache", "--json"]);
    expect(run.code).toBe(5);
    expect(errorOf(run).code).toBe("network.unreachable");
    expectAnswersFrom(catalog, await resultsOf(place));
  });

  it.each([["SIGINT"], ["SIGTERM"]] as const)(
    "that is ended by %s while the server is silent stops at once with exit 130",
    async (signal) => {
      standIn.forever("/api.json", faults.silenceAfterHeaders);
      const place = filled.copy();
      const { child, ended } = place.start(["refresh-cache"], {
        env: { MODELFORGE_TIMEOUT: "30s" },
      });
      await vi.waitFor(() => expect(standIn.count("/api.json")).toBe(1), { timeout: 20_000 });
      child.kill(signal);
      const run = await ended;
      expect(run.code).toBe(130);
      expect(run.ms).toBeLessThan(5_000);
      expect(await resultsOf(place)).toEqual(before);
      expect((await place.run(["cache", "verify"])).code).toBe(0);
      // nor does it keep others waiting
      forget(standIn);
      expect((await place.run(["refresh-cache"])).code).toBe(0);
    },
  );

  it("leaves an empty cache to the snapshot, which says that it is not what was asked for", async () => {
    standIn.forever("/api.json", status(500));
    const place = new Place({ MODELFORGE_URL: standIn.url, ...env });
    const run = await place.run(["list", "--json", "--limit", "1"]);
    const { catalog: stamp, warnings } = answerOf(run);
    expect(stamp).toMatchObject({ origin: "snapshot" });
    const codes = warnings.map((one) => one.code);
    expect(codes).toContain("network.server-failed");
    expect(codes).toContain("snapshot.other-source");
  });
});
