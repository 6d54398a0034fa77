import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useCaseNames } from "../../src/catalog/recommend/use-cases.ts";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";
import { createCommand } from "../cli/command.ts";
import { printedOn } from "../terminal/printed.ts";
import { fencesOf, readPage } from "./markdown.ts";

/** What of an explained recommendation does not change with the catalog: titles, and what is explained. */
function skeletonOf(text: string): string[] {
  const lines = text.split("\n");
  const about = lines.flatMap((line) => /^ {2}([a-z]+) {2,}\S/.exec(line)?.[1] ?? []);
  return [...lines.filter((line) => /^(Ruled out|Nobody is)/.test(line)), ...new Set(about)];
}

describe("the guide's recommendations", () => {
  const blocks = fencesOf(readPage("docs/guide/recommendations.md"));
  const url = join(recordedCatalog.directory, "api.json");
  const { environment } = createCommand({ MODELFORGE_URL: url });

  it("show every use case", () => {
    expect(blocks).toHaveLength(useCaseNames.length);
  });

  it.each(useCaseNames.map((name, at) => [name, at] as const))(
    "show for %s what recommend explains, about the same things",
    async (name, at) => {
      const words = ["recommend", name, "--explain", "--quiet"];
      const said = await printedOn(110, words, environment);
      expect(said.code).toBe(0);
      const shown = skeletonOf((blocks[at]?.lines ?? []).join("\n"));
      expect(shown.length).toBeGreaterThan(4);
      expect(skeletonOf(said.text)).toEqual(shown);
    },
  );
});
