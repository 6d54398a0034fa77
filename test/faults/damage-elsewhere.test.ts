import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { smallCatalog } from "../support/catalogs.ts";
import { damageNames, damages } from "../support/damage.ts";
import { Place } from "../support/place.ts";
import { questions } from "../support/questions.ts";
import { answerOf } from "../support/run.ts";
import { startServing } from "../support/serving.ts";

// both exist before the tests are named, so that each file gets tests of its own
const standIn = await startServing(smallCatalog());
const offline = new Place({ MODELFORGE_URL: standIn.url, MODELFORGE_OFFLINE: "1" });
const fromSnapshot = answerOf(await offline.run(questions.list));
const snapshot = join(offline.cache, "v1", "snapshot");
const filled = new Place({ MODELFORGE_URL: standIn.url });
const fromCache = answerOf(await filled.run(questions.list));

afterAll(() => standIn.stop());

const forms = damageNames.map((name) => [name] as const);

it("an empty cache that is asked offline keeps the snapshot ready for the next question", () => {
  expect(fromSnapshot.catalog?.origin).toBe("snapshot");
  expect(offline.filesBelow(snapshot)).toContain("current.json");
});

describe.each(offline.filesBelow(snapshot).map((file) => [file] as const))(
  "%s of the prepared snapshot",
  (file) => {
    it.each(forms)("changes no answer when it is %s", async (damage) => {
      const place = offline.copy();
      damages[damage](join(place.cache, "v1", "snapshot", file));
      // the second question meets what the first has repaired
      for (let times = 0; times < 2; times += 1) {
        const { result, catalog } = answerOf(await place.run(questions.list));
        expect(result).toEqual(fromSnapshot.result);
        expect(catalog).toMatchObject({ origin: "snapshot", digest: fromSnapshot.catalog?.digest });
      }
    });
  },
);

describe.each(filled.filesBelow(filled.state).map((file) => [file] as const))(
  "the note %s",
  (file) => {
    it.each(forms)("harms nobody when it is %s", async (damage) => {
      const place = filled.copy();
      damages[damage](join(place.state, file));
      const run = await place.run(questions.list);
      expect(answerOf(run).result).toEqual(fromCache.result);
      expect(run.stderr).not.toMatch(/^(warning|error):/m);
      expect((await place.run(["cache", "status"])).code).toBe(0);
      expect((await place.run(["refresh-cache"])).code).toBe(0);
    });
  },
);
