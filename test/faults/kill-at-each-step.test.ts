import { afterAll, beforeAll, expect, it } from "vitest";
import type { StandIn } from "../stand-in/stand-in.ts";
import { smallCatalog } from "../support/catalogs.ts";
import { Place } from "../support/place.ts";
import { expectAnswersFrom, resultsOf } from "../support/questions.ts";
import { serveCatalog, startServing } from "../support/serving.ts";
import { describeWhere, lackOfStrace } from "../support/tools.ts";

const older = smallCatalog(1);
const newer = smallCatalog(2);

let standIn: StandIn;
let filled: Place;
let before: Record<string, unknown>;
let after: Record<string, unknown>;

beforeAll(async () => {
  standIn = await startServing(older);
  filled = new Place({ MODELFORGE_URL: standIn.url });
  await filled.run(["refresh-cache"]);
  before = await resultsOf(filled);
  expectAnswersFrom(older, before);
  serveCatalog(standIn, newer);
  const refreshed = filled.copy();
  expect((await refreshed.run(["refresh-cache"])).code).toBe(0);
  after = await resultsOf(refreshed);
  expectAnswersFrom(newer, after);
});
afterAll(() => standIn.stop());

/** Every command answers, all of them from the same catalog: the old one or the new one. */
async function expectSoundness(place: Place, how: string): Promise<void> {
  const results = await resultsOf(place);
  const isNew = JSON.stringify(results.list) === JSON.stringify(after.list);
  expect(results, how).toEqual(isNew ? after : before);
  const verified = await place.run(["cache", "verify"]);
  expect(verified.code, `${how}: ${verified.stdout}`).toBe(0);
}

describeWhere(lackOfStrace(), "a refresh that is killed by the system", () => {
  // every step of a refresh that others can see
  const steps = [
    ["mkdir", 1],
    ["mkdir", 2],
    ["rename", 1],
    ["rename", 2],
    ["rename", 3],
    ["rmdir", 1],
  ] as const;

  it.each(steps)(
    "leaves the old or the new catalog whole at its %s number %i",
    async (call, nth) => {
      const place = filled.copy();
      const inject = `inject=${call}:signal=SIGKILL:when=${nth}`;
      const under = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", `trace=${call}`, "-e", inject];
      await place.run(["refresh-cache"], { under });
      await expectSoundness(place, `${call} ${nth}`);
    },
  );
});
