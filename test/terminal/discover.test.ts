import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createCommand } from "../cli/command.ts";
import { discoverCatalog } from "./discover-catalog.ts";
import { Screen, type ScreenOptions } from "./screen.ts";

const directory = mkdtempSync(join(tmpdir(), "modelforge-discover-"));
const catalog = join(directory, "catalog.json");
const open: Screen[] = [];

const keys = {
  down: "\u001b[B",
  enter: "\r",
  escape: "\u001b",
  tab: "\t",
  interrupt: "\u0003",
  clear: "\u0015",
};
const command = createCommand({ MODELFORGE_URL: catalog });

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

/** The screen as text, compared with a file; `vitest -u` writes it anew. */
async function looksLike(screen: Screen, name: string): Promise<void> {
  await expect(`${screen.lines.join("\n")}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
}

describe.each([
  [60, 20],
  [80, 24],
  [160, 30],
])("on a screen of %i columns", (columns, rows) => {
  const size = { columns, rows };

  it("shows what there is, and what every key does", async () => {
    const screen = start([], size);
    await screen.showsFrame("7 of 8");
    await looksLike(screen, `discover-${columns}-start`);
    screen.type(keys.tab);
    await screen.showsFrame("q quit");
    await looksLike(screen, `discover-${columns}-keys`);
  });

  it("narrows to what is typed, misspelt as it may be", async () => {
    const screen = start([], size);
    await screen.showsFrame("7 of 8");
    screen.type("cluade");
    await screen.showsFrame("2 of 8");
    screen.type(keys.down);
    await screen.showsFrame(/^> {3}anthropic\/claude-sonnet/m);
    await looksLike(screen, `discover-${columns}-search`);
  });

  it("opens the options of a facet, and narrows by them", async () => {
    const screen = start([], size);
    await screen.showsFrame("7 of 8");
    screen.type(`${keys.tab}p`);
    await screen.showsFrame("Esc close");
    screen.type("anth ");
    await screen.showsFrame("[x] anthropic");
    await looksLike(screen, `discover-${columns}-provider`);
    screen.type(`${keys.enter}c`);
    await screen.showsFrame("[ ] vision");
    screen.type(`vis${keys.enter}`);
    await screen.showsFrame("1 of 8");
    await looksLike(screen, `discover-${columns}-facets`);
  });
});

describe("the list", () => {
  it("starts with the words and filters of the command line", async () => {
    const screen = start(["claude", "--max-price", "2", "--min-output", "1k"]);
    await screen.showsFrame("1 of 8");
    await looksLike(screen, "discover-flags");
  });

  it("goes through the orders, and turns them around", async () => {
    const screen = start(["--max-price", "2"]);
    await screen.showsFrame("sort: makers");
    screen.type(`${keys.tab}sss`);
    await screen.showsFrame(/s sort: price[\s\S]*> {3}openai\/gpt-5-mini/);
    screen.type("r");
    await screen.showsFrame(/s sort: price, descending[\s\S]*> {3}open_router\/openai\/gpt-5/);
    screen.type("ss");
    await screen.showsFrame(/s sort: context, descending[\s\S]*> {3}local\/qwen3-coder/);
  });

  it("goes by relevance while words are searched for, and by makers, as list does, without", async () => {
    const screen = start();
    await screen.showsFrame(/[^s] ?sort: makers/);
    const shown = screen.lines.flatMap((line) => /^[> ] {3}(\w\S*\/\S*)/.exec(line)?.[1] ?? []);
    const { stdout } = command.run(["list", "--fields", "ref", "--format", "csv"]);
    const listed = stdout.trim().split("\n").slice(1);
    expect(shown.slice(0, 4)).toEqual(listed.slice(0, 4));
    screen.type("gpt");
    await screen.showsFrame("sort: relevance");
    screen.type(`${keys.tab}s`);
    await screen.showsFrame("s sort: makers");
    screen.type(`${keys.tab}${keys.clear}`);
    await screen.showsFrame("sort: makers");
  });

  it("shows what it is sorted by, on a narrow screen too", async () => {
    const screen = start(["--sort", "knowledge", "--desc"], { columns: 60, rows: 20 });
    await screen.showsFrame(/model +knowledge +\$\/M in[\s\S]*openai\/gpt-5 +2024-09-30/);
    screen.type(`${keys.tab}ss`);
    await screen.showsFrame(/sort: ref/);
    expect(screen.lines.join("\n")).not.toContain("knowledge  ");
    screen.type("s");
    await screen.showsFrame(/model +name +\$\/M in/);
  });

  it("takes the whole space of a terminal that changes its size, and nothing of the old frame stays", async () => {
    const screen = start([], { columns: 160, rows: 30 });
    await screen.showsFrame(/released {4}GPT-5/);
    screen.resize(60, 20);
    await screen.showsFrame(/^-{60}$/m);
    await looksLike(screen, "discover-60-start");
    screen.resize(160, 30);
    await screen.showsFrame(/released {4}GPT-5/);
    await looksLike(screen, "discover-160-start");
  });

  it("says so where nothing is found", async () => {
    const screen = start();
    await screen.showsFrame("7 of 8");
    screen.type("zzzzzz");
    await screen.showsFrame("no model meets all of this");
    screen.type(keys.enter);
    await screen.showsFrame("nothing to choose");
  });

  it("draws no foreign escape sequence", async () => {
    const screen = start(["longer than"]);
    await screen.showsFrame("Red name 模型");
    expect(screen.raw).not.toContain("pwned");
    expect(screen.raw).not.toContain("\u202e");
  });

  it.each([
    ["NO_COLOR", [], { NO_COLOR: "1" }],
    ["--no-color", ["--no-color"], {}],
  ] as const)(
    "shows without colour, by %s, what is highlighted and marked",
    async (_, args, environment) => {
      const screen = start(args, { environment });
      await screen.showsFrame("7 of 8");
      screen.type(`${keys.tab} `);
      await screen.showsFrame("1 marked");
      await looksLike(screen, "discover-80-marked");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are what is looked for
      expect(screen.raw.match(/\u001b\[[\d;]*m/g)?.filter((one) => one !== "\u001b[0m")).toEqual(
        [],
      );
    },
  );

  it("puts the cursor where the next letter goes", async () => {
    const screen = start();
    await screen.showsFrame("7 of 8");
    screen.type("qwen");
    await screen.showsFrame("1 of 8");
    expect(screen.cursor).toEqual([0, "Search: qwen".length]);
  });
});

describe("leaving", () => {
  const shown = (screen: Screen): string => screen.lines.join("\n").trim();

  it("prints the chosen ref", async () => {
    const screen = start();
    await screen.showsFrame("7 of 8");
    screen.type(`qwen${keys.enter}`);
    expect(await screen.ended()).toBe(0);
    expect(shown(screen)).toBe("local/qwen3-coder");
  });

  it("prints all that were marked, in that order", async () => {
    const screen = start(["gpt-5"]);
    await screen.showsFrame("3 of 8");
    screen.type(`${keys.tab}${keys.down} kk ${keys.enter}`);
    expect(await screen.ended()).toBe(0);
    expect(shown(screen)).toBe("open_router/openai/gpt-5\nopenai/gpt-5");
  });

  it("prints the chosen models as one document with --json", async () => {
    const screen = start(["qwen", "--json"], { rows: 80, columns: 200 });
    await screen.showsFrame("1 of 8");
    screen.type(keys.enter);
    expect(await screen.ended()).toBe(0);
    const { schema, catalog, result } = JSON.parse(shown(screen)) as Record<string, unknown>;
    expect(schema).toBe("modelforge/v1");
    expect(catalog).toMatchObject({ origin: "file", models: 8 });
    expect(result).toMatchObject([{ ref: "local/qwen3-coder", price: { input: 0 } }]);
  });

  it.each([
    ["Esc", keys.escape],
    ["q", `${keys.tab}q`],
  ])("prints nothing on %s", async (_, typed) => {
    const screen = start();
    await screen.showsFrame("7 of 8");
    screen.type(typed);
    expect(await screen.ended()).toBe(0);
    expect(shown(screen)).toBe("");
  });

  it("copies a ref through the terminal, and prints it afterwards for those whose terminal cannot", async () => {
    const screen = start(["qwen"]);
    await screen.showsFrame("1 of 8");
    screen.type(`${keys.tab}y`);
    await screen.showsFrame("copied local/qwen3-coder");
    expect(screen.raw).toContain(`\u001b]52;c;${btoa("local/qwen3-coder")}\u0007`);
    screen.type("q");
    expect(await screen.ended()).toBe(0);
    expect(shown(screen)).toBe("local/qwen3-coder");
  });

  it("adds what is marked once that is said to be right, as config add does", async () => {
    const home = mkdtempSync(join(tmpdir(), "discover-adds-"));
    const screen = start(["claude"], {
      rows: 60,
      environment: { HOME: home, MODELFORGE_STATE_DIR: join(home, "state") },
    });
    await screen.showsFrame("2 of 8");
    screen.type(`${keys.tab}  a`);
    await screen.shows("Add 2 models? [Y/n]");
    expect(screen.lines.join("\n")).toContain('+      "models": {');
    const file = join(home, ".config/model-forge/config.json");
    expect(existsSync(file)).toBe(false);
    screen.type("y\r");
    expect(await screen.ended()).toBe(0);
    expect(screen.lines.join("\n")).toContain(
      "note: modelforge config add anthropic/claude-haiku-4-5",
    );
    const said = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, object>>;
    expect(Object.keys(said.providers?.anthropic ?? {})).toEqual(["models"]);
    const journal = readFileSync(join(home, "state/config/changes.jsonl"), "utf8");
    expect(journal.match(/"command":"config add anthropic\/[\w-]+"/g)).toHaveLength(2);
  });

  it("makes the highlighted model the one in use, or shows what that would change", async () => {
    const home = mkdtempSync(join(tmpdir(), "discover-uses-"));
    const dry = start(["qwen", "--dry-run"], { environment: { HOME: home } });
    await dry.showsFrame("1 of 8");
    dry.type(`${keys.tab}u`);
    expect(await dry.ended()).toBe(0);
    expect(shown(dry)).toContain('+  "current": "local/qwen3-coder"');
    const screen = start(["qwen"], { environment: { HOME: home } });
    await screen.showsFrame("1 of 8");
    screen.type(`${keys.tab}u`);
    await screen.shows("Use local/qwen3-coder? [Y/n]");
    screen.type("n\r");
    expect(await screen.ended()).toBe(130);
    expect(shown(screen)).toContain("nothing was changed");
    expect(existsSync(join(home, ".config"))).toBe(false);
  });

  it("compares what is marked, two at least", async () => {
    const screen = start(["claude"], { rows: 50 });
    await screen.showsFrame("2 of 8");
    screen.type(`${keys.tab}v`);
    await screen.showsFrame("mark at least two");
    screen.type("  v");
    expect(await screen.ended()).toBe(0);
    expect(shown(screen)).toMatch(
      /^note: modelforge compare anthropic\/claude-haiku-4-5 anthropic\/claude-sonnet-4-5\n[\s\S]*input price/,
    );
  });

  it("shows who sells the highlighted model", async () => {
    const screen = start(["openai/gpt-5"], { rows: 50, environment: { PAGER: "cat" } });
    await screen.showsFrame("GPT-5");
    screen.type(`${keys.tab}o`);
    expect(await screen.ended()).toBe(0);
    expect(shown(screen)).toMatch(
      /^note: modelforge offers openai\/gpt-5\n[\s\S]*open_router\/openai\/gpt-5/,
    );
  });
});
