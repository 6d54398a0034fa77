import { describe, expect, it } from "vitest";
import { failureOf } from "../../testing/failures.ts";
import { commandTable } from "./command-table.ts";
import { HelpAsked } from "./help-asked.ts";
import { buildCommand, parseArguments } from "./parse.ts";

async function parserOf(path: string, width?: number) {
  const entry = commandTable.find((one) => one.path === path);
  if (entry === undefined) throw new Error(`no command ${path}`);
  const definition = await entry.load();
  return (...args: string[]) => parseArguments(buildCommand(entry, definition, width), args);
}

function helpOf(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    if (error instanceof HelpAsked) return error.text;
    throw error;
  }
  throw new Error("no help was shown");
}

describe("parseArguments", () => {
  it("gives words and flags", async () => {
    const info = await parserOf("models info");
    expect(info("openai/gpt-5", "--json")).toMatchObject({
      args: ["openai/gpt-5"],
      options: { json: true },
    });
  });

  it("names the nearest flag for one there is not", async () => {
    const list = await parserOf("models list");
    for (const args of [
      ["--provder", "openai"],
      ["--provder=openai"],
      ["--limit", "5", "--provder"],
    ]) {
      const failure = failureOf(() => list(...args));
      expect(failure.code).toBe("usage.unknown-option");
      expect(failure.message).toBe("modelforge models list has no flag --provder");
      expect(failure.details).toMatchObject({ flag: "--provder" });
      expect(failure.details.nearest).toContain("--provider");
    }
  });

  it("points at the help where no flag is near", async () => {
    const list = await parserOf("models list");
    expect(failureOf(() => list("--frobnicate")).hint).toBe("modelforge models list --help");
  });

  it("fails for what is missing and for what is too much", async () => {
    const info = await parserOf("providers info");
    expect(failureOf(() => info()).code).toBe("usage.missing-argument");
    expect(failureOf(() => info("a", "b")).code).toBe("usage.bad-value");
    const list = await parserOf("models list");
    expect(failureOf(() => list("--limit")).code).toBe("usage.missing-argument");
  });

  it("passes on what a flag says of its value", async () => {
    const list = await parserOf("models list");
    expect(failureOf(() => list("--sort", "colour")).hint).toContain("price");
    expect(failureOf(() => list("--format", "xml")).hint).toContain("csv");
    expect(list("--sort", "PRICE", "--format", "CSV").options).toMatchObject({
      sort: "price",
      format: "csv",
    });
  });
});

describe("help", () => {
  it.each(commandTable.map(({ path }) => path))("of %s has examples of it", async (path) => {
    const parse = await parserOf(path);
    const text = helpOf(() => parse("--help"));
    const name = path.replace(/^models /, "");
    expect(text).toMatch(/^Usage: modelforge /);
    expect(text).toContain("Examples:\n  ");
    expect(text).toContain(name);
    expect(helpOf(() => parse("-h"))).toBe(text);
  });

  it("is as wide as it is told to be", async () => {
    const wide = helpOf((await parserOf("models list", 200)).bind(null, "--help"));
    const narrow = helpOf((await parserOf("models list", 82)).bind(null, "--help"));
    expect(narrow.split("\n").length).toBeGreaterThan(wide.split("\n").length);
  });
});
