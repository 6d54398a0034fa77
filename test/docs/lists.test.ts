import { describe, expect, it } from "vitest";
import { capabilities, modalities } from "../../src/catalog/words/capability.ts";
import { listSorts } from "../../src/catalog/query/sort.ts";
import { type UseCase, type UseCaseName, useCases } from "../../src/catalog/recommend/use-cases.ts";
import { failures } from "../../src/failure.ts";
import { operations } from "../../src/operations/index.ts";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";
import { CatalogClient } from "../../src/surfaces/library/client.ts";
import { kinds } from "../../src/catalog/words/kinds.ts";
import { modelFields } from "../../src/catalog/words/model.ts";
import { readPage } from "./markdown.ts";
import { statementsOf } from "./statements.ts";

const codesIn = (text: string): string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? "");

/** The one sentence or row of a guide that begins so. */
function statement(page: string, start: string): string {
  const found = statementsOf(readPage(`docs/guide/${page}`)).filter((one) => one.startsWith(start));
  expect([start, found.length]).toEqual([start, 1]);
  return found[0] ?? "";
}

/** Cells of the rows of a guide's tables. */
function rowsOf(page: string): string[][] {
  const rows = statementsOf(readPage(`docs/guide/${page}`)).filter((one) => one.startsWith("|"));
  return rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe("the README", () => {
  it("names every command, by its first word or the one it is usually called by", () => {
    const page = readPage("README.md");
    const words = commandTable.map(({ path, aliases }) => {
      const [group = ""] = path.split(" ");
      return group === "models" ? (aliases[0] ?? group) : group;
    });
    const lacking = [...new Set(words)].filter(
      (word) => !page.includes(`modelforge ${word}`) && !page.includes(`\`${word}`),
    );
    expect(lacking).toEqual([]);
  });
});

describe("the lists in the guides", () => {
  it("name every capability, modality, sort key and field there is", () => {
    const page = "finding-models.md";
    expect(codesIn(statement(page, "The capabilities are"))).toEqual([...capabilities]);
    expect(codesIn(statement(page, "The modalities are"))).toEqual([...modalities]);
    const [, ...named] = codesIn(statement(page, "`--kind` goes by what a model is for"));
    expect(named).toEqual([...kinds]);
    const [, ...keys] = codesIn(statement(page, "`--sort` takes"));
    expect(keys.filter((key) => key !== "list")).toEqual([...listSorts, "search", "relevance"]);
    expect(codesIn(statement(page, "The fields are"))).toEqual([...modelFields]);
  });

  it("name what each use case needs", () => {
    const needs = (name: string): string => {
      const { kind, needs, takes, minContext } = useCases[name as UseCaseName] as UseCase;
      const media = takes.filter((one) => one !== "text");
      return [
        ...needs.filter((one) => one !== "vision").map((one) => one.replace("-", " ")),
        ...media.map((one) => `takes ${one === "image" ? "images" : one}`),
        ...(kind === "image" ? ["is an image model"] : []),
        ...(kind === "embedding" ? ["is an embedding model"] : []),
        ...(minContext > 0 ? [`context of ${minContext / 1000}k`] : []),
      ].join(", ");
    };
    const rows = rowsOf("which-should-i-take.md").filter(([name]) => name?.startsWith("`"));
    const said = rows.map(([names = "", needed]) => [codesIn(names)[0], needed]);
    expect(said).toEqual(Object.keys(useCases).map((name) => [name, needs(name)]));
    for (const name of Object.keys(useCases) as UseCaseName[]) {
      const { kind, takes } = useCases[name] as UseCase;
      expect([name, kind === "chat"]).toEqual([name, !/^(image|embedding)/.test(name)]);
      expect([name, takes.includes("text")]).toEqual([name, name !== "audio"]);
    }
  });

  it("name the use cases in which cost weighs more than half, and how much", () => {
    const said = statement("which-should-i-take.md", "For `extraction` and");
    const bulk = Object.entries(useCases).filter(([, { cost }]) => cost !== 0.5);
    expect(codesIn(said)).toEqual(bulk.map(([name]) => name));
    for (const [, { cost }] of bulk) expect(said).toContain(`weighs ${cost},`);
  });

  it("name every exit code", () => {
    const rows = rowsOf("troubleshooting.md").map(([exit]) => Number(exit));
    const exits = new Set([0, 8, ...Object.values(failures).map(({ exit }) => exit)]);
    expect(rows.filter((exit) => !Number.isNaN(exit))).toEqual([...exits].sort((a, b) => a - b));
  });

  it("name every question", () => {
    const names = codesIn(statement("library.md", "`ask` takes the name of a question"));
    expect(names.slice(1)).toEqual(Object.keys(operations));
  });

  it("name every method of the client", () => {
    const methods = rowsOf("library.md").map(([call = ""]) => /`(\w+)\(/.exec(call)?.[1] ?? call);
    const own = Object.getOwnPropertyNames(CatalogClient.prototype);
    expect([...methods].sort()).toEqual(own.filter((name) => name !== "constructor").sort());
  });
});
