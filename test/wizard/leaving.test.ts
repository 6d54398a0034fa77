import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bin } from "../cli/command.ts";
import { expectGivenBack, withServer } from "./screens.ts";
import {
  answerAll,
  down,
  enter,
  escape,
  everythingIn,
  forTheKey,
  interrupt,
  key,
  newUser,
  wholeWay,
} from "./set-up.ts";

const all = withServer();
const { start } = all;

describe("whoever leaves config alone on a terminal, or goes back", () => {
  it.each(wholeWay.map(([shown], at) => [shown, at] as const))(
    "leaves everything as it was on Ctrl-C at: %s",
    async (shown, at) => {
      const { command } = newUser(all.server.url);
      const before = everythingIn(command.home);
      const screen = start(command);
      await answerAll(screen, wholeWay.slice(0, at));
      await screen.showsFrame(shown);
      screen.type(interrupt);
      expect(await screen.ended()).toBe(130);
      expectGivenBack(screen);
      expect(screen.lines.join("\n")).toContain("nothing was written");
      expect(everythingIn(command.home)).toEqual(before);
    },
  );

  it("is told in the plan that the configuration cannot be written, before a key is kept", async () => {
    const { command, stored } = newUser(all.server.url);
    const directory = join(command.home, ".config/model-forge");
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, "config.json"), "{}", { mode: 0o444 });
    const screen = start(command, { columns: 200, rows: 40 });
    await answerAll(screen, wholeWay.slice(0, -1));
    await screen.showsFrame("cannot be set up so");
    await screen.showsFrame("its rights let nobody write it");
    screen.type(interrupt);
    expect(await screen.ended()).toBe(130);
    expect(stored).toThrow("ENOENT");
  });

  it("goes back a step on Esc, and keeps what was entered", async () => {
    const { command, stored } = newUser(all.server.url);
    const screen = start(command);
    await answerAll(screen, [
      ...wholeWay.slice(0, -1),
      ["This will be written", escape],
      ["Ask own-server whether", escape],
      [">   own-server/own-1", escape],
      ["> yes", escape],
      ["> type a key", enter],
      ["typed, not shown", escape],
      ["> type a key", escape],
      ["> own-server", escape],
      ["this is the first question", enter],
      ["> type a key", enter],
      ["typed, not shown", enter],
      ["> yes", enter],
      [">   own-server/own-1", enter],
      ["Ask own-server whether", `${down}\r`],
      ["This will be written", enter],
    ]);
    expect(await screen.ended()).toBe(0);
    expect(stored()).toContain(key);
    expect(screen.lines.join("\n")).toContain("own-server/own-1 is in use");
  });

  it.each([
    ["Ctrl-C", interrupt, 130],
    ["Esc", escape, undefined],
  ])("waits for no answer to the check longer than the person: %s", async (_, typed, code) => {
    const { command } = newUser(all.server.url);
    const before = everythingIn(command.home);
    const times = all.server.count("/v1/models");
    all.server.order("/v1/models", () => undefined);
    const screen = start(command);
    await answerAll(screen, wholeWay.slice(0, 6));
    await all.server.arrived("/v1/models", times + 1);
    await screen.showsFrame("Asking own-server");
    screen.type(typed);
    if (code === undefined) {
      await screen.showsFrame("Ask own-server whether");
      screen.type(interrupt);
    }
    expect(await screen.ended()).toBe(130);
    expectGivenBack(screen);
    expect(everythingIn(command.home)).toEqual(before);
    all.server.forever("/v1/models", forTheKey);
  });

  it("stops on Ctrl-Z with the terminal as it was, and goes on where it was after fg", async () => {
    const { command } = newUser(all.server.url);
    const screen = start(command, {
      program: ["bash", "--noprofile", "--norc", "-i"],
      args: [],
      environment: { PS1: "READY> ", NODE: process.execPath, BIN: bin },
    });
    screen.type('"$NODE" "$BIN" config\r');
    await answerAll(screen, wholeWay.slice(0, 2));
    await screen.showsFrame("Key of own-server:");
    screen.type(key);
    await screen.showsFrame("typed, not shown");
    screen.type("\u001a");
    await screen.shows(/Stopped[\s\S]*READY>/);
    expectGivenBack(screen);
    screen.type("fg\r");
    await screen.showsFrame("typed, not shown");
    screen.type(enter);
    await answerAll(screen, wholeWay.slice(3));
    await screen.shows(/The same without questions[\s\S]*READY>/);
    expect(screen.raw).not.toContain("planted");
  });

  it.each([
    ["SIGTERM", 3, 130],
    ["SIGTERM", 4, 130],
    ["SIGHUP", 2, undefined],
    ["SIGHUP", 4, undefined],
  ] as const)(
    "gives the terminal back on %s at question %d, with nothing written",
    async (signal, at, code) => {
      const { command } = newUser(all.server.url);
      const before = everythingIn(command.home);
      const screen = start(command);
      await answerAll(screen, wholeWay.slice(0, at));
      await screen.showsFrame(wholeWay[at]?.[0] ?? "");
      screen.signal(signal);
      const ended = await screen.ended();
      if (code !== undefined) expect(ended).toBe(code);
      expectGivenBack(screen);
      expect(everythingIn(command.home)).toEqual(before);
    },
  );
});
