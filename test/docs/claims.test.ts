import { describe, expect, it } from "vitest";
import { tables } from "./claims/all.ts";
import { type Claim, examples, type Held, programs } from "./claims/claim.ts";
import { contract } from "./claims/contract.ts";
import { examplesOf } from "./console-block.ts";
import { type Fence, fencesOf, pagesBelow, readPage } from "./markdown.ts";
import { inOneLine, leftOf, statementsOf } from "./statements.ts";
import { titlesIn } from "./test-titles.ts";

const pages = ["README.md", ...pagesBelow("docs/guide")];

const claimsOf = (page: string): Claim[] =>
  tables.filter((table) => table.page === page).flatMap(({ claims }) => claims);
const plainOf = (page: string): string[] =>
  tables
    .filter((table) => table.page === page)
    .flatMap(({ plain }) => plain.map(({ says }) => says));

/** Tests that are made of the pages themselves: each block that is run is one. */
const madeOfPages: Readonly<Record<string, (fence: Fence) => string[]>> = {
  [examples]: (fence) =>
    fence.info === "console" ? examplesOf(fence).map(({ command }) => command) : [],
  [programs]: (fence) => (/^[jt]s run$/.test(fence.info) ? fence.lines : []),
};

/** What is wrong with a row: no such test, or any would do. */
function missingIn(among: readonly string[]): (row: { heldBy: Held }) => string[] {
  return ({ heldBy: [file, ...titles] }) => {
    const written = titlesIn(file);
    if (written === undefined) return [`there is no ${file}`];
    const silent = titles.filter((title) => !/[a-z]{4}/i.test(title));
    if (silent.length > 0) return [`${silent.join()} is no title that says anything`];
    const blocks = among.flatMap((page) => fencesOf(readPage(page)));
    const made = blocks.flatMap((fence) => madeOfPages[file]?.(fence) ?? []);
    return titles
      .filter((title) => ![...written, ...made].some((one) => one.includes(title)))
      .map((title) => `${file} has no test called ${title}`);
  };
}

describe.each(pages)("%s", (page) => {
  const statements = statementsOf(readPage(page));

  it("says every sentence that the table of claims has of it", () => {
    const texts = [...claimsOf(page).map(({ claim }) => claim), ...plainOf(page)];
    const gone = texts.filter((text) => !statements.some((one) => one.includes(inOneLine(text))));
    expect(gone).toEqual([]);
  });

  it("claims nothing that no test holds: a new sentence is a row in test/docs/claims", () => {
    const known = [...claimsOf(page).map(({ claim }) => claim), ...plainOf(page)].map(inOneLine);
    const open = statements.map((one) => ({ sentence: one, left: leftOf(one, known) }));
    expect(open.filter(({ left }) => left !== "")).toEqual([]);
  });

  it("has a test for each of its claims", () => {
    expect([...new Set(claimsOf(page).flatMap(missingIn([page])))]).toEqual([]);
  });

  it("calls nothing plain that is a claim", () => {
    const claims = new Set(claimsOf(page).map(({ claim }) => claim));
    expect(plainOf(page).filter((text) => claims.has(text))).toEqual([]);
  });
});

it("has a table for no page that there is not", () => {
  expect(tables.map(({ page }) => page).filter((page) => !pages.includes(page))).toEqual([]);
});

it("has a test for each promise that stands in no page", () => {
  expect(contract.flatMap(missingIn(pages))).toEqual([]);
});
