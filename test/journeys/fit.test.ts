import { describe, expect, it } from "vitest";
import { askFor, expectShape } from "../choosing/answers.ts";
import { answerOf } from "../cli/envelope.ts";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { shop } from "./shop.ts";

const cheap = { input: 0.1, output: 0.4 };
const limits: Record<string, object> = {
  small: { context: 128_000, output: 8_000 },
  big: { context: 1_000_000, output: 64_000 },
  terse: { context: 1_000_000, output: 1_000 },
  narrow: { context: 1_000_000, input: 200_000, output: 64_000 },
  silent: { context: 0, output: 99_999_999 },
};
const maker = wireProvider(
  "acme",
  Object.entries(limits).map(([id, limit], at) =>
    wireModel(id, { limit, cost: { input: cheap.input + at, output: cheap.output } }),
  ),
);
const hub = wireProvider("hub", [
  wireModel("acme/big", { limit: { context: 64_000, output: 64_000 }, cost: cheap }),
]);
const known = { "acme/big": { name: "Big", benchmarks: [] } };
const command = shop({ acme: maker, hub }, known);
const long = ["--input", "500k", "--output", "2k"];
const refs = Object.keys(limits).map((id) => `acme/${id}`);

interface Told {
  ref: string;
  fits: boolean | null;
  exceeds: string[];
}

const told = (rows: readonly Told[]) =>
  Object.fromEntries(rows.map(({ ref, fits, exceeds }) => [ref, [fits, ...exceeds]]));

/** A list, once its schema has agreed. */
function listed(args: readonly string[]) {
  const answer = answerOf<Told[]>(command.run([...args, "--json"]));
  expectShape("models", answer);
  return answer;
}

const expected = {
  "acme/small": [false, "context"],
  "acme/big": [true],
  "acme/terse": [false, "output"],
  "acme/narrow": [false, "input"],
  "acme/silent": [null],
};

describe("a usage that some models cannot take", () => {
  it("is said of each cost, with the limits that it exceeds", () => {
    expect(told(askFor<Told[]>(command, ["cost", ...refs, ...long]))).toEqual(expected);
    const { stdout } = command.run(["cost", ...refs, ...long]);
    expect(stdout).toMatch(/acme\/small .* no: context/);
    expect(stdout).toMatch(/acme\/terse .* no: output/);
    expect(stdout).toMatch(/^acme\/big +\$\S+ {2,}\$/m);
    expect(command.run(["cost", "acme/big", ...long]).stdout).not.toContain("fits");
    const csv = command.run([
      "cost",
      ...refs,
      ...long,
      "--format",
      "csv",
      "--fields",
      "ref,exceeds",
    ]);
    expect(csv.stdout).toContain("acme/narrow,input");
  });

  it("is said of models that are compared, and of none where no usage is given", () => {
    const { models } = askFor<{ models: Told[] }>(command, ["compare", ...refs, ...long]);
    expect(told(models)).toEqual(expected);
    const { stdout } = command.run(["compare", ...refs, ...long]);
    expect(stdout).toMatch(/^fits +no: context +yes +no: output +no: input/m);
    const plain = askFor<{ models: Told[] }>(command, ["compare", ...refs]);
    expect(plain.models[0]).not.toHaveProperty("fits");
  });

  it("is said of each offer", () => {
    const { offers } = askFor<{ offers: Told[] }>(command, ["offers", "acme/big", ...long]);
    expect(told(offers)).toEqual({ "acme/big": [true], "hub/acme/big": [false, "context"] });
    expect(command.run(["offers", "acme/big", ...long]).stdout).toMatch(/hub.* no: context/);
  });

  it.each(["list --sort cost", "list --max-cost 100", "search acme --sort cost"])(
    "rules out models where cost orders or bounds them, and counts them: %s",
    (line) => {
      const { result, warnings } = listed([...line.split(" "), ...long, "--include-unpriced"]);
      expect(told(result)).toEqual({ "acme/big": [true], "acme/silent": [null] });
      expect(warnings).toContainEqual({
        code: "list.hidden-unfit",
        message: "4 models left out: the usage exceeds a limit (context, input or output)",
      });
    },
  );

  it("is said of the rows of a list where it rules out none", () => {
    expect(told(listed(["list", "--provider", "acme", ...long]).result)).toEqual(expected);
    expect(listed(["list"]).result[0]).not.toHaveProperty("fits");
  });

  it("is why a search finds nothing", () => {
    const { stderr } = command.run(["search", "small", ...long, "--sort", "cost"]);
    expect(stderr).toContain("acme/small matches but is left out: the usage exceeds its context");
  });

  it("rules out what is recommended, and is counted there", () => {
    const { recommendations, removed } = askFor<{
      recommendations: { model: { ref: string }; fits: boolean | null; exceeds: string[] }[];
      removed: { constraint: string; count: number }[];
    }>(command, ["recommend", "chat", ...long, "--provider", "acme"]);
    expect(recommendations.map(({ model, fits }) => [model.ref, fits])).toEqual([
      ["acme/big", true],
    ]);
    expect(removed).toEqual(
      expect.arrayContaining([
        { constraint: "takes 502k tokens (context limit)", count: 2 },
        { constraint: "takes 500k tokens (input limit)", count: 1 },
        { constraint: "takes 2k tokens (output limit)", count: 1 },
      ]),
    );
  });
});

describe("an input that exceeds every limit", () => {
  const total = ["--input", "50m", "--output", "5m"];

  it.each([
    "cost acme/big acme/small",
    "compare acme/big acme/small",
    "offers acme/big",
    "list --sort cost",
    "list --max-cost 5",
    "search acme --sort cost",
    "recommend chat",
  ])("is told how a total is asked about: %s", (line) => {
    const { code, stderr } = command.run([...line.split(" "), ...total]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/50M tokens of input are more than any of these models takes in one/);
    expect(stderr).toMatch(/--total-input 50000000 --total-output 5000000 --request-size \d+k /);
  });

  it("is not said where a limit is not exceeded, or none is listed", () => {
    const { stderr } = command.run(["cost", "acme/small", "acme/big", ...long]);
    expect(stderr).not.toContain("total");
    expect(command.run(["cost", "acme/silent", ...total]).stderr).not.toContain("total");
  });
});
