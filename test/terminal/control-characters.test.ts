import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { hostileWire } from "../faults/control-characters/hostile-wire.ts";
import { forged, payloads, uncleaned } from "../faults/control-characters/payloads.ts";
import { Screen } from "./screen.ts";

const home = mkdtempSync(join(tmpdir(), "modelforge-controls-terminal-"));
const open: Screen[] = [];
afterAll(() => rmSync(home, { recursive: true, force: true }));
afterEach(async () => {
  for (const screen of open.splice(0)) await screen.close();
});

const harms = Object.entries(payloads).map(([name, payload], at) => {
  const directory = join(home, String(at));
  const wire = hostileWire(payload);
  mkdirSync(directory);
  writeFileSync(join(directory, "api.json"), JSON.stringify(wire.document));
  writeFileSync(join(directory, "models.json"), JSON.stringify(wire.facts));
  return { name, payload, wire, catalog: join(directory, "api.json") };
});

function start(args: readonly string[], catalog: string, columns = 160): Screen {
  const environment = { MODELFORGE_URL: catalog, PAGER: "cat" };
  const screen = new Screen(args, { columns, rows: 40, environment });
  open.push(screen);
  return screen;
}

// colours, and what the full screen needs: another screen, wrapping, the cursor, whole frames, lines at their places
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are ours
const ours =
  /\u001b\[(?:0|1|2|22|31|32|33|36|39)m|\u001b\[\?(?:1049|7|25|2026)[hl]|\u001b\[(?:\d+;1H|1;\d+H|H|2J|2K)/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: and the clipboard, which a key of ours sets
const copied = /\u001b\]52;c;([A-Za-z0-9+/=]*)\u0007/g;

function expectClean({ raw }: Screen): void {
  const rest = raw.replaceAll("\r\n", "\n").replaceAll(copied, "").replaceAll(ours, "");
  const found = uncleaned.exec(rest);
  const around = found === null ? "" : rest.slice(Math.max(0, found.index - 40), found.index + 9);
  expect(JSON.stringify(around)).toBe('""');
  expect(rest).not.toMatch(forged);
}

describe.each(harms)("in a terminal, $name", ({ payload, wire, catalog }) => {
  it("are not written by the full screen, its menus, what is typed, copied and taken along", async () => {
    const screen = start(["discover", payload.replaceAll("\0", ""), "--status", "all"], catalog);
    await screen.showsFrame("Search: ");
    // whatever was searched for: cleared, all is there
    screen.type("\u0015");
    await screen.showsFrame("7 of 7");
    screen.type("\u202e\u200bz");
    await screen.showsFrame("Search: z");
    screen.type("\u0015");
    await screen.showsFrame("7 of 7");
    screen.type("\tp");
    await screen.showsFrame("Esc close");
    screen.type("\u202eq");
    await screen.showsFrame("nothing is called that");
    screen.type("\u0015\u001b[B \r");
    await screen.showsFrame("6 of 7");
    screen.type("y");
    await screen.showsFrame("copied ");
    screen.type("a");
    // what nobody could type is no name for a configuration
    expect(await screen.ended()).toBe(2);
    expect(screen.lines.join("\n")).toContain("modelforge config add ");
    expectClean(screen);
    for (const [, base64 = ""] of screen.raw.matchAll(copied)) {
      expect(Buffer.from(base64, "base64").toString("utf8")).not.toMatch(uncleaned);
    }
  });

  it("are not written by pages, tables and lists of any format", async () => {
    const ref = `${wire.provider}/${wire.model}`.replaceAll("\0", "");
    for (const args of [
      ["providers", "info", wire.provider.replaceAll("\0", "")],
      ["info", ref],
      ["cache", "status"],
      ["list", "--status", "all"],
      ["list", "--format", "csv"],
      ["list", "--format", "tsv"],
      ["list", "--format", "md"],
      ["list", "--format", "yaml"],
      ["list", "--format", "jsonl"],
      ["list", "--json"],
      ["info", `${ref}x`],
    ]) {
      const screen = start(args, catalog, 80);
      await screen.ended();
      if (args.includes("tsv")) expectClean({ raw: screen.raw.replaceAll("\t", "") } as Screen);
      else expectClean(screen);
    }
  });
});
