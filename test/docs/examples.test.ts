import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Example, examplesOf, isShown } from "./console-block.ts";
import { createExampleHome, type ExampleHome } from "./example-home.ts";
import { fencesOf, pagesBelow, readPage, root } from "./markdown.ts";

/** `UPDATE_EXAMPLES=1 npx vitest run test/docs` writes what the commands print now into the pages. */
const updates = process.env.UPDATE_EXAMPLES === "1";
const startsOlder = "<!-- examples: yesterday's catalog is in the cache -->";
const isWide = "<!-- examples: on a wide terminal -->";
const hasShell = process.platform !== "win32";

function examplesIn(page: string): Example[] {
  const blocks = fencesOf(readPage(page)).filter(({ info }) => info === "console");
  return blocks.flatMap(examplesOf);
}

const pages = ["README.md", ...pagesBelow("docs/guide")];

describe.skipIf(!hasShell).each(pages.filter((page) => examplesIn(page).length > 0))(
  "%s",
  (page) => {
    const text = readPage(page);
    const examples = examplesIn(page);
    const fresh = new Map<Example, string[]>();
    let machine: ExampleHome;

    beforeAll(async () => {
      machine = await createExampleHome(text.includes(isWide) ? 200 : undefined);
      if (text.includes(startsOlder)) await machine.fetchYesterday();
    });
    afterAll(async () => {
      await machine.close();
      if (updates) writeFileSync(join(root, page), withOutput(text, fresh));
    });

    it.each(examples)("shows at line $line what `$command` prints", async (example) => {
      const { output, exitCode } = await machine.run(example.command);
      const told = machine.tell(output);
      expect(exitCode, told).toBe(example.exitCode);
      if (isShown(told, example.shown)) return;
      fresh.set(example, told.trimEnd().split("\n"));
      if (!updates) expect(told.trimEnd()).toBe(example.shown.join("\n").trimEnd());
    });
  },
);

it("finds five commands with their output in the README", () => {
  expect(examplesIn("README.md").length).toBeGreaterThanOrEqual(5);
});

function withOutput(text: string, fresh: ReadonlyMap<Example, string[]>): string {
  const lines = text.split("\n");
  for (const [{ line, shown }, output] of [...fresh].reverse()) {
    const blank = shown.at(-1) === "" ? [""] : [];
    lines.splice(line, shown.length, ...output, ...blank);
  }
  return lines.join("\n");
}
