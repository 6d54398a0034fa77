import { execFileSync, spawn } from "node:child_process";
import { delimiter } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bin, createCommand, ended, type Ran } from "../cli/command.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

const nodes = (process.env.MODELFORGE_TEST_NODES ?? "").split(delimiter);

const usage = ["--input", "40k", "--output", "2k"];
/** The second finds what the first has kept. */
const journey = [
  ["info", "openai/gpt-5", "--quiet"],
  ["info", "openai/gpt-5"],
  ["list", "--sort", "price", "--format", "csv"],
  ["search", "gtp 5"],
  ["compare", "openai/gpt-5", "openai/gpt-5"],
  ["offers", "gpt-5", ...usage, "--json"],
  ["cost", "gpt-5", ...usage],
  ["recommend", "coding", "--format", "yaml"],
  ["providers", "info", "openai"],
  ["complete", "--", "info", "openai/g"],
  ["list", "--max-prise", "1"],
  ["info", "no/such-model", "--json"],
  ["--help"],
];

let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog(1));
});
afterAll(() => standIn.stop());

/** Each command of the journey from an empty cache on, its seconds and digests left out. */
async function travel(node: string): Promise<Ran[]> {
  const { env } = createCommand({ MODELFORGE_URL: standIn.url });
  const all: Ran[] = [];
  for (const args of journey) {
    const { code, stdout, stderr } = await ended(spawn(node, [bin, ...args], { env }));
    all.push({ code, stdout: withoutTimes(stdout), stderr: withoutTimes(stderr) });
  }
  return all;
}

const withoutTimes = (text: string): string =>
  text
    .replaceAll(/\d+ seconds?/g, "N seconds")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIME")
    .replaceAll(/("(?:ageSeconds|age|ageMs)": ?)\d+/g, "$1N");

describe.each(nodes)("a journey under %s", (node) => {
  it("says the same as under this Node, byte for byte, and fails where it should", async () => {
    const version = execFileSync(node, ["--version"], { encoding: "utf8" });
    expect(version).toMatch(/^v?\d+\./);
    const expected = await travel(process.execPath);
    expect(expected.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 3, 0]);
    expect(await travel(node)).toEqual(expected);
  });
});
