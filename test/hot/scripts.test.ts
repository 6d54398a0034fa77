import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hotNames, hotScript, hotWords } from "../../scripts/scripts-of-the-command.ts";
import { keptName, nameOf } from "../../src/system/real/kept-code/names.ts";
import { createCommand, root } from "../cli/command.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";

let standIn: StandIn;
let command: ReturnType<typeof createCommand>;
let spy: string;

beforeAll(async () => {
  standIn = await StandIn.start();
  standIn.serve("/api.json", smallCatalog(1));
  command = createCommand({ MODELFORGE_URL: standIn.url });
  spy = join(command.home, "spy.cjs");
  writeFileSync(
    spy,
    `const fs = require("node:fs");
const { openSync, readFileSync } = fs;
const seen = [];
// bin.js is there always, whole.js where no short way is, and keep.js is for the next start
const note = (path) => { if (/(?<!bin|whole|keep)[.]m?js$/.test(path)) seen.push(path); };
fs.openSync = (path, ...more) => { note(path); return openSync(path, ...more); };
fs.readFileSync = (path, ...more) => { note(path); return readFileSync(path, ...more); };
process.on("exit", () => fs.writeSync(2, "OPENED " + JSON.stringify(seen) + "\\n"));
`,
  );
  expect((await command.ask(["refresh-cache"])).code).toBe(0);
  expect((await command.ask(["info", "openai/gpt-5"])).code).toBe(0);
});

afterAll(() => standIn.stop());

async function scriptsOf(
  words: readonly string[],
  more: Record<string, string> = {},
  asked = command,
): Promise<string[]> {
  const { stderr } = await asked.ask(words, { NODE_OPTIONS: `--require ${spy}`, ...more });
  const line = stderr.split("\n").find((one) => one.startsWith("OPENED "));
  return (JSON.parse(line?.slice("OPENED ".length) ?? "[]") as string[]).map((path) =>
    basename(path),
  );
}

const rest: Record<string, string[]> = {
  info: ["openai/gpt-5"],
  offers: ["gpt-5"],
  search: ["gpt"],
  compare: ["openai/gpt-5", "gpt-5"],
  cost: ["openai/gpt-5", "--input", "1k"],
};

/** Bytes; each is raised by whoever has a reason to. */
const largest: Record<string, number> = {
  providers: 70_500,
  info: 77_500,
  list: 102_600,
  compare: 83_900,
  cost: 82_100,
  search: 111_200,
  recommend: 96_600,
  "recommend-conditions": 128_500,
  offers: 111_400,
  "auth-status": 86_900,
  "config-get": 56_700,
  "config-path": 45_800,
  "config-show": 56_700,
  "config-validate": 98_900,
};

/** What works out a ranking is in a script of its own. */
function scriptFor([word = "", ...others]: readonly string[]): string {
  const more = `${word}-conditions`;
  const hasFlags = others.some((one) => one.startsWith("-"));
  return `${hotScript(hotNames.includes(more) && hasFlags ? more : word)}.js`;
}

describe.each([...hotWords])("a warm %s", (word) => {
  it("loads one script, in a pipe and with any format that needs no other", async () => {
    for (const more of [[], ["--json"], ["--quiet"]]) {
      const words = [word, ...(rest[word] ?? []), ...more];
      expect([words, await scriptsOf(words)]).toEqual([words, [scriptFor(words)]]);
    }
  });

  it("is not loaded where the whole command is sure to be needed", async () => {
    const words = [word, ...(rest[word] ?? [])];
    const file = { MODELFORGE_URL: join(command.home, "api.json") };
    for (const opened of [
      await scriptsOf([...words, "--help"]),
      await scriptsOf([...words, "--refresh"]),
      await scriptsOf(words, file),
    ]) {
      expect(opened.filter((name) => name.startsWith("hot-"))).toEqual([]);
      expect(opened).toContain("warm.js");
    }
  });

  it("leaves a line that is not understood to the whole command", async () => {
    const words = [word, ...(rest[word] ?? []), "--frobnicate"];
    expect(await scriptsOf(words)).toEqual(expect.arrayContaining([scriptFor(words), "warm.js"]));
  });
});

describe.each<[name: string, words: string[]]>([
  ["config-show", ["config"]],
  ["config-show", ["config", "show"]],
  ["config-get", ["config", "get", "catalog.ttl"]],
  ["config-path", ["config", "path"]],
  ["config-validate", ["config", "validate"]],
])("%s by %j", (name, words) => {
  const file = `${hotScript(name)}.js`;
  // of a catalog it asks nothing there, and would be told of what else is in the environment
  const withKeys = {
    OPENAI_API_KEY: "correct-horse-battery",
    MODELFORGE_CACHE_DIR: "/proc/nowhere",
  };

  it("loads one script, whatever the format, the keys that are set, and the catalog at hand", async () => {
    for (const more of [[], ["--json"], ["--quiet"], ["--offline"]]) {
      expect([more, await scriptsOf([...words, ...more])]).toEqual([more, [file]]);
      expect([more, await scriptsOf([...words, ...more], withKeys)]).toEqual([more, [file]]);
    }
  });

  it("is not loaded where the whole command is sure to be needed", async () => {
    for (const more of ["--help", "--refresh"]) {
      const opened = await scriptsOf([...words, more]);
      expect(opened).toContain("warm.js");
      expect(opened).not.toContain(file);
    }
  });

  it("leaves to the whole command what is not understood, or holds a key", async () => {
    for (const more of ["--frobnicate", "--format=sk-ant-api03-abcdefghijklmnop"])
      expect(await scriptsOf([...words, more])).toEqual(expect.arrayContaining([file, "warm.js"]));
  });
});

it("a command of the same group that has no short way loads none of its scripts", async () => {
  for (const words of [
    ["config", "history"],
    ["config", "nothing"],
    ["config", "show-conditions"],
  ])
    expect((await scriptsOf(words)).filter((name) => name.startsWith("hot-"))).toEqual([]);
});

it("the checks of a configuration that names a model look it up without another script", async () => {
  const directory = join(command.home, "configuration");
  mkdirSync(directory);
  writeFileSync(join(directory, "config.json"), '{"current": "openai/gpt-5"}');
  const opened = await scriptsOf(["config", "validate"], {
    MODELFORGE_CONFIG_DIR: directory,
    OPENAI_API_KEY: "correct-horse",
  });
  expect(opened).toEqual(["hot-config-validate.js"]);
});

describe("a first command", () => {
  const words = ["cost", "openai/gpt-5", "--input", "1k"];

  it("loads no script that a cache is for, and no parser for a model by its full ref", async () => {
    const fresh = createCommand({ MODELFORGE_URL: standIn.url });
    const opened = await scriptsOf(words, {}, fresh);
    expect(opened.filter((name) => name.startsWith("hot-"))).toEqual([]);
    expect(opened).toContain("keep-catalog.js");
    expect(opened).not.toContain("rows.js");
  });

  const byName = ["warm.js", "questions.js", "naming.js", "network.js", "keep-catalog.js"];
  const byRows = ["warm.js", "questions.js", "network.js", "keep-catalog.js", "rows.js"];
  it.each<[words: string[], scripts: string[]]>([
    [words, [...byName, "cost.js"]],
    [
      ["compare", "openai/gpt-5", "openai/small"],
      [...byName, "compare.js"],
    ],
    [["list", "--limit", "2"], byRows],
    [["providers"], [...byRows, "providers.js"]],
    [
      ["search", "gpt"],
      [...byRows, "naming.js", "search.js"],
    ],
    [
      ["info", "openai/gpt-5"],
      [...byRows, "naming.js", "info.js"],
    ],
    [
      ["offers", "gpt-5"],
      [...byRows, "naming.js", "offers.js"],
    ],
    [
      ["recommend", "coding"],
      [...byRows, "naming.js", "recommend.js"],
    ],
  ])("loads the scripts of its own question alone: %j", async (words, scripts) => {
    const fresh = createCommand({
      MODELFORGE_URL: standIn.url,
      MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0",
    });
    const opened = await scriptsOf(words, {}, fresh);
    expect([...opened].sort()).toEqual([...scripts].sort());
  });

  it("parses all rows where one is to be looked for", async () => {
    const fresh = createCommand({ MODELFORGE_URL: standIn.url });
    const opened = await scriptsOf(["cost", "gpt-5", "--input", "1k"], {}, fresh);
    expect(opened).toEqual(expect.arrayContaining(["keep-catalog.js", "rows.js"]));
  });

  it("tries the short way where a directory for caches is given and there", async () => {
    const fresh = createCommand({
      MODELFORGE_URL: standIn.url,
      MODELFORGE_CACHE_DIR: dirname(spy),
    });
    expect(await scriptsOf(words, {}, fresh)).toContain("hot-cost.js");
  });
});

it.each([...hotNames, "complete"])(
  "kept code of hot-%s is called as what is counted and cleared",
  (name) => {
    expect(nameOf("recommend", `${hotScript(name)}.js`, "0123456789abcdef", root)).toMatch(
      keptName,
    );
  },
);

it("the second script of a command is no command", async () => {
  const { code, stdout, stderr } = await command.ask(["recommend-conditions", "coding"]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("no command recommend-conditions");
});

it("a refresh that finds nothing newer loads two scripts", async () => {
  expect(await scriptsOf(["refresh-cache"])).toEqual(["warm.js", "network.js"]);
});

it.each([...hotNames])("the script of a warm %s is no larger than it was", (name) => {
  const { size } = statSync(join(root, "dist", `${hotScript(name)}.js`));
  expect([name, size <= (largest[name] ?? 0)]).toEqual([name, true]);
});
