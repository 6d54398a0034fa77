import { describe, expect, it } from "vitest";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";
import { shop } from "./shop.ts";

const command = shop({
  lab: wireProvider("lab", [
    wireModel("yuan", { cost: { input: 10, output: 20, currency: "CNY" } }),
    wireModel("thousand", { cost: { input: 0.01, output: 0.02, unit: "per_1k" } }),
    wireModel("beside", { cost: { input: 3, output: 6 }, currency: "EUR" }),
    wireModel("dollars", { cost: { input: 2, output: 4, currency: "USD" } }),
    wireModel("plain", { cost: { input: 1, output: 2 } }),
    wireModel("others", { cost: { input: 5, output: 6 } }),
    wireModel("more", { cost: { input: 6, output: 7 } }),
  ]),
});

const warned = /3 models have values that are not understood.*price \(3\)/;

describe("prices in another currency or of another unit", () => {
  it.each([
    ["list"],
    ["list", "--sort", "price"],
    ["search", "lab"],
    ["list", "--fields", "ref,price.input"],
    ["list", "--max-price", "1"],
    ["list", "--max-cost", "1", "--input", "1k"],
    ["list", "--json"],
  ])("are unknown, and said to be: %s", async (...words) => {
    const { stdout, stderr, code } = await command.ask(words);
    expect(code).toBe(0);
    expect(stderr).toMatch(warned);
    for (const number of ["$10", "0.01", "$3 "]) expect(stdout).not.toContain(number);
  });

  it("stand behind those in USD, and below no ceiling", async () => {
    const fields = ["--fields", "ref", "--format", "csv"];
    const sorted = await command.ask(["list", "--sort", "price", ...fields]);
    const refs = sorted.stdout.trim().split(/\r?\n/).slice(1);
    expect(refs.slice(0, 4)).toEqual(["lab/plain", "lab/dollars", "lab/others", "lab/more"]);
    const within = await command.ask(["list", "--max-price", "2.5", "--sort", "price", ...fields]);
    expect(within.stdout.trim().split(/\r?\n/)).toEqual(["ref", "lab/plain", "lab/dollars"]);
  });

  it("make a cost unknown and name why", async () => {
    const asked = await command.ask(["cost", "lab/yuan", "--input", "1k", "--json"]);
    const { result } = JSON.parse(asked.stdout) as {
      result: { perRequest: number | null; complete: boolean; unknown: string[] }[];
    };
    expect(result[0]).toMatchObject({ perRequest: null, complete: false });
    expect(asked.stderr).toMatch(/lab\/yuan: .*price.currency/);
    const dollars = await command.ask(["cost", "lab/dollars", "--input", "1m", "--json"]);
    expect(JSON.parse(dollars.stdout)).toMatchObject({
      result: [{ perRequest: 2, complete: true }],
    });
  });
});
