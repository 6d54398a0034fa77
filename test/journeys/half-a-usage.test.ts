import { expect, describe, it } from "vitest";
import { shop } from "./shop.ts";

const command = shop();

interface Answer {
  result: { usage: { input: number; output: number; cached?: number } };
  warnings: { code: string; message: string }[];
}

async function recommended(...words: string[]): Promise<Answer> {
  const { stdout } = await command.ask(["recommend", ...words, "--json"]);
  return JSON.parse(stdout) as Answer;
}

const saidIn = ({ warnings }: Answer): string[] =>
  warnings.filter(({ code }) => code === "usage.usual").map(({ message }) => message);

describe("half a usage", () => {
  it.each([
    [["coding", "--input", "100k"], { input: 100_000, output: 2_000 }, ["output counts with 2000"]],
    [["coding", "--output", "3k"], { input: 20_000, output: 3_000 }, ["input counts with 20000"]],
    [
      ["coding", "--cached", "50%"],
      { input: 20_000, output: 2_000, cached: 10_000 },
      ["input counts with 20000", "output counts with 2000"],
    ],
    [["--input", "9k"], { input: 9_000, output: 1_000 }, ["output counts with 1000"]],
    [["coding", "--input", "9k", "--output", "0"], { input: 9_000, output: 0 }, []],
    [["coding"], { input: 20_000, output: 2_000 }, []],
  ])("keeps what is usual for the other, and says so: %s", async (words, usage, said) => {
    const answer = await recommended(...words);
    expect(answer.result.usage).toEqual(usage);
    expect(saidIn(answer)).toEqual(said.map((one) => expect.stringContaining(one)));
  });

  it("refuses a part that is more than what is usual", async () => {
    const { code, stderr } = await command.ask(["recommend", "coding", "--cached", "30k"]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("more than --input 20000")]);
  });
});
