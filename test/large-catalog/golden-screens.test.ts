import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";
import { printedOn } from "../terminal/printed.ts";
import { Screen } from "../terminal/screen.ts";

// screens of another day's catalog are other screens
const recorded = "8a183c8dd3b3134c33176e41a0c1190ec3c6afeee0ffcd33cca02a556c970ffc";
const file = join(openLargeCatalog().directory, "api.json");
const found = createHash("sha256").update(readFileSync(file)).digest("hex");
const why = found === recorded ? "" : `, skipped: recorded of catalog ${recorded.slice(0, 12)}`;

/** No more than a screen of it: the catalog is not ours. */
const rows = 24;
const environment = { MODELFORGE_URL: file };
const open: Screen[] = [];
afterEach(async () => {
  for (const screen of open.splice(0)) await screen.close();
});

const screens: Readonly<Record<string, string>> = {
  list: "list --limit 15",
  offers: "offers claude-sonnet-4-5",
  compare: "compare gpt-5 claude-sonnet-4-5",
  recommend: "recommend coding --explain --limit 2",
  providers: "providers --limit 15",
};

describe.skipIf(why !== "").each([60, 80, 120])(
  `of the whole catalog, on a terminal of %i columns${why},`,
  (columns) => {
    it.each(Object.entries(screens))("%s looks as it did", async (name, line) => {
      const { code, text } = await printedOn(columns, line.split(" "), environment);
      expect(code).toBe(0);
      const screen = `${text.trimEnd().split("\n").slice(0, rows).join("\n")}\n`;
      await expect(screen).toMatchFileSnapshot(`golden/${name}-${columns}.txt`);
    });

    it("discover looks as it did", async () => {
      const screen = new Screen(["discover"], {
        columns,
        rows,
        environment: { ...environment, NO_COLOR: "1" },
      });
      open.push(screen);
      await screen.showsFrame(/of [\d,]{4,}/);
      const text = `${screen.lines.join("\n")}\n`;
      await expect(text).toMatchFileSnapshot(`golden/discover-${columns}.txt`);
    });
  },
);
