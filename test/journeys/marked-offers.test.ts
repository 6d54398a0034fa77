import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answerOf } from "../cli/envelope.ts";
import { createCommand } from "../cli/command.ts";
import { printedOn } from "../terminal/printed.ts";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";

const limit = { context: 400_000, output: 128_000 };
const sells = (provider: string, id: string, input: number, more = {}) =>
  wireProvider(provider, [
    wireModel(id, { cost: { input, output: input * 8 }, limit, ...more }),
    ...(provider.endsWith("plan") ? [] : [wireModel("other-7", { cost: { input: 1, output: 1 } })]),
  ]);
const catalog = {
  openai: sells("openai", "gpt-5", 2),
  dear: sells("dear", "openai/gpt-5", 2.5),
  half: sells("half", "openai/gpt-5", 0.5),
  odd: sells("odd", "openai/gpt-5", 0.001),
  route: sells("route", "stealth/openai/gpt-5", 1.9),
  early: sells("early", "openai/gpt-5", 1.8, { status: "beta" }),
  short: sells("short", "openai/gpt-5", 1.7, { limit: { context: 8_000, output: 8_000 } }),
  gratis: sells("gratis", "openai/gpt-5", 0),
  plan: sells("plan", "openai/gpt-5", 0),
};
const command = createCommand({});
const path = join(command.home, "marked.json");
writeFileSync(path, JSON.stringify(catalog));
const environment = { ...command.environment, MODELFORGE_URL: path };
const shop = createCommand(environment);

interface Offered {
  offers: { provider: string; marks: string[]; fits: boolean }[];
}
const order = ["openai", "dear", "early", "short", "gratis", "odd", "half", "route", "plan"];

describe("offers that do not stand for their model", () => {
  it("come last whatever they cost, and say why", async () => {
    const { result, warnings } = answerOf<Offered>(shop.run(["offers", "gpt-5", "--json"]));
    expect(result.offers.map(({ provider }) => provider)).toEqual(order);
    expect(
      Object.fromEntries(result.offers.map(({ provider, marks }) => [provider, marks])),
    ).toEqual({
      openai: [],
      dear: [],
      odd: ["discounted", "odd-price"],
      half: ["discounted"],
      short: [],
      early: ["unsettled"],
      route: ["wrapped"],
      gratis: ["trial"],
      plan: ["plan"],
    });
    const said =
      "7 offers stand last, whatever the price: 1 a status that is not normal, its own or its maker's, 1 cannot take the usage, 1 free where others ask a price: a trial, or a tier with limits, 2 closed weights under half the maker's price, 1 under the prefix of a wrapper or discounter, 1 sold in a plan";
    expect(warnings).toContainEqual({ code: "offers.behind", message: said });
    const { text } = await printedOn(160, ["offers", "gpt-5", "--quiet"], environment);
    const lines = text.trimEnd().split("\n").slice(1);
    expect(lines.map((line) => line.split("/")[0])).toEqual(order);
    expect(lines[4]).toContain("trial");
    expect(lines[5]).toContain("discounted, odd price");
    expect(lines[7]).toContain("wrapped");
    expect(lines.at(-1)).toMatch(/in a plan +free +free/);
  });

  it("are not spoken of where a limit shows none of them, and only those that are shown", () => {
    const notes = (limit: string) =>
      answerOf<Offered>(shop.run(["offers", "gpt-5", "--json", "--limit", limit])).warnings.filter(
        ({ code }) => code === "offers.behind",
      );
    expect(notes("2")).toEqual([]);
    expect(notes("3")).toEqual([
      {
        code: "offers.behind",
        message:
          "1 offer stands last, whatever the price: 1 a status that is not normal, its own or its maker's",
      },
    ]);
  });

  it.each([40, 50, 60, 80])("say why on a terminal of %i columns", async (columns) => {
    const { text } = await printedOn(columns, ["offers", "gpt-5", "--quiet"], environment);
    const [titles] = text.split("\n");
    expect(titles).toMatch(/^offer +per request .*mark/);
    expect(text).toMatch(/disc/);
    const fitting = [
      "offers",
      "gpt-5",
      "--quiet",
      "--input",
      "150k",
      "--not-provider",
      "route,half,odd,gratis",
    ];
    const { text: unfit } = await printedOn(columns, fitting, environment);
    expect(unfit).toMatch(/^offer +per request .*fits/);
    expect(unfit).toMatch(/no: c/);
  });

  it("come last from the other end as well, and in the order of their refs where that is asked for", () => {
    const providers = (...more: string[]): string[] =>
      answerOf<Offered>(shop.run(["offers", "gpt-5", "--json", ...more])).result.offers.map(
        ({ provider }) => provider,
      );
    expect(providers("--desc").slice(0, 2)).toEqual(["dear", "openai"]);
    expect(providers("--desc").at(-1)).toBe("plan");
    expect(providers("--sort", "ref")).toEqual([...order].sort());
  });

  it("are not held to a status that was asked for, and no word is said where nothing else is left", () => {
    const beta = answerOf<Offered>(
      shop.run(["offers", "early/openai/gpt-5", "--json", "--status", "beta"]),
    );
    expect(beta.result.offers).toMatchObject([{ provider: "early", marks: [] }]);
    const plan = answerOf<Offered>(
      shop.run(["offers", "plan/openai/gpt-5", "--json", "--provider", "plan"]),
    );
    expect(plan.result.offers).toMatchObject([{ provider: "plan", marks: ["plan"] }]);
    expect(plan.warnings.map(({ code }) => code)).not.toContain("offers.behind");
  });

  it("are not first either where nothing may be: its maker retires it, or nothing takes the usage", () => {
    const retired = join(command.home, "retired.json");
    const of = sells("openai", "gpt-5", 2, { status: "deprecated" });
    writeFileSync(retired, JSON.stringify({ ...catalog, openai: of }));
    const ran = shop.run(["offers", "gpt-5", "--json"], { MODELFORGE_URL: retired });
    const { result, warnings } = answerOf<Offered>(ran);
    expect(result.offers.map(({ provider }) => provider).slice(0, 2)).toEqual(["early", "openai"]);
    expect(warnings.map(({ code }) => code)).toContain("offers.behind");
    const unfit = answerOf<Offered>(shop.run(["offers", "gpt-5", "--json", "--input", "3m"]));
    expect(unfit.result.offers.map(({ provider }) => provider)).toEqual([
      "short",
      "early",
      "openai",
      "dear",
      "gratis",
      "odd",
      "half",
      "route",
      "plan",
    ]);
    expect(unfit.warnings.map(({ code }) => code)).toContain("offers.behind");
  });

  it("leave the row that was asked for out where a filter does", () => {
    const left = (...more: string[]): string[] =>
      answerOf<Offered>(shop.run(["offers", "openai/gpt-5", "--json", ...more])).result.offers.map(
        ({ provider }) => provider,
      );
    expect(left("--provider", "dear")).toEqual(["dear"]);
    expect(left("--not-provider", "openai")).not.toContain("openai");
    expect(left("--max-price", "0.6")).toEqual(["gratis", "odd", "half"]);
    expect(left("--configured")).toEqual([]);
  });

  it("are behind the others among the sellers that info names", () => {
    const { result } = answerOf<{ sellers: { count: number; cheapest: { ref: string }[] } }>(
      shop.run(["info", "openai/gpt-5", "--json"]),
    );
    expect(result.sellers.count).toBe(9);
    expect(result.sellers.cheapest.slice(0, 3).map(({ ref }) => ref)).toEqual([
      "short/openai/gpt-5",
      "openai/gpt-5",
      "dear/openai/gpt-5",
    ]);
  });
});
