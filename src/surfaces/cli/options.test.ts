import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../../failure.ts";
import { failureOf } from "../../testing/failures.ts";
import { filterFlags, readFilter, refuseUsageWithoutCeiling } from "./filter-options.ts";
import { bytes, count } from "./unit-values.ts";
import { readUsage, type UsageOptions } from "./usage-options.ts";
import { buildCommand, parseArguments } from "./parse.ts";

const entry = { path: "test", aliases: [], summary: "", load: () => Promise.reject() };
const definition = { flags: filterFlags(), examples: [], run: () => Promise.reject() };

function optionsOf(...args: string[]): Record<string, unknown> {
  return parseArguments(buildCommand(entry, definition, undefined), args).options;
}
// 2026-11-23
const clock = { now: () => Date.UTC(2026, 10, 23, 12) };
const filterOf = (...args: string[]) => readFilter(optionsOf(...args), clock);

describe("filter flags", () => {
  it("say nothing where none is given", () => {
    expect(filterOf()).toEqual({});
  });

  it("are all read", () => {
    const args = `--provider openai --not-provider azure --capability tools --without vision
      --input-modality text --output-modality image --max-price 2.5 --max-output-price $10
      --free --min-context 200k --min-output 32_000 --released-after 2026-05
      --released-before 2026-06-01 --knowledge-after 2025-01 --family gpt --open-weights
      --status beta --configured --include-unpriced`;
    expect(filterOf(...args.split(/\s+/))).toEqual({
      provider: ["openai"],
      notProvider: ["azure"],
      capability: ["tools"],
      without: ["vision"],
      inputModality: ["text"],
      outputModality: ["image"],
      maxPrice: 2.5,
      maxOutputPrice: 10,
      free: true,
      minContext: 200_000,
      minOutput: 32_000,
      releasedAfter: "2026-05",
      releasedBefore: "2026-06-01",
      knowledgeAfter: "2025-01",
      family: ["gpt"],
      openWeights: true,
      status: ["beta"],
      configured: true,
      includeUnpriced: true,
    });
  });

  it("take several values, repeated or with commas between them", () => {
    expect(filterOf("--provider", "a, b,", "--provider=c")).toEqual({ provider: ["a", "b", "c"] });
  });

  it.each(["", ",", " , "])("refuse a list of nothing: %j", (value) => {
    const failure = failureOf(() => filterOf("--provider", value));
    expect(failure.code).toBe("usage.bad-value");
    expect(failure.message).toContain("--provider");
  });

  it("understand --open-weights without a value", () => {
    expect(filterOf("--open-weights")).toEqual({ openWeights: true });
  });

  it.each([
    ["--max-price", "cheap"],
    ["--max-price", ""],
    ["--max-price", "$"],
    ["--max-price", "-1"],
    ["--max-price", "Infinity"],
    ["--min-context", "big"],
    ["--min-context", "-5"],
    ["--cached", "101%"],
    ["--cached", "-1"],
    ["--requests", "0"],
    ["--requests", "10/year"],
    ["--requests", "10/day/2"],
    ["--requests", "-0.5/day"],
    ["--input", "0.5"],
    ["--input", "1,5k"],
    ["--input", "many"],
    ["--input", "1000.0000000000001"],
    ["--max-price", "0x10"],
    ["--requests", "1.00000000000000000001"],
  ])("refuse %s %j, naming the flag and an example", (flag, value) => {
    const failure = failureOf(() => filterOf(`${flag}=${value}`));
    expect(failure.code).toBe("usage.bad-value");
    expect(failure.message).toContain(flag);
    expect(failure.hint).toContain(flag);
    expect(failure.details).toEqual({ flag, value });
  });
});

describe("usage flags", () => {
  const usageOf = (...args: string[]) => filterOf("--max-cost", "1", ...args).usage;

  it("are tokens of one request", () => {
    expect(usageOf("--input", "40k", "--output", "2k")).toEqual({
      input: 40_000,
      output: 2_000,
    });
    expect(usageOf("--output", "2k")).toEqual({ input: 0, output: 2_000 });
  });

  it("take the cached part in tokens or as a share", () => {
    expect(usageOf("--input", "40k", "--cached", "80%")?.cached).toBe(32_000);
    expect(usageOf("--input", "40k", "--cached", "10k")?.cached).toBe(10_000);
    expect(usageOf("--input", "40k", "--cached", "12.5 %")?.cached).toBe(5_000);
    expect(usageOf("--input", "40k", "--cached", "100%")?.cached).toBe(40_000);
  });

  it("say so where a share is no whole number of tokens", () => {
    const said: string[] = [];
    const cachedOf = (input: number, part: number) =>
      readUsage({ input, cached: { part } }, (message) => said.push(message))?.cached;
    expect(cachedOf(3, 0.5)).toBe(2);
    expect(cachedOf(12_345, 0.8)).toBe(9_876);
    expect(cachedOf(1_000, 0.33333)).toBe(333);
    expect(cachedOf(3, 0.3333333333)).toBe(1);
    expect(cachedOf(9_007_199_254_740_991, 0.3333333333)).toBe(3_002_399_751_280_090);
    expect(cachedOf(300_000, 0.33333)).toBe(99_999);
    expect(said).toEqual([
      "50% of 3 tokens are 1.5: 2 count as cached",
      "33.333% of 1000 tokens are 333.33: 333 count as cached",
      "33.33333333% of 3 tokens are 0.9999999999: 1 count as cached",
      "33.33333333% of 9007199254740991 tokens are 3002399751280090.3581753003: 3002399751280090 count as cached",
    ]);
  });

  it("hold a share of as many digits as they say, and refuse one of more", () => {
    expect(optionsOf("--cached", "33.33333333%")).toMatchObject({
      cached: { part: expect.closeTo(0.3333333333, 15) as number },
    });
    const failure = failureOf(() => optionsOf("--cached", "33.3333333333333%"));
    expect(failure.message).toBe(
      "--cached 33.3333333333333% has more than the 12 digits that are counted",
    );
    expect(failureOf(() => optionsOf("--cached", "0.0000001%")).message).toBe(
      "--cached 0.0000001% is below the smallest share that is counted, 0.000001%",
    );
  });

  it.each(["50%", "00000000000050%", "50.000000000000%", "050.0 %"])(
    "takes %s for a half",
    (text) => {
      expect(optionsOf("--cached", text)).toMatchObject({ cached: { part: 0.5 } });
    },
  );

  it.each(["0.5", ".5", "0,5", "1.0"])("ask whether --cached %s is a share or tokens", (value) => {
    const failure = failureOf(() => usageOf("--input", "40k", "--cached", value));
    expect(failure.code).toBe("usage.bad-value");
    expect(failure.message).toMatch(/(50|100) % or tokens\?$/);
    expect(failure.hint).toMatch(/--cached (50|100)%/);
  });

  it.each([
    ["1000", { count: 1_000 }],
    ["5/hour", { count: 5, per: "hour" }],
    ["0.5/day", { count: 0.5, per: "day" }],
    ["200/week", { count: 200, per: "week" }],
    ["10000/night", { count: 10_000, per: "day" }],
    ["1.5k / Month", { count: 1_500, per: "month" }],
  ])("count requests in the time named: %s", (value, expected) => {
    const options: UsageOptions = optionsOf("--requests", value);
    expect(options.requests).toEqual(expected);
  });

  it("refuse more cached tokens than there is input", () => {
    expect(failureOf(() => usageOf("--input", "1k", "--cached", "2k")).code).toBe(
      "usage.bad-value",
    );
  });

  it.each([
    ["1000", { count: 1_000 }],
    ["1000/day", { count: 1_000, per: "day" }],
    ["1k/month", { count: 1_000, per: "month" }],
    ["2m/Day", { count: 2_000_000, per: "day" }],
    ["1.5k/week", { count: 1_500, per: "week" }],
  ])("read --requests %s", (value, expected) => {
    const args = ["--max-cost", "1", "--input", "1k", "--requests", value];
    expect(filterOf(...args).requests).toEqual(expected);
  });

  it.each([
    ["--input", "1k"],
    ["--output", "1k"],
    ["--cached", "80%"],
    ["--requests", "9"],
  ])("are refused where nothing asks for a cost: %s %s", (flag, value) => {
    expect(failureOf(() => refuseUsageWithoutCeiling(optionsOf(flag, value))).code).toBe(
      "usage.missing-argument",
    );
  });

  it("go together with --no-input, which is about prompts", () => {
    const options = optionsOf("--no-input", "--input", "40k", "--max-cost", "1");
    expect(options.prompts).toBe(false);
    expect(readFilter(options, clock)).toMatchObject({ maxCost: 1, usage: { input: 40_000 } });
  });
});

describe("counts and sizes", () => {
  it("are whole numbers from one", () => {
    expect(count.read("20", "--limit", undefined)).toBe(20);
    for (const value of ["0", "-1", "1.5", "1000.5", "20.0", "ten", "", "1e", "9".repeat(20)]) {
      expect(() => count.read(value, "--limit", undefined)).toThrow(ModelForgeError);
    }
  });

  it("are bytes with a unit or without", () => {
    expect(bytes.read("50MB", "--max-size", undefined)).toBe(50_000_000);
    expect(() => bytes.read("large", "--max-size", undefined)).toThrow(ModelForgeError);
  });
});

describe("flags of every command", () => {
  it("are off unless given, colours and the configuration on", () => {
    expect(optionsOf()).toEqual({ color: true, config: true });
    expect(
      optionsOf("--json", "--offline", "--refresh", "--quiet", "--verbose", "--no-color"),
    ).toEqual({
      json: true,
      offline: true,
      refresh: true,
      quiet: true,
      verbose: true,
      color: false,
      config: true,
    });
  });
});
