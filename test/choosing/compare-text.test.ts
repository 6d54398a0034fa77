import { describe, expect, it } from "vitest";
import { shop } from "../journeys/shop.ts";
import { Screen } from "../terminal/screen.ts";

const command = shop();
// one of the two has a price for what is cached, and tiers
const compared = ["compare", "openai/gpt-5", "anthropic/claude-haiku-4-5"];
const alone = "cached input price";

describe("the text of a comparison", () => {
  it("leaves out lines that one model alone has and says how many", () => {
    const { stdout, stderr } = command.run(compared);
    expect(stdout).toContain("input price");
    expect(stdout).not.toContain(alone);
    expect(stderr).toMatch(
      /^note: \d+ lines? left out that only one model has; --all shows (it|them)$/m,
    );
    expect(command.run([...compared, "--quiet"]).stderr).toBe("");
  });

  it("has every line with --all, and as JSON", () => {
    const all = command.run([...compared, "--all"]);
    expect(all.stdout).toContain(alone);
    expect(all.stderr).not.toContain("left out");
    const { stdout, stderr } = command.run([...compared, "--json"]);
    expect(stdout).toContain(alone);
    expect(stderr).toBe("");
    expect(command.run([...compared, "--format", "md"]).stdout).toContain(alone);
  });

  it("goes through the pager where a terminal has fewer lines, and in one go with --no-pager", async () => {
    const environment = {
      ...command.environment,
      PAGER: "sed 's/^/PAGED /'",
      // what outlives the command would write where its home is removed
      MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0",
    };
    for (const [more, isPaged] of [
      [[], true],
      [["--no-pager"], false],
    ] as const) {
      const screen = new Screen([...compared, ...more], { rows: 10, environment });
      expect(await screen.ended()).toBe(0);
      expect(screen.raw.includes("PAGED ")).toBe(isPaged);
      await screen.close();
    }
  });
});
