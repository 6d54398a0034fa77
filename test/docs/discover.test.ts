import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Screen } from "../terminal/screen.ts";
import { fencesOf, readPage, root } from "./markdown.ts";

const [screenShown = [], conversation = []] = fencesOf(readPage("docs/guide/discover.md"))
  .filter(({ info }) => info === "text")
  .map(({ lines }) => lines);
const catalog = join(root, "test/fixtures/docs-catalog.json");
const open: Screen[] = [];

function start(command: string, columns: number): Screen {
  const args = command.replace("$ modelforge ", "").split(" ");
  const screen = new Screen(args, { columns, rows: 24, environment: { MODELFORGE_URL: catalog } });
  open.push(screen);
  return screen;
}

afterEach(async () => {
  for (const screen of open.splice(0)) await screen.close();
});

describe("the guide to discover", () => {
  it("shows the upper part of a screen as it is", async () => {
    const [command = "", ...shown] = screenShown;
    const screen = start(command, 80);
    await screen.showsFrame(/1 of 30/);
    expect(screen.lines.slice(0, shown.length)).toEqual(shown);
  });

  it("shows a conversation as it goes", async () => {
    const [command = "", ...shown] = conversation;
    const screen = start(command, 96);
    for (const line of shown) {
      const [, question, answer] = /^(.*: )(\S+)$/.exec(line.startsWith("ref") ? "" : line) ?? [];
      if (question === undefined || answer === undefined) continue;
      await screen.shows(question);
      screen.type(`${answer}\r`);
    }
    expect(await screen.ended()).toBe(0);
    const said = screen.lines.filter((line) => line !== "");
    const at = shown.indexOf("...");
    expect(said.slice(0, at)).toEqual(shown.slice(0, at));
    expect(said.slice(at + 1 - shown.length)).toEqual(shown.slice(at + 1));
  });
});
