import { describe, expect, it } from "vitest";
import { leftOf, statementsOf } from "./statements.ts";
import { titlesOf } from "./test-titles.ts";

const page = `# Title

First sentence, over
two lines. \`code\` begins the second (in brackets). Is this the third? It holds \`models.dev\`, e.g. so.

<!-- a comment. Not shown. -->
## Heading.

| head | of a table |
|---|---|
| a row | with. Two sentences |

- an item. With two
  sentences.
- another
1. a number

\`\`\`sh
echo "A block. Not prose."
\`\`\`

With a block:
`;

describe("the statements of a page", () => {
  it("are its sentences, rows and items, without headings, comments and blocks", () => {
    expect(statementsOf(page)).toEqual([
      "First sentence, over two lines.",
      "`code` begins the second (in brackets).",
      "Is this the third?",
      "It holds `models.dev`, e.g. so.",
      "| a row | with. Two sentences |",
      "an item.",
      "With two sentences.",
      "another",
      "a number",
      "With a block:",
    ]);
  });
});

describe("what is left of a statement", () => {
  it("is nothing where its parts are covered, but for signs", () => {
    expect(leftOf("It is fast, and it is small.", ["It is fast,", "and it is small"])).toBe("");
  });

  it("is each word that no part covers", () => {
    expect(leftOf("It is fast, and it is small.", ["It is fast,"])).toBe("and it is small.");
    expect(leftOf("It is fast.", ["It is fast and small."])).toBe("It is fast.");
  });
});

describe("the titles of a test file", () => {
  it("are those of tests and suites that run, however they are made", () => {
    const source = `
      describe("a", () => { it("b", run); it.each(rows)("c %s", run); });
      describe.skipIf(no)("d", () => it.concurrent(\`e \${name}\`, run));
      describe.skipIf(no).each(rows)("f", () => test("g", run));
      it.skip("not", run); it.todo("not"); describe.skip("not", run); other("not"); it(name, run);
    `;
    expect(titlesOf(source)).toEqual(["a", "b", "c %s", "d", "e ${name}", "f", "g"]);
  });
});
