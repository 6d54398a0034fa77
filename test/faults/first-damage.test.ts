import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { smallCatalog } from "../support/catalogs.ts";
import { damageNames, damages } from "../support/damage.ts";
import { Place } from "../support/place.ts";
import {
  expectAnswersFrom,
  type Question,
  questionNames,
  questions,
  resultsOf,
} from "../support/questions.ts";
import { answerOf } from "../support/run.ts";
import { serveCatalog, startServing } from "../support/serving.ts";

// filled before the tests are named, so that each file of the cache gets tests of its own
const standIn = await startServing(smallCatalog(1));
const filled = new Place({ MODELFORGE_URL: standIn.url });
await filled.run(["refresh-cache"]);
serveCatalog(standIn, smallCatalog(2));
await filled.run(["refresh-cache"]);
const before = await resultsOf(filled);

const current = answerOf<{ generation: string }>(await filled.run(["cache", "status", "--json"]))
  .result.generation;
const files = filled
  .filesBelow(filled.sourceCache)
  .filter((file) => file === "current.json" || file.includes(current));

afterAll(() => standIn.stop());

/** The filled cache with one file damaged. */
function damagedPlace(file: string, damage: (path: string) => void): Place {
  const place = filled.copy();
  damage(join(place.sourceCache, file));
  return place;
}

it("the cache that gets damaged answers rightly while it is whole", () => {
  expect(files).toContain("current.json");
  expect(files).toContain(`generations/${current}/manifest.json`);
  expectAnswersFrom(smallCatalog(2), before);
});

describe.each(files.map((file) => [file.slice(file.lastIndexOf("/") + 1), file] as const))(
  "%s of the generation that answers",
  (_name, file) => {
    it.each(damageNames.map((one) => [one] as const))(
      "changes no answer when it is %s, whichever question meets it first",
      async (damage) => {
        const runs = await Promise.all(
          questionNames.map((question) =>
            damagedPlace(file, damages[damage]).run(questions[question]),
          ),
        );
        for (const [at, run] of runs.entries()) {
          const question = questionNames[at] as Question;
          expect(answerOf(run).result, question).toEqual(before[question]);
        }
      },
    );
  },
);
