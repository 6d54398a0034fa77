import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { discoverCatalog } from "./discover-catalog.ts";
import { Screen, type ScreenOptions } from "./screen.ts";

const directory = mkdtempSync(join(tmpdir(), "modelforge-discover-keys-"));
const catalog = join(directory, "catalog.json");
const open: Screen[] = [];
const keys = { tab: "\t", clear: "\u0015" };

beforeAll(() => writeFileSync(catalog, JSON.stringify(discoverCatalog())));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
afterEach(async () => {
  for (const screen of open.splice(0)) await screen.close();
});

function start(args: readonly string[] = [], options: ScreenOptions = {}): Screen {
  const environment = { MODELFORGE_URL: catalog, ...options.environment };
  const screen = new Screen(["discover", ...args], { ...options, environment });
  open.push(screen);
  return screen;
}

describe("the screen of discover", () => {
  it("shows all keys on ?, where it is no letter of the search, and any key leads back", async () => {
    const screen = start([], { columns: 60, rows: 20 });
    await screen.showsFrame("? help");
    screen.type("?");
    await screen.showsFrame("any key back to the list");
    await expect(`${screen.lines.join("\n")}\n`).toMatchFileSnapshot("golden/discover-60-help.txt");
    screen.type("x");
    await screen.showsFrame("? help");
    screen.type("gpt?");
    await screen.showsFrame("Search: gpt?");
    screen.type(`${keys.clear}${keys.tab}?`);
    await screen.showsFrame("any key back to the list");
  });

  it("names keys only where they are keys", async () => {
    const screen = start();
    await screen.showsFrame("Tab keys");
    expect(screen.lines.join("\n")).not.toMatch(/p provider:|s sort:|q quit|Ctrl-U clear/);
    screen.type("g");
    await screen.showsFrame("Ctrl-U clear");
    screen.type(keys.tab);
    await screen.showsFrame(/p provider:[\s\S]*s sort:[\s\S]*q quit/);
    expect(screen.lines.join("\n")).not.toContain("Ctrl-U clear");
    screen.type("m");
    await screen.showsFrame("Space set");
    expect(screen.lines.join("\n")).not.toMatch(/p provider:|q quit/);
  });

  it("goes to both ends by g and G, and by half a page", async () => {
    const screen = start([], { columns: 60, rows: 20 });
    await screen.showsFrame("7 of 8");
    const highlighted = (): number => screen.lines.findIndex((line) => line.startsWith(">"));
    const first = highlighted();
    screen.type(`${keys.tab}G`);
    await screen.showsFrame(/^> {3}openai\/gpt-5-mini/m);
    screen.type("g");
    await screen.showsFrame(/^> {3}openai\/gpt-5 /m);
    expect(highlighted()).toBe(first);
    screen.type("\u0004");
    await screen.showsFrame(/^> {3}(?!openai\/gpt-5 )/m);
    screen.type("\u0015");
    await screen.showsFrame(/^> {3}openai\/gpt-5 /m);
  });
});
