import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectGivenBack, withServer } from "./screens.ts";
import {
  answerAll,
  type Answers,
  down,
  enter,
  everythingIn,
  filesWith,
  interrupt,
  key,
  newUser,
  runScript,
  scriptOn,
  wholeWay,
} from "./set-up.ts";

const all = withServer();
const { start } = all;

const gotKey = (): boolean =>
  all.server.requests.some(({ headers }) => headers.authorization === `Bearer ${key}`);

describe("config alone on a terminal", () => {
  it("goes from nothing to a model in use, with a key that is in the store alone", async () => {
    all.server.requests.length = 0;
    const { command, stored } = newUser(all.server.url);
    const screen = start(command);
    await answerAll(screen, wholeWay);
    expect(await screen.ended()).toBe(0);
    expectGivenBack(screen);
    expect(screen.raw).not.toContain("planted");
    expect(screen.lines.join("\n")).toContain("own-server/own-1 is in use");
    expect(command.run(["config", "get", "current", "--resolved"]).stdout).toBe(
      "own-server/own-1\n",
    );
    expect(gotKey()).toBe(true);
    expect(stored()).toContain(key);
    expect(filesWith(command.home, key)).toEqual([
      ".local/share/model-forge/credentials/store.json",
    ]);
    const checked = await command.ask(["auth", "status", "own-server", "--check"]);
    expect([checked.code, checked.stdout.includes("valid")]).toEqual([0, true]);
    // one change, which one step takes back
    const { stdout } = command.run(["config", "history"]);
    expect(stdout.match(/config add own-server\/own-1/g)).toHaveLength(1);
  });

  it("prints lines that make the same of a second user in a pipe", async () => {
    const first = newUser(all.server.url);
    const screen = start(first.command, { columns: 200 });
    await answerAll(screen, wholeWay);
    expect(await screen.ended()).toBe(0);
    const lines = scriptOn(screen);
    expect(lines).toEqual([
      `modelforge auth login own-server --key-stdin --trust-host ${all.server.url}`,
      "modelforge config add own-server/own-1 --use",
      "modelforge auth status own-server --check",
    ]);
    const second = newUser(all.server.url);
    runScript(second.command, lines);
    const words = lines[2]?.split(" ").slice(1) ?? [];
    expect((await second.command.ask(words)).code).toBe(0);
    expect(second.config()).toBe(first.config());
    const withoutTime = (text: string): string => text.replaceAll(/"addedAt": "[^"]*"/g, "");
    expect(withoutTime(second.stored())).toBe(withoutTime(first.stored()));
  });

  it("has a way by script that chooses by itself for a second user", async () => {
    const { command } = newUser(all.server.url);
    const login = `auth login own-server --key-stdin --trust-host ${all.server.url}`;
    expect(command.shell(`printf %s '${key}' | modelforge ${login}`).code).toBe(0);
    const line = ["config", "add-auto", "--provider", "own-server", "--yes"];
    expect(command.run(line).code).toBe(0);
    const { stdout } = command.run(["config", "get", "current", "--resolved"]);
    expect(stdout).toMatch(/^own-server\/own-\d\n$/);
    const checked = await command.ask(["auth", "status", "own-server", "--check"]);
    expect([checked.code, checked.stdout.includes("valid")]).toEqual([0, true]);
  });
});

describe("the check", () => {
  it("goes back to the credential where it is refused, or on", async () => {
    const { command, stored } = newUser(all.server.url);
    const screen = start(command);
    const retyped: Answers = [
      ["Which credential of own-server?", enter],
      ["Key of own-server:", `\u0015${key}\r`],
      ["> yes", enter],
      [">   own-server/own-1", enter],
    ];
    await answerAll(screen, [
      ...wholeWay.slice(0, 2),
      ["Key of own-server:", "another-key-0123\r"],
      ...wholeWay.slice(3, 6),
      ["refused", enter],
      ...retyped,
      ...wholeWay.slice(5),
    ]);
    expect(await screen.ended()).toBe(0);
    expect(stored()).toContain(key);
    expect(stored()).not.toContain("another-key");
  });

  it("cannot tell offline, and says so", async () => {
    all.server.requests.length = 0;
    const { command, stored } = newUser(all.server.url);
    const screen = start(command, { args: ["config", "--offline"] });
    await answerAll(screen, [
      ...wholeWay.slice(0, 6),
      ["cannot tell: it needs the network, and offline was asked for", enter],
      ...wholeWay.slice(7),
    ]);
    expect(await screen.ended()).toBe(0);
    expect(stored()).toContain(key);
    expect(all.server.requests).toEqual([]);
  });
});

describe("what is there already", () => {
  it("stays: comments, order and other settings, and the plan shows each line that changes", async () => {
    const { command, config } = newUser(all.server.url);
    const directory = join(command.home, ".config/model-forge");
    mkdirSync(directory, { recursive: true });
    const text = '{\n  // mine\n  "current": "openai/gpt-5",\n  "catalog": { "ttl": "12h" },\n}\n';
    writeFileSync(join(directory, "config.json"), text);
    const screen = start(command, { columns: 100, rows: 40 });
    await answerAll(screen, wholeWay.slice(0, -1));
    await screen.showsFrame("This will be written");
    expect(screen.lines).toEqual(
      expect.arrayContaining([
        '-  "current": "openai/gpt-5",',
        '+  "current": "own-server/own-1",',
        '   "catalog": { "ttl": "12h" },',
      ]),
    );
    screen.type(enter);
    expect(await screen.ended()).toBe(0);
    expect(config()).toContain("// mine");
    expect(config()).toContain('"ttl": "12h"');
    // and nothing a second time
    const before = everythingIn(directory);
    const again = start(command);
    await answerAll(again, [
      ["Which provider?", "own\r"],
      [/> keep this one +file, ends in 6789/, enter],
      ["2 of 2", enter],
      ["Ask own-server whether", `${down}\r`],
      ["nothing has to be changed", enter],
    ]);
    expect(await again.ended()).toBe(0);
    expect(everythingIn(directory)).toEqual(before);
    // another key takes the place of the one there, which is said
    const third = start(command, {
      environment: { OWN_SERVER_API_KEY: "", MODELFORGE_MODEL: "x/y" },
    });
    await answerAll(third, [
      ["Which provider?", "own\r"],
      ["> keep this one", `${down}\r`],
      ["Key of own-server:", "another-key-0123\r"],
      ["2 of 2", enter],
      ["Ask own-server whether", `${down}\r`],
      [
        /ending in 0123, in place of the one there ending in 6789[\s\S]*MODELFORGE_MODEL is set/,
        "\u0003",
      ],
    ]);
    expect(await third.ended()).toBe(130);
  });

  it("is taken where a variable holds the key, which is then kept nowhere", async () => {
    const { command } = newUser(all.server.url, { OPENAI_API_KEY: key });
    const screen = start(command);
    await answerAll(screen, [
      // set up: it stands first
      ["> openai", enter],
      [/> keep this one +env:OPENAI_API_KEY, ends in 6789/, enter],
      ["1 of 1", enter],
      ["Ask openai whether", `${down}\r`],
      ["This will be written", enter],
    ]);
    expect(await screen.ended()).toBe(0);
    expect(filesWith(command.home, key)).toEqual([]);
    expect(scriptOn(screen)).toEqual(["modelforge config add openai/gpt-5 --use"]);
    const again = start(command);
    await answerAll(again, [
      ["> openai", enter],
      ["> keep this one", `${down}\r`],
      ["Key of openai:", "another-key-0123\r"],
      ["1 of 1", enter],
      ["Ask openai whether", `${down}\r`],
      ["env:OPENAI_API_KEY ending in 6789 goes before it until it is unset", interrupt],
    ]);
    expect(await again.ended()).toBe(130);
  });

  it("is opened by its passphrase, which is asked for until it is the right one", async () => {
    const { command } = newUser(all.server.url);
    const file = join(command.home, "passphrase");
    writeFileSync(file, "open sesame\n");
    const login = "auth login openai --key-stdin --passphrase-fd 3";
    expect(
      command.shell(`printf %s '${key}' | modelforge ${login} 3<${file} --passphrase`).code,
    ).toBe(0);
    const screen = start(command);
    await answerAll(screen, [
      ...wholeWay.slice(0, 3),
      ["Passphrase of stored credentials:", "open barley\r"],
      ["the passphrase is another one", "open sesame\r"],
      ...wholeWay.slice(3),
    ]);
    expect(await screen.ended()).toBe(0);
    expect(screen.raw).not.toMatch(/sesame|barley|planted/);
    expect(filesWith(command.home, key)).toEqual([]);
    const [line = ""] = scriptOn(screen);
    expect(line).toContain("--passphrase-fd 3");
  });
});
