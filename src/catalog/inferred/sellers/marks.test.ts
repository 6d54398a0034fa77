import { expect, it } from "vitest";
import {
  openInMemory,
  type Wire,
  wireCatalog,
  wireModel,
  wireProvider,
} from "../../../testing/catalog-builders.ts";
import { bitOf, type Mark, marks } from "../../words/marks.ts";

const sell = (provider: string, id: string, input: number, more: Wire = {}): Wire =>
  wireProvider(provider, [wireModel(id, { cost: { input, output: input * 4 }, ...more })]);
const with0 = (provider: string, fields: Wire = {}): Wire =>
  wireProvider(provider, [wireModel("openai/gpt-5", { cost: { input: 0, output: 0 } })], fields);

/** The marks of every row that has any, by ref. */
function marksIn(...providers: Wire[]): Record<string, Mark[]> {
  const { models, view } = openInMemory(wireCatalog(...providers));
  const found = models.map(({ ref }, row): [string, Mark[]] => [
    ref,
    marks.filter((mark) => ((view.columns.marks[row] as number) & bitOf(mark)) !== 0),
  ]);
  return Object.fromEntries(found.filter(([, own]) => own.length > 0));
}

const openai = sell("openai", "gpt-5", 2);

it("marks closed weights under half of what the maker asks, and open ones not", () => {
  const half = sell("half", "openai/gpt-5", 1);
  const less = sell("less", "openai/gpt-5", 0.99);
  expect(marksIn(openai, half, less)).toEqual({ "less/openai/gpt-5": ["discounted"] });
  const open = { open_weights: true };
  expect(marksIn(sell("openai", "gpt-5", 2, open), half, less)).toEqual({});
});

it("does not judge by a maker's price in another currency", () => {
  const others = ["a", "b", "c", "d"].map((provider) => sell(provider, "openai/gpt-5", 0.5));
  expect(marksIn(openai, ...others)).toEqual({});
});

it("marks what costs a fiftieth of the median of its group, and what others give for nothing as a trial", () => {
  const open = { open_weights: true };
  const others = ["a", "b"].map((provider) => sell(provider, "openai/gpt-5", 2, open));
  const tiny = sell("tiny", "openai/gpt-5", 0.039, open);
  const free = wireProvider("free", [
    wireModel("openai/gpt-5", { cost: { input: 0, output: 0 } }),
    wireModel("other-7"),
  ]);
  const maker = sell("openai", "gpt-5", 2, open);
  expect(marksIn(maker, ...others, tiny, free)).toEqual({
    "tiny/openai/gpt-5": ["odd-price"],
    "free/openai/gpt-5": ["trial"],
  });
});

it("calls nothing a trial that its maker gives for nothing, or for which nobody asks a price", () => {
  const nothing = { cost: { input: 0, output: 0 } };
  const own = wireProvider("openai", [wireModel("gpt-5", nothing), wireModel("other-7")]);
  expect(marksIn(own, sell("a", "openai/gpt-5", 2), sell("b", "openai/gpt-5", 2))).toEqual({});
  const free = wireProvider("free", [wireModel("openai/gpt-5", nothing), wireModel("other-8")]);
  expect(marksIn(own, free)).toEqual({});
});

it("takes a provider whose priced rows are all at 0 for a plan, and for local what runs on the machine", () => {
  const found = marksIn(
    with0("plan"),
    with0("here", { api: "http://127.0.0.1:1234/v1" }),
    wireProvider("trial", [
      wireModel("openai/gpt-5", { cost: { input: 0, output: 0 } }),
      wireModel("other-8"),
    ]),
    wireProvider("silent", [wireModel("openai/gpt-5", { cost: undefined })]),
  );
  expect(found).toEqual({ "plan/openai/gpt-5": ["plan"], "here/openai/gpt-5": ["local"] });
});

it("marks a status that is not normal, and closed weights that their maker retires", () => {
  const retired = sell("openai", "gpt-5", 2, { status: "deprecated" });
  const other = sell("other", "openai/gpt-5", 2);
  expect(marksIn(retired, other)).toEqual({
    "openai/gpt-5": ["unsettled"],
    "other/openai/gpt-5": ["unsettled"],
  });
  expect(marksIn(openai, sell("beta", "openai/gpt-5", 2, { status: "beta" }))).toEqual({
    "beta/openai/gpt-5": ["unsettled"],
  });
});

it("marks what stands under the prefix of a wrapper", () => {
  expect(marksIn(openai, sell("kilo", "stealth/gpt-5", 2))).toEqual({
    "kilo/stealth/gpt-5": ["wrapped"],
  });
});

it("takes nobody who charges for audio alone for a plan, and every plan by its name", () => {
  const both = (provider: string, one: Wire, other: Wire): Wire =>
    wireProvider(provider, [
      wireModel("openai/gpt-5", { cost: one }),
      wireModel("b-7", { cost: other }),
    ]);
  const nothing = { input: 0, output: 0 };
  const voice = both("voice", nothing, { ...nothing, input_audio: 32 });
  const named = both("acme-coding-plan", nothing, { input: 2, output: 8 });
  const planned = both("planner", nothing, { input: 2, output: 8 });
  expect(marksIn(openai, voice, named, planned)).toEqual({
    "acme-coding-plan/openai/gpt-5": ["plan"],
    "voice/openai/gpt-5": ["trial"],
    "planner/openai/gpt-5": ["trial"],
  });
});
