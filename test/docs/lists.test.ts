import { describe, expect, it } from "vitest";
import { capabilities, modalities } from "../../src/catalog/words/capability.ts";
import { listSorts } from "../../src/catalog/query/sort.ts";
import { factorNames } from "../../src/catalog/recommend/factors.ts";
import { type UseCase, type UseCaseName, useCases } from "../../src/catalog/recommend/use-cases.ts";
import { failures } from "../../src/failure.ts";
import { operations } from "../../src/operations/index.ts";
import { CatalogClient } from "../../src/surfaces/library/client.ts";
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

describe("the lists in the guides", () => {
  it("name every capability, modality, sort key and field there is", () => {
    const page = "finding-models.md";
    expect(codesIn(statement(page, "The capabilities are"))).toEqual([...capabilities]);
    expect(codesIn(statement(page, "The modalities are"))).toEqual([...modalities]);
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
        ...(kind === "image-giving" ? ["gives images"] : []),
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

  it("name the factors of a score, and which weighs most for which use case", () => {
    const factors = rowsOf("which-should-i-take.md").map(([name = ""]) => name);
    expect(factors.filter((name) => !name.startsWith("`"))).toEqual([...factorNames]);
    const weights = statement("which-should-i-take.md", "Weights differ by use case");
    const clauses = [...weights.matchAll(/(\w+) weighs? most for ([^;.]*(?:\(0\.\d+\)[^;.]*)*)/g)];
    expect(clauses.map(([, factor]) => factor)).toEqual(["quality", "cost", "limits"]);
    for (const [, factor = "", named = ""] of clauses) {
      for (const [, name, weight] of named.matchAll(/`([a-z-]+)` \((0\.\d+)\)/g)) {
        const own = useCases[name as UseCaseName].weights;
        expect([name, own[factor as keyof typeof own]]).toEqual([name, Number(weight)]);
        expect(Math.max(...Object.values(own))).toBe(Number(weight));
      }
    }
  });

  it("tell for which use cases benchmarks weigh less", () => {
    const exception = statement("which-should-i-take.md", "For use cases other than");
    const quality = (name: string): number => useCases[name as UseCaseName].weights.quality;
    const named = codesIn(exception);
    const others = Object.keys(useCases).filter((name) => !named.includes(name));
    expect(Math.max(...others.map(quality))).toBeLessThan(Math.min(...named.map(quality)));
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
