import { describe, expect, it } from "vitest";
import { pagesBelow, proseOf, readPage } from "./markdown.ts";

const figure =
  /\b\d[\d.,]* ?(?:ms|µs|ns|milliseconds?)\b|\d ?×|× ?\d|\b\d[\d.]* times (?:as (?:fast|long)|faster|slower|bare)|\b(?:half|twice|times) as (?:fast|long)/g;

const figuresIn = (text: string): string[] => text.match(figure) ?? [];

describe("how fast something is", () => {
  const pages = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", ...pagesBelow("docs/guide")];

  it.each(pages)("is not claimed in %s: bench/results.md has the figures", (page) => {
    expect(figuresIn(proseOf(readPage(page)))).toEqual([]);
  });

  it.each(pagesBelow("docs/decisions"))("is a matter of its day in %s", (page) => {
    const [date] = /\d{4}-\d\d-\d\d/.exec(page) ?? [];
    expect(readPage(page).split("\n")[2]).toBe(date);
  });

  it("is found however it is written", () => {
    const claims = ["in 12 ms", "1.3 × Node", "3× as much", "twice as fast", "1.2 times bare Node"];
    expect(claims.filter((claim) => figuresIn(claim).length === 0)).toEqual([]);
    expect(figuresIn("waits 3 seconds, after 10 rows, MODELFORGE_TIMEOUT=30s")).toEqual([]);
  });
});

describe("a decision that another one replaces", () => {
  const replaced = pagesBelow("docs/decisions").filter((page) =>
    /superseded/i.test(readPage(page)),
  );

  it.each(replaced)("says so on top of %s, with a page of that day or later", (page) => {
    const [, , date = "", , line = ""] = readPage(page).split("\n");
    expect(line).toMatch(/^Superseded (?:in part )?by \[/);
    const [, newer = ""] = /\]\((\d{4}-\d\d-\d\d)-[\w-]+\.md\)/.exec(line) ?? [];
    expect(newer >= date).toBe(true);
  });
});

describe("the packages that development depends on", () => {
  it("have a reason each", () => {
    const page = readPage("docs/decisions/2026-11-23-development-dependencies.md");
    const named = [...page.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = ""]) =>
      names.split(", "),
    );
    const { devDependencies } = JSON.parse(readPage("package.json")) as {
      devDependencies: Record<string, string>;
    };
    expect(
      named
        .slice(1)
        .filter((name) => name !== "---")
        .toSorted(),
    ).toEqual(Object.keys(devDependencies).toSorted());
  });
});
