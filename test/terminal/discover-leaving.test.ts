import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { assortedCatalog } from "../../src/testing/catalog-builders.ts";
import { bin, createCommand } from "../cli/command.ts";
import { discoverCatalog } from "./discover-catalog.ts";
import { Screen, type ScreenOptions } from "./screen.ts";

const directory = mkdtempSync(join(tmpdir(), "modelforge-discover-"));
const catalog = join(directory, "catalog.json");
const large = join(directory, "large.json");
const command = createCommand({ MODELFORGE_URL: catalog });
const open: Screen[] = [];

beforeAll(() => {
  writeFileSync(catalog, JSON.stringify(discoverCatalog()));
  writeFileSync(large, JSON.stringify(assortedCatalog()));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));
afterEach(async () => {
  for (const screen of open.splice(0)) await screen.close();
});

function start(args: readonly string[], options: ScreenOptions = {}): Screen {
  const environment = { MODELFORGE_URL: catalog, ...options.environment };
  const screen = new Screen(args, { ...options, environment });
  open.push(screen);
  return screen;
}

/** A shell that says afterwards whether the terminal's settings are what they were, and how the command ended. */
function startInShell(url: string, cache: string): Screen {
  const script = `before=$(stty -g); "$0" "$1" discover; code=$?
[ "$before" = "$(stty -g)" ] && echo "settings as before, exit $code"`;
  return start([process.execPath, bin], {
    program: ["bash", "-c", script],
    rows: 12,
    environment: { MODELFORGE_URL: url, MODELFORGE_CACHE_DIR: cache },
  });
}

/** What the picker changed besides the settings: screen, wrapping, cursor. */
function expectGivenBack(screen: Screen): void {
  expect(screen.isAlternate).toBe(false);
  expect(screen.raw.lastIndexOf("\u001b[?25h")).toBeGreaterThan(
    screen.raw.lastIndexOf("\u001b[?25l"),
  );
  expect(screen.raw.lastIndexOf("\u001b[?7h")).toBeGreaterThan(
    screen.raw.lastIndexOf("\u001b[?7l"),
  );
}

describe("the terminal is as it was", () => {
  it.each([
    ["Ctrl-C", "\u0003", 130],
    ["Esc", "\u001b", 0],
    ["Enter", "\r", 0],
  ])("after %s", async (_, key, code) => {
    const screen = startInShell(catalog, join(directory, "cache"));
    await screen.showsFrame("7 of 8");
    expect(screen.isAlternate).toBe(true);
    screen.type(key);
    await screen.shows(`settings as before, exit ${code}`);
    expectGivenBack(screen);
  });

  it("after a request to end", async () => {
    const screen = start(["discover"]);
    await screen.showsFrame("7 of 8");
    screen.signal("SIGTERM");
    expect(await screen.ended()).toBe(130);
    expectGivenBack(screen);
  });

  it("or is gone with it, by the signal that says so", async () => {
    for (let time = 0; time < 3; time += 1) {
      const screen = start(["discover"]);
      await screen.showsFrame("7 of 8");
      expect(await screen.hangUp()).toBe(constants.signals.SIGHUP);
    }
  });

  it("after a crash: the catalog is damaged while it is looked at", async () => {
    const cache = join(directory, "damaged");
    const settings = { MODELFORGE_URL: large, MODELFORGE_CACHE_DIR: cache };
    expect(command.run(["list"], settings).code).toBe(0);
    const screen = startInShell(large, cache);
    await screen.showsFrame("of 80");
    for (const path of readdirSync(cache, { recursive: true, encoding: "utf8" })) {
      if (path.endsWith("/models.jsonl")) writeFileSync(join(cache, path), "x".repeat(200_000));
    }
    screen.type("\u001b[F");
    await screen.shows("settings as before, exit 7");
    expectGivenBack(screen);
    expect(screen.lines.join("\n")).toContain("is not as it was written");
  });
});

describe("in a shell", () => {
  const shell = (): Screen => {
    const screen = start([], {
      program: ["bash", "--noprofile", "--norc", "-i"],
      rows: 14,
      environment: { PS1: "READY> ", NODE: process.execPath, BIN: bin },
    });
    screen.type("before=$(stty -g)\r");
    return screen;
  };

  it("stops on Ctrl-Z with the terminal as it was, and goes on where it was after fg", async () => {
    const screen = shell();
    screen.type('"$NODE" "$BIN" discover\r');
    await screen.showsFrame("7 of 8");
    screen.type("qwen");
    await screen.showsFrame("1 of 8");
    screen.type("\u001a");
    await screen.shows(/Stopped[\s\S]*READY>/);
    expectGivenBack(screen);
    screen.resize(100, 20);
    screen.type('[ "$before" = "$(stty -g)" ] && echo as "before"\r');
    await screen.shows("as before");
    screen.type("fg\r");
    await screen.showsFrame(/Search: qwen[\s\S]*local\/qwen3-coder/);
    expect(screen.isAlternate).toBe(true);
    // the size is that of now
    expect(screen.lines.slice(0, 20).at(-1)).toContain("Tab keys");
    screen.type("\r");
    await screen.shows(/local\/qwen3-coder\s+READY>/);
    expectGivenBack(screen);
  });

  it("hands what is chosen to $(…), drawing on the terminal, and cannot be stopped there", async () => {
    const screen = shell();
    screen.type('chosen=$("$NODE" "$BIN" discover --json qwen); echo "got ${#chosen} $?"\r');
    await screen.showsFrame("1 of 8");
    expect(screen.isAlternate).toBe(true);
    screen.type("\u001a");
    await screen.showsFrame("no shell could continue it here");
    screen.resize(60, 14);
    await screen.showsFrame(/^-{60}$|Search: qwen/m);
    screen.type("\r");
    await screen.shows(/got \d{3,} 0/);
    expectGivenBack(screen);
    screen.type('echo "<$("$NODE" "$BIN" discover qwen)>"\r');
    await screen.showsFrame("1 of 8");
    screen.type("\r");
    await screen.shows("<local/qwen3-coder>");
  });
});

describe("line by line", () => {
  it("searches, lists by number, shows one and gives its ref, without moving the cursor", async () => {
    const screen = start(["discover", "--plain"]);
    await screen.shows("Words, number or quit: ");
    screen.type("claude\r");
    await screen.shows("2. anthropic/claude-sonnet-4-5, input $3, output $15, context 200k");
    screen.type("2\r");
    await screen.shows("Choose, mark, compare, offers, add, use, back or quit: ");
    expect(screen.lines.join("\n")).toContain("needs: ANTHROPIC_API_KEY (not set)");
    screen.type("choose\r");
    expect(await screen.ended()).toBe(0);
    expect(screen.lines).toContain("anthropic/claude-sonnet-4-5");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: movements are what is looked for
    expect(screen.raw).not.toMatch(/\u001b\[[^m]*[A-HJKSTfhlsu]/);
  });

  it("compares what was marked", async () => {
    const screen = start(["discover", "--plain", "claude"], { rows: 80 });
    await screen.shows("2 of 2.");
    screen.type("1\r");
    await screen.shows("back or quit: ");
    screen.type("compare\r");
    await screen.shows("takes 2 to 8 models");
    screen.type("mark\r");
    await screen.shows("1 marked.");
    screen.type("2\r");
    await screen.shows(/Claude Sonnet 4\.5[\s\S]*back or quit:/);
    screen.type("compare\r");
    expect(await screen.ended()).toBe(0);
    expect(screen.lines.join("\n")).toContain(
      "note: modelforge compare anthropic/claude-haiku-4-5",
    );
  });

  it("goes on to what did not fit, and ends with quit", async () => {
    const screen = start(["discover", "--plain", "--status", "all", "model"], {
      environment: { MODELFORGE_URL: large },
      rows: 60,
    });
    await screen.shows(/1 to 10 of \d+\.\nWords, number, more or quit: /);
    screen.type("more\r");
    await screen.shows(/11 to 20 of/);
    screen.type("quit\r");
    expect(await screen.ended()).toBe(0);
  });

  it("is what a terminal gets that cannot redraw, and ends on Ctrl-C", async () => {
    const screen = start(["discover"], { environment: { TERM: "dumb" } });
    await screen.shows("Words, number or quit: ");
    screen.type("\u0003");
    expect(await screen.ended()).toBe(130);
    expect(screen.raw).toMatch(/^[\x20-\x7e\r\n]*\^C[\x20-\x7e\r\n]*$/);
  });
});

describe("without a person", () => {
  it("names the command that gives the same models", () => {
    const filters = ["--provider", "openai,anthropic", "--max-price", "2", "--open-weights"];
    const { code, stdout, stderr } = command.run(["discover", ...filters, "--sort", "price"]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(
      `error: discover needs a person at a terminal\nhint: without one: modelforge list --provider openai,anthropic --max-price 2 --open-weights --sort price\n`,
    );
  });

  it("names a search where words are given, quoted for a shell", () => {
    const { stderr } = command.run([
      "discover",
      "it's gpt",
      "--json",
      "--max-cost",
      "1",
      "--input",
      "40k",
      "--cached",
      "80%",
      "--requests",
      "10/day",
    ]);
    const { error } = JSON.parse(stderr) as { error: { code: string; hint: string } };
    expect(error.code).toBe("usage.needs-terminal");
    expect(error.hint).toBe(
      `without one: modelforge search 'it'\\''s gpt' --max-cost 1 --input 40000 --cached 80% --requests 10/day --json`,
    );
  });

  it("asks nobody with --no-input, though there is a terminal", async () => {
    const screen = start(["discover", "--no-input"]);
    expect(await screen.ended()).toBe(2);
    expect(screen.lines.join("\n")).toContain("hint: without one: modelforge list");
    expect(screen.raw).not.toContain("\u001b[?1049h");
  });
});
