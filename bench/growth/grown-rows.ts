import type { Budget, Row } from "../rows/row.ts";

/** What a catalog so many times as large may cost. */
interface Growth {
  times: number;
  /** First `cost` from a file, on an empty cache. */
  seconds?: Budget;
  peakMiB?: Budget;
  /** Warm `info`. */
  info?: Budget;
}

export const growths: readonly Growth[] = [
  { times: 10, seconds: { 20: 0.6 }, peakMiB: { 20: 250 }, info: { 20: 1.2 } },
  { times: 30 },
  { times: 100, seconds: { 20: 6 }, peakMiB: { 20: 1.6 * 1024 }, info: { 20: 1.25 } },
];

/** Measured without being asked for. */
export const usualGrowths = [10, 30];

export const firstFromFile = {
  args: ["cost", "openai/gpt-5", "--input", "40k", "--output", "2k"],
  expected: /\$0\.07/,
};

export const firstName = (times: number): string => `first cost from a file, catalog × ${times}`;
export const peakName = (times: number): string => `${firstName(times)}, peak memory`;

/** What a catalog of that size is asked once it is in the cache. */
export function warmRowsOf({ times, info }: Growth): Omit<Row, "scene">[] {
  const filters = ["--capability", "tools", "--min-context", "200k", "--max-price", "1"];
  return [
    {
      name: `info, catalog × ${times}`,
      args: ["info", "openai/gpt-5"],
      expected: /openai\/gpt-5/,
      ...(info === undefined ? {} : { budget: info }),
    },
    {
      name: `search, catalog × ${times}`,
      args: ["search", "claude sonnet"],
      expected: /claude.*sonnet/,
    },
    {
      name: `list, three filters, a sort, 20 rows, catalog × ${times}`,
      args: ["list", ...filters, "--sort", "price", "--limit", "20"],
      expected: /^(.*\n){20}/,
    },
  ];
}

export function namesOf(growth: Growth): string[] {
  const { times } = growth;
  return [firstName(times), peakName(times), ...warmRowsOf(growth).map(({ name }) => name)];
}
