import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useCaseNames } from "../../src/catalog/recommend/use-cases.ts";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";
import { createCommand } from "../cli/command.ts";
import { fencesOf, readPage } from "./markdown.ts";

/** What of an explained recommendation does not change with the catalog: titles, factors and their weights. */
function skeletonOf(text: string): string[] {
  const lines = text.split("\n");
  const factor = /^ {2}(cost|quality|recency|limits|fit|status) +(\d\.\d\d)/;
  return [
    ...lines.filter((line) => /^(Ruled out|model +score| {2}factor)/.test(line)),
    ...lines.flatMap((line) => factor.exec(line)?.slice(1).join(" ") ?? []),
  ].map((line) => line.replaceAll(/ +/g, " "));
}

describe("the guide's recommendations", () => {
  const blocks = fencesOf(readPage("docs/guide/recommendations.md"));
  const url = join(recordedCatalog.directory, "api.json");
  const { run } = createCommand({ MODELFORGE_URL: url });

  it("show every use case", () => {
    expect(blocks).toHaveLength(useCaseNames.length);
  });

  it.each(useCaseNames.map((name, at) => [name, at] as const))(
    "show for %s what recommend explains, with the same factors and weights",
    (name, at) => {
      const said = run(["recommend", name, "--explain", "--limit", "3", "--quiet"]);
      expect(said.code).toBe(0);
      const shown = skeletonOf((blocks[at]?.lines ?? []).join("\n"));
      expect(shown.length).toBeGreaterThan(12);
      expect(skeletonOf(said.stdout)).toEqual(shown);
    },
  );
});
