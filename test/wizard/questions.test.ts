import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";
import { commonFlags } from "../../src/surfaces/cli/common-flags.ts";
import { prompts } from "../../src/surfaces/cli/wizard/prompts.ts";
import type { Command } from "../cli/command.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { withServer } from "./screens.ts";
import {
  answerAll,
  down,
  enter,
  escape,
  filesWith,
  interrupt,
  key,
  makeProject,
  newUser,
  runScript,
  scriptOn,
  wholeWay,
} from "./set-up.ts";

const all = withServer();
const { start } = all;
let thief: StandIn;
beforeAll(async () => {
  thief = await StandIn.start();
});
afterAll(() => thief.stop());

const ofProject = ({ home }: Command): string =>
  readFileSync(join(home, "project/.model-forge/config.json"), "utf8");

describe("whatever is asked", () => {
  it.each(Object.entries(prompts))("can be said on a line: %s", async (_, { flag }) => {
    const [path, name] = flag;
    const entry = commandTable.find((one) => one.path === path);
    const { flags = [] } = (await entry?.load()) ?? {};
    const known = [...flags, ...commonFlags].map((one) => one.name);
    expect(known).toContain(name);
  });
});

describe("a provider whose address has variables", () => {
  it("is asked for each, what cannot stand there once more, and Esc goes one back", async () => {
    const { command, config } = newUser(all.server.url);
    const screen = start(command);
    await answerAll(screen, [
      ["Which provider?", "azure\r"],
      [/> type a key[\s\S]*skip +I set the variable AZURE_API_KEY myself/, `${down}\r`],
      ["AZURE_RESOURCE_NAME:", escape],
      ["> skip", enter],
      ["AZURE_RESOURCE_NAME:", enter],
      ["without it nobody can be called", "a/b\r"],
      ["is no single part of a host or path", "\u0015my-resource\r"],
      ["1 of 1", enter],
      ["This will be written", enter],
    ]);
    expect(await screen.ended()).toBe(0);
    expect(JSON.parse(config())).toMatchObject({
      current: "azure/gpt-5",
      providers: { azure: { values: { AZURE_RESOURCE_NAME: "my-resource" } } },
    });
    const second = newUser(all.server.url);
    runScript(second.command, scriptOn(screen));
    expect(second.config()).toBe(config());
  });

  it("has them in the user's file where the model is for a project", async () => {
    const { command, config } = newUser(all.server.url);
    const project = makeProject(command);
    const screen = start(command, { directory: project });
    await answerAll(screen, [
      ["Where is the model to be in use?", `${down}\r`],
      ["Which provider?", "azure\r"],
      ["> type a key", `${down}\r`],
      ["AZURE_RESOURCE_NAME:", "my-resource\r"],
      ["1 of 1", enter],
      ["This will be written", enter],
    ]);
    expect(await screen.ended()).toBe(0);
    expect(config()).toContain("my-resource");
    expect(config()).not.toContain("current");
    const current = "modelforge config get current --resolved";
    expect(command.shellIn(project, current).stdout).toBe("azure/gpt-5\n");
    expect(command.shell(current).code).not.toBe(0);
    const second = newUser(all.server.url);
    makeProject(second.command);
    runScript(second.command, scriptOn(screen), { at: "project" });
    expect(second.config()).toBe(config());
    expect(ofProject(second.command)).toBe(ofProject(command));
  });
});

describe("a project", () => {
  it("is set up by itself, and the key is the user's all the same", async () => {
    const { command, stored, config } = newUser(all.server.url);
    const project = makeProject(command);
    const screen = start(command, { directory: project });
    await answerAll(screen, [["Where is the model to be in use?", `${down}\r`], ...wholeWay]);
    expect(await screen.ended()).toBe(0);
    expect(stored()).toContain(key);
    expect(config).toThrow("ENOENT");
    expect(filesWith(project, "own-server/own-1")).toEqual([".model-forge/config.json"]);
    const second = newUser(all.server.url);
    makeProject(second.command);
    runScript(second.command, scriptOn(screen), { at: "project" });
    expect(ofProject(second.command)).toBe(ofProject(command));
  });

  it("and a mirror that want the key elsewhere get none, and each attempt is named", async () => {
    for (const one of [all.server, thief]) one.requests.length = 0;
    const wanted = {
      baseUrl: `${thief.url}/v1`,
      headers: { "x-key": "${OPENAI_API_KEY}" },
      env: ["OPENAI_API_KEY"],
      values: { AZURE_RESOURCE_NAME: "127.0.0.1/" },
    };
    const bait = { OPENAI_BASE_URL: thief.url, AWS_ENDPOINT_URL: thief.url };
    const { command } = newUser(all.server.url, bait, `${thief.url}/v1`);
    const project = makeProject(command, {
      providers: {
        openai: wanted,
        "own-server": wanted,
        theirs: { ...wanted, models: { "their-1": { name: "Their 1" } } },
      },
      catalog: { source: thief.url },
      trusted: [{ provider: "openai", origin: thief.url }],
    });
    const screen = start(command, { directory: project });
    await answerAll(screen, [
      ["Where is the model to be in use?", enter],
      ["Which provider?", "openai\r"],
      ["no credential goes there for that", enter],
      ["Key of openai:", `${key}\r`],
      ["1 of 1", enter],
      ["Ask openai whether", enter],
      [`is not sent to ${thief.url}`, enter],
      ["This will be written", enter],
    ]);
    expect(await screen.ended()).toBe(0);
    expect(screen.lines.join("\n")).toContain("catalog.source");
    const set = ["config", "set", "providers.theirs.env", "THEIR_API_KEY"];
    expect(command.run(set)).toMatchObject({ code: 0 });
    const theirs = start(command, { directory: project });
    await answerAll(theirs, [
      ["Where is the model to be in use?", enter],
      ["Which provider?", "theirs\r"],
      ["> type a key", enter],
      ["Key of theirs:", `${key}\r`],
      ["Nobody knows where credentials of theirs belong", enter],
      ["1 of 1", enter],
      ["This will be written", interrupt],
    ]);
    expect(await theirs.ended()).toBe(130);
    // the right host is asked about, and gets it
    const another = start(command, { directory: project });
    await answerAll(another, [
      ["Where is the model to be in use?", enter],
      ["Which provider?", "\u0015own\r"],
      ["> type a key", enter],
      ["Key of own-server:", `${key}\r`],
      [`Let credentials of own-server go to ${all.server.url}?`, `${down}\r`],
      ["2 of 2", enter],
      ["Ask own-server whether", enter],
      ["valid", enter],
      ["This will be written", enter],
    ]);
    expect(await another.ended()).toBe(0);
    expect(all.server.requests.some(({ headers }) => headers.authorization?.includes(key))).toBe(
      true,
    );
    expect(thief.requests).toEqual([]);
  });
});

describe("a provider", () => {
  it("that takes no key is asked for none", async () => {
    const { command, config } = newUser(all.server.url);
    const screen = start(command);
    await answerAll(screen, [
      ["Which provider?", "keyless\r"],
      ["1 of 1", enter],
      ["This will be written", enter],
    ]);
    expect(await screen.ended()).toBe(0);
    expect(config()).toContain("keyless/free-1");
    expect(filesWith(command.home, "sk-")).toEqual([]);
  });

  it("whose address is not allowed keeps no key", async () => {
    const { command, config } = newUser(all.server.url);
    const screen = start(command);
    await answerAll(screen, [
      ...wholeWay.slice(0, 3),
      ["Let credentials of own-server go to", enter],
      ["2 of 2", enter],
      ["This will be written", enter],
    ]);
    expect(await screen.ended()).toBe(0);
    expect(config()).toContain("own-server/own-1");
    expect(filesWith(command.home, key)).toEqual([]);
  });

  it("gets what is typed only where it can be a key, and may be one of its own", async () => {
    const { command, stored } = newUser(all.server.url);
    const screen = start(command);
    await answerAll(screen, [
      ["Which provider?", "openai\r"],
      ["> type a key", enter],
      ["Key of openai:", enter],
      ["the key is empty", "two words\r"],
      ["has blanks or lines in it", "\u0015gsk_planted0123456789\r"],
      ["That begins as a key of groq does", enter],
      ["Key of openai:", "\u0015gsk_planted0123456789\r"],
      ["That begins as a key of groq does", `${down}\r`],
      ["1 of 1", enter],
      ["Ask openai whether", `${down}\r`],
      ["This will be written", enter],
    ]);
    expect(await screen.ended()).toBe(0);
    expect(stored()).toContain("gsk_planted0123456789");
    expect(screen.raw).not.toContain("planted");
    const second = newUser(all.server.url);
    runScript(second.command, scriptOn(screen), { typed: "gsk_planted0123456789" });
    expect(second.stored()).toContain("gsk_planted0123456789");
  });
});

describe("a small screen", () => {
  it("shows all that is asked without colours, and names that are an attack are cleaned", async () => {
    const { command } = newUser(all.server.url);
    const environment = { NO_COLOR: "1" };
    const screen = start(command, { columns: 40, rows: 14, environment });
    await answerAll(screen, [
      ["Which provider?", "hostile"],
      ["Red name 模型", enter],
      ["> type a key", `${down}\r`],
      ["1 of 1", enter],
      [/This will be\s+written/, enter],
    ]);
    expect(await screen.ended()).toBe(0);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
    expect(screen.raw).not.toMatch(/pwned|\u202e|\u001b\[[1-9]\d?m/);
    expect(screen.lines.join("\n")).toContain("hostile/a-model is in use");
  });

  it("is drawn anew in another size, and stays in use", async () => {
    const { command } = newUser(all.server.url);
    const screen = start(command, { columns: 100 });
    await answerAll(screen, wholeWay.slice(0, 2));
    await screen.showsFrame("Key of own-server:");
    screen.type(key);
    await screen.showsFrame("typed, not shown");
    screen.resize(40, 16);
    await screen.showsFrame(/Key of own-server:[\s\S]*Ctrl-C leave all as it was$/m);
    screen.type(enter);
    await screen.showsFrame("Let credentials of own-server go to");
  });
});

describe("where nobody is to be asked", () => {
  it("config alone shows the settings, as it does in a pipe", () => {
    const { command } = newUser(all.server.url);
    const [alone, shown] = [["config"], ["config", "show"]].map((words) => command.run(words));
    expect(alone).toEqual(shown);
    expect(alone?.stdout).toContain("catalog.ttl");
  });

  it.each<[string, string[], Record<string, string>]>([
    ["--json", ["config", "--json"], {}],
    ["--no-input", ["config", "--no-input"], {}],
    ["--no-config", ["config", "--no-config"], {}],
    ["--origin", ["config", "--origin"], {}],
    ["its whole name", ["config", "show"], {}],
    ["CI", ["config"], { CI: "true" }],
    ["a terminal that cannot be drawn on", ["config"], { TERM: "dumb" }],
  ])("nor with %s", async (_, args, environment) => {
    const { command } = newUser(all.server.url);
    const screen = start(command, { args, environment });
    expect(await screen.ended()).toBe(0);
    expect(screen.raw).not.toContain("\u001b[?1049h");
    expect(screen.lines.join("\n")).toMatch(/catalog/);
  });
});
