import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";
import { createCommand } from "../cli/command.ts";
import { printedOn } from "./printed.ts";

const source = { MODELFORGE_URL: join(recordedCatalog.directory, "api.json") };
const { env } = createCommand(source);
const environment = {
  ...source,
  MODELFORGE_CACHE_DIR: env.MODELFORGE_CACHE_DIR,
  MODELFORGE_STATE_DIR: env.MODELFORGE_STATE_DIR,
};
const printed = async (columns: number, line: string): Promise<string> =>
  (await printedOn(columns, line.split(" "), environment)).text;

describe("a value that was asked for on a narrow terminal", () => {
  it("is whole, and what nobody asked about goes first", async () => {
    const line = "list -c tools --min-output 10k --released-after 2025 --max-output-price 9 -n 3";
    const text = await printed(60, line);
    expect(text).toMatch(/^model +\$\/M out +output +released +capabil/m);
    expect(text.match(/ \d{4}-\d{2}-\d{2}  tools/g)).toHaveLength(3);
    expect(text).toMatch(/columns hidden[^:]*:\s[^:]*\$\/M\s+in/);
  });

  it.each([40, 60, 80])("is a whole date or none at %i columns", async (columns) => {
    for (const line of ["list -n 4", "list --sort knowledge -n 4", "list --family gpt -n 4"])
      expect(await printed(columns, line)).not.toMatch(/\d{4}-\d{0,2}(?:-\d?)?…/);
  });
});

describe("what is said below a ranking", () => {
  it("speaks of bands only where they are shown", async () => {
    const wide = await printed(120, "recommend coding -n 6");
    expect(wide).toMatch(/^model .* band /m);
    expect(wide).toContain("Models of one band are about equal");
    const narrow = await printed(46, "recommend coding -n 6");
    expect(narrow).not.toMatch(/^model .* band /m);
    expect(narrow).not.toContain("of one band");
    expect(narrow).toContain("Of models that are about equal");
  });
});
