import { expect, it } from "vitest";
import { recommendSeveral } from "./recommend-models.ts";

type Surroundings = Parameters<typeof recommendSeveral.run>[0];

/** Nothing may be asked of it: a bad question ends before the catalog is opened. */
const nothing = {} as Surroundings;

it("refuses a monthly ceiling without a number of requests, rather than ignore it", async () => {
  await expect(recommendSeveral.run(nothing, { maxMonthlyCost: 5 }, {})).rejects.toMatchObject({
    code: "usage.missing-argument",
  });
});

it("refuses a usage that cannot be", async () => {
  const usage = { input: 1, cached: 2, output: 0 };
  await expect(recommendSeveral.run(nothing, { usage }, {})).rejects.toMatchObject({
    code: "usage.bad-value",
  });
});
