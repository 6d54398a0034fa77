import { describe, expect, it } from "vitest";
import { shop } from "../journeys/shop.ts";
import { printedOn } from "../terminal/printed.ts";
import { wireModel, wireProvider } from "../stand-in/catalogs.ts";

const escape = "\u001b";
/** Sets the clipboard, clears the screen, turns the line around, ends the line early. */
const nasty = `Nice${escape}]52;c;ZXZpbA==\u0007${escape}[2J\u202eeman\u200f\u2066\u0085\u009b1m\r\nx`;
const nastyId = `evil${escape}]52;c;eA==\u0007${escape}[2K\u202e-id`;
const harmful =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]|52;c/;

const model = (id: string, more = {}) =>
  wireModel(id, { name: nasty, family: nasty, status: nasty, ...more });
const old = {
  status: "deprecated",
  family: "old",
  release_date: "2024-01-01",
  limit: { context: 1_000, output: 1_000 },
};
const command = shop(
  {
    nasty: wireProvider("nasty", [
      model(nastyId),
      model("plain"),
      model(`new${escape}[31m`, { family: "old", status: undefined }),
      model("old", old),
      model("=2+5", { cost: { input: 9, output: 9 } }),
    ]),
    "=cmd": wireProvider("=cmd", [model("@SUM(A1)"), model(`nasty/${nastyId}`)]),
  },
  {
    [`nasty/${nastyId}`]: { name: nasty, license: nasty, benchmarks: results(70) },
    "nasty/plain": { name: nasty, license: nasty, benchmarks: results(50) },
    "nasty/=2+5": { name: nasty, license: nasty, benchmarks: results(60) },
  },
);

function results(score: number): object[] {
  return [{ name: nasty, score, metric: nasty, variant: nasty, harness: nasty }];
}

const usage = ["--input", "10k", "--output", "1k"];
const both = [`nasty/${nastyId}`, "nasty/plain"];
const questions: { what: string; args: string[] }[] = [
  { what: "offers", args: ["offers", `nasty/${nastyId}`] },
  { what: "offers as csv", args: ["offers", `nasty/${nastyId}`, "--format", "csv"] },
  { what: "offers as tsv", args: ["offers", `nasty/${nastyId}`, "--format", "tsv"] },
  { what: "offers as md", args: ["offers", `nasty/${nastyId}`, "--format", "md"] },
  { what: "offers as yaml", args: ["offers", `nasty/${nastyId}`, "--format", "yaml"] },
  { what: "a comparison", args: ["compare", ...both] },
  { what: "a narrow comparison", args: ["compare", ...both, "nasty/old"] },
  { what: "a comparison as charts", args: ["compare", ...both, "--chart"] },
  { what: "a comparison as md", args: ["compare", ...both, "--format", "md"] },
  { what: "a comparison as yaml", args: ["compare", ...both, "--format", "yaml"] },
  { what: "costs", args: ["cost", ...both, ...usage] },
  { what: "costs as csv", args: ["cost", ...both, ...usage, "--format", "csv"] },
  { what: "costs as md", args: ["cost", ...both, ...usage, "--format", "md"] },
  { what: "costs as yaml", args: ["cost", ...both, ...usage, "--format", "yaml"] },
  { what: "what to take instead", args: ["cost", "nasty/old", ...usage] },
  {
    what: "recommendations",
    args: ["recommend", "chat", "--status", "all", "--explain", "--chart"],
  },
  { what: "recommendations as yaml", args: ["recommend", "chat", "--format", "yaml"] },
  { what: "an error", args: ["offers", `nasty/${nastyId}x`] },
  { what: "an error of recommend", args: ["recommend", "chat", "--maker", nasty] },
  { what: "an error of a use case", args: ["recommend", nasty.replaceAll("\n", "")] },
];

describe("names that mean harm, in the choosing commands", () => {
  it.each(questions)(
    "cannot move the cursor, set the clipboard or turn a line in $what",
    async (one) => {
      const { text } = await printedOn(60, one.args, command.environment);
      for (const { stdout, stderr } of [
        command.run(one.args),
        { stdout: text.replaceAll("\n", ""), stderr: "" },
      ]) {
        // the separators of tsv are ours
        const shown = `${one.args.includes("tsv") ? stdout.replaceAll("\t", "") : stdout}${stderr}`;
        expect(shown).not.toBe("");
        // yaml is exact: what is left of a sequence in a table stands there whole, escaped
        const found = one.args.includes("yaml") ? shown.replaceAll("\\e]52;c", "") : shown;
        expect(harmful.exec(found)?.[0]).toBeUndefined();
      }
    },
  );

  it("are asked for as they are and stand in the answers", () => {
    expect(command.run(["compare", ...both, "--chart"]).stdout).toContain("nasty/evil-id");
    expect(command.run(["compare", ...both]).stdout).toMatch(/^ +nasty\/evil-id +nasty\/plain$/m);
    const { stdout } = command.run([
      "recommend",
      "chat",
      "--status",
      "all",
      "--chart",
      "--limit",
      "9",
    ]);
    expect(stdout).toContain("nasty/evil-id");
    const { stderr } = command.run(["cost", "nasty/old", ...usage]);
    expect(stderr).toContain("nasty/old is deprecated; take nasty/new");
  });

  it("are kept by JSON, escaped", () => {
    const { stdout } = command.run(["cost", ...both, ...usage, "--json"]);
    expect(stdout).not.toContain(escape);
    const { result } = JSON.parse(stdout) as { result: { ref: string }[] };
    expect(result.map(({ ref }) => ref)).toContain(`nasty/${nastyId}`);
  });

  it("start no formula in a spreadsheet", () => {
    for (const args of [
      ["cost", "=cmd/@SUM(A1)", "nasty/=2+5", ...usage, "--format", "csv"],
      ["offers", "=cmd/@SUM(A1)", "--format", "csv"],
      ["offers", "nasty/=2+5", "--format", "csv", "--fields", "ref,id,name,reason"],
    ]) {
      const { code, stdout } = command.run([...args, "--quiet"]);
      expect(code).toBe(0);
      const cells = stdout.split(/[\n,\t]/).map((cell) => cell.replace(/^"/, ""));
      expect(cells.filter((cell) => /^[=@+]|^-(?!\d)/.test(cell))).toEqual([]);
      expect(stdout).toMatch(/'=cmd\/@SUM|'=2\+5/);
    }
  });

  it("are exact in TSV, which no spreadsheet opens by itself", () => {
    const args = ["cost", "=cmd/@SUM(A1)", "nasty/=2+5", ...usage, "--format", "tsv", "--quiet"];
    const { code, stdout } = command.run(args);
    expect(code).toBe(0);
    const refs = stdout
      .split("\n")
      .slice(1, -1)
      .map((line) => line.split("\t")[0]);
    expect(new Set(refs)).toEqual(new Set(["=cmd/@SUM(A1)", "nasty/=2+5"]));
  });
});
