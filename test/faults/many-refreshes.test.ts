import { afterAll, describe, expect, it } from "vitest";
import { smallCatalog } from "../support/catalogs.ts";
import { Place } from "../support/place.ts";
import { expectAnswersFrom, resultsOf } from "../support/questions.ts";
import { answerOf } from "../support/run.ts";
import { serveCatalog, startServing } from "../support/serving.ts";

const crowd = 30;
const catalog = smallCatalog();
const standIn = await startServing(catalog);

afterAll(() => standIn.stop());

describe("thirty commands at once", () => {
  it("leave a whole cache behind when all of them refresh it", async () => {
    const place = new Place({ MODELFORGE_URL: standIn.url, MODELFORGE_TIMEOUT: "30s" });
    await place.run(["refresh-cache"]);
    serveCatalog(standIn, smallCatalog(2));
    const runs = await Promise.all(
      Array.from({ length: crowd }, () => place.run(["refresh-cache", "--json"])),
    );
    for (const run of runs) expect(answerOf<{ models: number }>(run).result.models).toBe(69);
    expectAnswersFrom(smallCatalog(2), await resultsOf(place));
    expect((await place.run(["cache", "verify"])).code).toBe(0);
  });
});
