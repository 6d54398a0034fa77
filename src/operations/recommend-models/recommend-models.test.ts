import { expect, it } from "vitest";
import {
  openInMemory,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../testing/catalog-builders.ts";
import { useCaseNames } from "../../catalog/recommend/use-cases.ts";
import { mostKept } from "../../catalog/recommend/usual-rankings.ts";
import { recordedCatalog } from "../../testing/real-catalog.ts";
import type { RecommendModelsInput } from "./input.ts";
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

it("knows a maker by the name that others put before its models", () => {
  const known = ["one-7", "two-7", "three-7"];
  const { view } = openInMemory(
    wireCatalog(
      wireProvider(
        "alibaba",
        known.map((id) => wireModel(id)),
      ),
      wireProvider("hub", [
        ...known.map((id) => wireModel(`qwen/${id}`)),
        wireModel("qwen/four-7"),
      ]),
      wireProvider("openai", [wireModel("gpt-5")]),
    ),
    Object.fromEntries(
      [...known.map((id) => `alibaba/${id}`), "openai/gpt-5"].map((id) => [id, {}]),
    ),
  );
  const refs = (input: object): string[] =>
    recommend(view, { ...input, limit: 20 }, () => [])
      .recommendations.map(({ model }) => model.ref)
      .sort();
  const all = ["alibaba/one-7", "alibaba/three-7", "alibaba/two-7", "hub/qwen/four-7"];
  expect(refs({ maker: ["alibaba"] })).toEqual(all);
  expect(refs({ maker: ["qwen"] })).toEqual(all);
  expect(refs({ notMaker: ["qwen"] })).toEqual(["openai/gpt-5"]);
});

/** Whether a question about the recorded catalog reads what was worked out with it. */
function readsKept(input: RecommendModelsInput): boolean {
  let isRead = false;
  const { view } = recordedCatalog.open();
  const watched = new Proxy(view, {
    get: (_, name) => {
      isRead ||= name === "rankings";
      const value: unknown = Reflect.get(view, name, view);
      return typeof value === "function" ? value.bind(view) : value;
    },
  });
  recommend(watched, input, () => []);
  return isRead;
}

const usage = { input: 20_000, output: 2_000 };

it.each<[boolean, RecommendModelsInput]>([
  [true, {}],
  [true, { useCase: "coding" }],
  [true, { useCase: "coding", limit: mostKept }],
  [false, { useCase: "coding", limit: mostKept + 1 }],
  [false, { useCase: "coding", usage }],
  [false, { useCase: "coding", requests: { count: 1, per: "day" } }],
  [false, { useCase: "coding", weights: {} }],
  [false, { useCase: "coding", cheapest: false }],
  [false, { useCase: "coding", free: false }],
  [false, { useCase: "coding", notMaker: [] }],
  [false, { useCase: "coding", configured: true }],
])("reads what was worked out with the catalog: %s, asked %j", (expected, input) => {
  expect(readsKept(input)).toBe(expected);
});

it.each([undefined, ...useCaseNames])(
  "says of %s the same whether it was worked out with the catalog or is now",
  (useCase) => {
    const { view } = recordedCatalog.open();
    const named = useCase === undefined ? {} : { useCase };
    const kept = recommend(view, named, () => []);
    // no condition, but something is asked
    expect(recommend(view, { ...named, notProvider: [] }, () => [])).toEqual(kept);
  },
);
