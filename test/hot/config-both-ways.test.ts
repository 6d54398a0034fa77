import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordedCatalog } from "../../src/testing/real-catalog.ts";
import { type Command, createCommand } from "../cli/command.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { printedOn } from "../terminal/printed.ts";
import { ageless, agelessRan, expectSameBothWays, wholeWay } from "./both-ways.ts";
import { configLines, madeConfigLines } from "./config-lines.ts";
import { someOf } from "./some-of.ts";

const secret = 'correct"horse/battery';
const good = `{ // mine
  "current": "five",
  "aliases": {"five": {"model": "openai/gpt-5"}, "my.five": {"model": "gpt-5"}},
  "catalog": {"ttl": "7d"},
}`;

let standIn: StandIn;
let command: Command;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", recordedCatalog.read("api.json"));
  standIn.serve("/models.json", recordedCatalog.read("models.json"));
  command = createCommand({ MODELFORGE_URL: standIn.url, OPENAI_API_KEY: secret });
  expect((await command.ask(["refresh-cache"])).code).toBe(0);
  // the place of the notes is made by the first answer
  expect((await command.ask(["info", "openai/gpt-5"])).code).toBe(0);
});

afterAll(() => standIn.stop());

/** A directory with such a configuration. */
function directoryWith(text: string | undefined, name = "config-"): string {
  const directory = mkdtempSync(join(command.home, name));
  if (text !== undefined) writeFileSync(join(directory, "config.json"), text);
  return directory;
}

const expectSame = (
  lines: readonly (readonly string[])[],
  text: string | undefined,
  more: Record<string, string> = {},
) => expectSameBothWays(command, lines, { MODELFORGE_CONFIG_DIR: directoryWith(text), ...more });

describe("the short way of a command that only reads the configuration", () => {
  it("says byte for byte what the whole command says, of every key, flag, format and mistake", async () => {
    expect(madeConfigLines.length).toBeGreaterThan(280);
    await expectSame(someOf(madeConfigLines, 2), good);
  }, 300_000);

  it.each<[string, string]>([
    ["nothing", ""],
    ["a mark in front", `\ufeff${good}`],
    ["a model that is none", '{"current": "openai/no-such-model"}'],
    ["another spelling of a model", '{"current": "GPT 5"}'],
    ["a model called by its id", '{"current": "gpt-5"}'],
    ["an alias that hides a model", '{"aliases": {"gpt-5": {"model": "openai/gpt-5"}}}'],
    ["an alias of an alias", '{"aliases": {"a": {"model": "b"}, "b": {"model": "gpt-5"}}}'],
    ["an alias that none can have", '{"aliases": {"A b\\u0007": {"model": "gpt-5"}}}'],
    ["names of every object", '{"aliases": {"__proto__": {"model": "constructor"}}}'],
    ["wide and unseen letters", '{"aliases": {"\u4e94": {"model": "\u202e\u001b[2J\u4e94"}}}'],
    ["a setting that is none", '{"colour": "red", "current": "gpt-5"}'],
    ["a value of another kind", '{"catalog": {"ttl": 3}, "current": "gpt-5"}'],
    ["a name twice", '{"current": "gpt-5", "current": "gpt-5"}'],
    ["a newer format", '{"version": 99, "current": "gpt-5"}'],
    ["what is no JSON", "{"],
    ["a list", "[]"],
    ["another source", '{"catalog": {"source": "https://127.0.0.1:1/"}}'],
    ["a source with a password", '{"catalog": {"source": "https://me:pw-of-mine@127.0.0.1:1/?a"}}'],
    ["a source that is none", '{"catalog": {"source": "https:me:pw@mirror.example"}}'],
    ["what looks like a key", '{"current": "openai/sk-ant-api03-abcdefghijklmnop"}'],
    ["a name that begins as keys do", '{"aliases": {"sk-five": {"model": "gpt-5"}}}'],
    ["a key of the environment", JSON.stringify({ current: `openai/${secret}` })],
    ["one as an address has it", JSON.stringify({ current: encodeURIComponent(secret) })],
    ["one in base64", JSON.stringify({ current: `a ${btoa(`name:${secret}`)}` })],
    ["one as a name", JSON.stringify({ aliases: { [secret]: { model: "gpt-5" } } })],
  ])(
    "says the same where a file holds %s",
    async (what, text) => {
      await expectSame(someOf(configLines, 3, what), text);
    },
    60_000,
  );

  it.each<[string, Record<string, string>]>([
    ["coloured", { FORCE_COLOR: "1" }],
    ["with a variable that nobody knows", { MODELFORGE_CACHEDIR: "elsewhere" }],
    ["with variables that are not understood", { MODELFORGE_TTL: "soon", MODELFORGE_OFFLINE: "x" }],
    ["with a model in a variable", { MODELFORGE_MODEL: "openai/gpt-5" }],
    ["with a key in the place of a model", { MODELFORGE_MODEL: secret }],
    ["with a key of known form there", { MODELFORGE_MODEL: "sk-ant-api03-abcdefghijklmnop" }],
    ["with a source that has a password", { MODELFORGE_URL: "https://me:pw-of-mine@[::1]:1/" }],
    ["with a source that nobody knows", { MODELFORGE_URL: "https:me:pw@mirror.example" }],
    ["with a file as the source", { MODELFORGE_URL: "./no-such.json" }],
    ["with a key that is no key", { SOME_TOKEN: "background-refresh", A_KEY: "7d" }],
    ["with a stale catalog", { MODELFORGE_TTL: "0s", MODELFORGE_OFFLINE: "1" }],
    ["with no catalog", { MODELFORGE_CACHE_DIR: "/proc/nowhere", MODELFORGE_OFFLINE: "1" }],
    ["with a switch that says no", { MODELFORGE_FEATURE_BACKGROUND_REFRESH: "no", CI: "1" }],
    ["without a home", { HOME: "" }],
    ["with a directory of configurations that is none", { MODELFORGE_CONFIG_DIR: "/dev/null" }],
    ["with one that is not there", { MODELFORGE_CONFIG_DIR: "/proc/nowhere" }],
    ["without a home, nor any directory", { HOME: "", MODELFORGE_CONFIG_DIR: "" }],
    ["with a store of keys that is none", { MODELFORGE_DATA_DIR: "/dev/null" }],
  ])(
    "says the same %s",
    async (what, more) => {
      await expectSame(someOf(configLines, 3, what), good, more);
    },
    60_000,
  );

  it("says the same where there is no file", async () => {
    await expectSame(configLines, undefined);
  }, 60_000);

  it("says the same where the path of a file holds a key, or is a link", async () => {
    const key = "correct-horse-battery";
    const named = directoryWith(good, `of-${key}-`);
    await expectSame(configLines, good, { MODELFORGE_CONFIG_DIR: named, MY_API_KEY: key });
    for (const target of [join(named, "config.json"), join(command.home, "nowhere")]) {
      const linked = directoryWith(undefined);
      symlinkSync(target, join(linked, "config.json"));
      await expectSame(configLines, good, { MODELFORGE_CONFIG_DIR: linked });
    }
  }, 60_000);

  it("says the same in a project, of its configuration, too", () => {
    const project = mkdtempSync(join(command.home, "project-"));
    mkdirSync(join(project, ".git"));
    mkdirSync(join(project, ".model-forge"));
    const outside = { MODELFORGE_CONFIG_DIR: directoryWith(good), HOME: directoryWith(undefined) };
    for (const text of ['{"current": "gpt-5"}', '{"catalog": {"ttl": "1h"}}', "{"]) {
      writeFileSync(join(project, ".model-forge", "config.json"), text);
      for (const words of configLines) {
        const run = (line: readonly string[]) =>
          command.shellIn(project, `modelforge ${line.join(" ")}`, outside);
        const [short, whole] = [run(words), run(wholeWay(words))];
        expect([text, words, agelessRan(short)]).toEqual([text, words, agelessRan(whole)]);
      }
    }
  }, 60_000);

  it("says the same on a terminal, at any width", async () => {
    const env = { ...command.env, MODELFORGE_CONFIG_DIR: directoryWith(good) };
    // the word alone begins a conversation there
    const lines = configLines.filter((words) => words.length > 1);
    for (const columns of [40, 100]) {
      for (const words of lines) {
        const short = await printedOn(columns, words, env);
        const whole = await printedOn(columns, wholeWay(words), env);
        expect([words, short.code, ageless(short.text)]).toEqual([
          words,
          whole.code,
          ageless(whole.text),
        ]);
      }
    }
  }, 60_000);
});
