import { afterEach, describe, expect, it } from "vitest";
import { shop } from "../journeys/shop.ts";
import { printedOn } from "../terminal/printed.ts";
import { Screen } from "../terminal/screen.ts";

const command = shop();
const open: Screen[] = [];
const questions = [
  "offers openai/gpt-5 --input 40k --output 2k --requests 1000/day --status all",
  "compare openai/gpt-5 anthropic/claude-opus-4-5 anthropic/claude-haiku-4-5 --input 9k --output 1k",
  "compare openai/gpt-5 anthropic/claude-opus-4-5 --chart",
  "cost openai/gpt-5 anthropic/claude-opus-4-5 --input 300k --cached 50% --output 2k --reasoning 1k --requests 9/day",
  "recommend chat --explain --chart --requests 1000/day",
].map((line) => line.split(" "));
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours take no column
const colours = /\u001b\[[\d;]*m/g;

function start(args: string[], columns: number, environment: Record<string, string> = {}): Screen {
  const screen = new Screen(args, {
    columns,
    rows: 200,
    environment: { ...command.environment, ...environment },
  });
  open.push(screen);
  return screen;
}

afterEach(async () => {
  for (const screen of open.splice(0)) await screen.close();
});

describe("the tables of the choosing commands", () => {
  it.each(questions)(
    "fit a terminal, or the columns that COLUMNS names there: %s",
    async (...args) => {
      for (const columns of [60, 80]) {
        for (const [wide, named] of [
          [columns, {}],
          [200, { COLUMNS: String(columns) }],
        ] as const) {
          const asked = [...args, "--quiet"];
          const { code, text } = await printedOn(wide, asked, { ...command.environment, ...named });
          expect(code).toBe(0);
          expect(text.split("\n").filter((line) => line.length > columns)).toEqual([]);
        }
      }
    },
  );

  it.each(questions)("are never cut in a pipe: %s", (...args) => {
    const { code, stdout } = command.run([...args, "--quiet"]);
    expect(code).toBe(0);
    expect(stdout).not.toContain("…");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it("fit a terminal and are coloured there", async () => {
    for (const args of questions) {
      const screen = start([...args, "--quiet"], 60);
      expect(await screen.ended()).toBe(0);
      expect(screen.raw).toContain("\u001b[");
      const wide = screen.raw
        .replaceAll(colours, "")
        .split(/\r?\n/)
        .filter((line) => line.length > 60);
      expect(wide).toEqual([]);
    }
  });

  it("have no escape sequence where NO_COLOR is set, and plain ASCII on a dumb terminal", async () => {
    for (const args of questions) {
      const screen = start([...args, "--quiet"], 80, { NO_COLOR: "1" });
      expect(await screen.ended()).toBe(0);
      expect(screen.raw).not.toContain("\u001b");
      const dumb = start([...args, "--quiet"], 80, { TERM: "dumb" });
      expect(await dumb.ended()).toBe(0);
      expect(dumb.raw.replaceAll("≥", "")).toMatch(/^[\x20-\x7e\r\n]*$/);
    }
  });

  it("use colour in a pipe on request, and none for --no-color", () => {
    for (const args of questions) {
      const forced = { FORCE_COLOR: "1" };
      expect(command.run([...args, "--quiet"], forced).stdout).toContain("\u001b[");
      const without = command.run([...args, "--quiet", "--no-color"], forced).stdout;
      expect(without).not.toContain("\u001b");
    }
  });
});
