import { expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { recommend, recommendSeveral } from "./recommend-models.ts";

type Surroundings = Parameters<typeof recommendSeveral>[0];

/** Nothing may be asked of it: a bad question ends before the catalog is opened. */
const nothing = {} as Surroundings;

it("refuses a monthly ceiling without a number of requests, rather than ignore it", async () => {
  await expect(recommendSeveral(nothing, { maxMonthlyCost: 5 }, {})).rejects.toMatchObject({
    code: "usage.missing-argument",
  });
});

it("leaves out a maker under every spelling of its name", () => {
  const { view } = openInMemory(
    wireCatalog(
      wireProvider("hub", [
        wireModel("mistralai/one"),
        wireModel("mistral-ai/two"),
        wireModel("mistral/three"),
        wireModel("openai/four"),
      ]),
    ),
  );
  const refs = (input: object): string[] =>
    recommend(view, { ...input, provider: ["hub"] }, () => []).recommendations.map(
      ({ model }) => model.ref,
    );
  expect(refs({ notMaker: ["Mistral"] })).toEqual(["hub/openai/four"]);
  expect(refs({ maker: ["mistral"] })).toHaveLength(3);
});
