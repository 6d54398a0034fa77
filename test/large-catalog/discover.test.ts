import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openLargeCatalog } from "../../src/testing/real-catalog.ts";
import { bin, createCommand } from "../cli/command.ts";
import { Screen, type ScreenOptions } from "../terminal/screen.ts";

const environment = { MODELFORGE_URL: join(openLargeCatalog().directory, "api.json") };
const open: Screen[] = [];
afterEach(async () => {
  for (const screen of open.splice(0)) await screen.close();
});

function start(args: readonly string[], options: ScreenOptions = {}): Screen {
  const screen = new Screen(args, {
    rows: 30,
    ...options,
    environment: { ...environment, NO_COLOR: "1", ...options.environment },
  });
  open.push(screen);
  return screen;
}

const command = createCommand(environment);
const refsOf = (line: string): string[] =>
  command.shell(`modelforge ${line} --fields ref --format csv`).stdout.trim().split("\n").slice(1);

const counted = /[\d,]+ of [\d,]{5}/;
const chosen = ({ lines }: Screen): string =>
  lines.find((line) => line.startsWith(">"))?.split(/\s+/)[1] ?? "";

describe("discover on the whole catalog", () => {
  it("begins with what list begins with", async () => {
    const screen = start(["discover"], { columns: 120 });
    await screen.showsFrame(counted);
    expect(chosen(screen)).toBe(refsOf("list --limit 1")[0]);
    expect(screen.lines.join("\n")).toContain("sort: makers");
  });

  it("moves by g, G, Ctrl-D and Ctrl-U, and helps on ? until any key", async () => {
    const last = refsOf("list --sort ref").at(-1);
    const screen = start(["discover", "--sort", "ref"], { columns: 140 });
    await screen.showsFrame(counted);
    const first = chosen(screen);
    const until = async (keys: string, isThere: (ref: string) => boolean): Promise<string> => {
      screen.type(keys);
      for (;;) {
        const ref = chosen(screen);
        if (isThere(ref)) return ref;
        await screen.showsFrame(
          new RegExp(`^> +(?!${ref.replaceAll(/[.*+?()[\]]/g, "\\$&")} )`, "m"),
        );
      }
    };
    await until("\tG", (ref) => ref === last);
    await until("g", (ref) => ref === first);
    const half = await until("\u0004", (ref) => ref !== first);
    expect(half > first).toBe(true);
    await until("\u0015", (ref) => ref === first);
    screen.type("?");
    await screen.showsFrame("any key back to the list");
    screen.type("x");
    await screen.showsFrame("? help");
  });

  it("stops on Ctrl-Z, goes on after fg, and gives what is chosen to $(…), the terminal as it was", async () => {
    const screen = start([], {
      program: ["bash", "--noprofile", "--norc", "-i"],
      columns: 100,
      environment: { PS1: "READY> ", NODE: process.execPath, BIN: bin },
    });
    screen.type('modelforge() { "$NODE" "$BIN" "$@"; }; before=$(stty -g)\r');
    screen.type('"$NODE" "$BIN" discover gpt-4o-mini\r');
    await screen.showsFrame(counted);
    screen.type("\u001a");
    await screen.shows(/Stopped[\s\S]*READY>/);
    expect(screen.isAlternate).toBe(false);
    screen.type("fg\r");
    await screen.showsFrame(/Search: gpt-4o-mini/);
    screen.type("\u001b");
    await screen.shows(/READY> $/m);
    screen.type('echo "<$(modelforge discover gpt-4o-mini)>"\r');
    await screen.showsFrame(/^> +openai\/gpt-4o-mini /m);
    screen.type("\r");
    await screen.shows("<openai/gpt-4o-mini>");
    expect(screen.isAlternate).toBe(false);
    screen.type('[ "$before" = "$(stty -g)" ] && echo as "before"\r');
    await screen.shows("as before");
  });
});
