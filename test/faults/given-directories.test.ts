import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { runLibrary } from "../cli/library.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { allBelow, census, makeOutside, putAllIn } from "./foreign.ts";
import { filesBelow } from "./harms.ts";
import { directoriesOf, type Filled, fill, liveThrough } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

/** Every directory of the layout, of cache and notes, as paths below the one that is given. */
const levels = ({ source, generation, older }: Filled): string[] => [
  ".",
  "v1",
  "code",
  "catalog",
  `catalog/${source}`,
  `v1/${source}`,
  `v1/${source}/generations`,
  `v1/${source}/prepared`,
  ...directoriesOf(generation).map((directory) => `v1/${source}/${directory}`),
  ...directoriesOf(older).map((directory) => `v1/${source}/${directory}`),
  `v1/${source}/quarantine`,
  `v1/${source}/refused`,
];

/** Somebody's own things at every level of directories; gives all their paths. */
function settle(command: Command, given: readonly string[]): string[] {
  const outside = makeOutside(command.home);
  const mine = levels(filled).flatMap((level) =>
    given.flatMap((directory) => putAllIn(join(directory, level), outside)),
  );
  return allBelow([...mine, dirname(outside.file)]);
}

describe("somebody's own files", () => {
  it("at every level of directories that are ModelForge's stay as they are", async () => {
    const command = copyOf(filled.command);
    const { MODELFORGE_CACHE_DIR: cache, MODELFORGE_STATE_DIR: state } = command.env;
    const mine = settle(command, [cache, state]);
    const before = census(mine);
    await liveThrough(command, filled.older);
    expect(census(mine)).toEqual(before);
    expect(filesBelow(cache)).toContain(".model-forge");
  });

  it("stay as they are in directories that were theirs before, which are used and never marked", async () => {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    const { MODELFORGE_CACHE_DIR: cache, MODELFORGE_STATE_DIR: state } = command.env;
    const mine = settle(command, [cache, state]);
    const before = census(mine);
    const { older } = await fill(standIn, command);
    await liveThrough(command, older);
    expect(census(mine)).toEqual(before);
    expect([...readdirSync(cache), ...readdirSync(state)]).not.toContain(".model-forge");
  });
});

describe("a plain file of somebody's with a name of ModelForge's", () => {
  it("stays as it is in a directory that is not ModelForge's, whichever name it is", async () => {
    const { generation, older } = filled;
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    const { MODELFORGE_CACHE_DIR: cache, MODELFORGE_STATE_DIR: state } = command.env;
    const names = [cache, state].flatMap((place) => {
      const original = join(filled.command.home, place === cache ? "cache" : "state");
      const names = filesBelow(original).filter((name) => !name.startsWith("code"));
      return names.map((name) => join(place, name));
    });
    const inSource = (name: string): string => join(cache, "v1", filled.source, name);
    const more = [
      inSource("refused/0123456789abcdef.json.br"),
      inSource(`quarantine/${older}-1-1-abc/body.br`),
      inSource(`generations/.new-1-1-abc/body.br`),
      inSource(`prepared/.new-1-1-abc/models.jsonl`),
      inSource("current.json.1-1-abc.tmp"),
      join(cache, "code/0.1.0-v20.18.1-x64-list.bin"),
    ];
    const mine = [...names, ...more, join(cache, "mine.txt"), join(state, "mine.txt")];
    expect(mine).toContain(inSource(`generations/${generation}/manifest.json`));
    for (const path of mine) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, "mine");
    }
    const before = census(mine);
    await liveThrough(command, older);
    expect(census(mine)).toEqual(before);
  });
});

describe("an empty directory of somebody's with a name of ModelForge's", () => {
  it("stays in a directory that is not ModelForge's, whatever is read or removed there", async () => {
    const { source, older } = filled;
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    const cache = command.env.MODELFORGE_CACHE_DIR;
    command.env.MODELFORGE_STATE_DIR = cache;
    const names = [
      "code",
      "mine",
      "catalog/other.org-0123abcd",
      "v1/other.org-0123abcd",
      `v1/${source}/generations/.new-1-1-abc`,
      `v1/${source}/generations/0123456789abcdef-0`,
      `v1/${source}/prepared/.gone-1-1-abc`,
      `v1/${source}/prepared/0123456789abcdef-8`,
      `v1/${source}/quarantine/0123456789abcdef-0-1-1-abc`,
      `v1/${source}/refused`,
    ].map((name) => join(cache, name));
    for (const path of names) mkdirSync(path, { recursive: true });
    writeFileSync(join(cache, "thesis.txt"), "mine");
    const before = census(names);
    for (const args of [
      ["list", "--limit", "1"],
      ["cache", "status"],
      ["cache", "history"],
    ]) {
      expect([args, (await command.ask(args)).code]).toEqual([args, 0]);
      expect([args, census(names)]).toEqual([args, before]);
    }
    await liveThrough(command, older);
    expect((await command.ask(["cache", "clear", "--all", "--yes"])).code).toBe(0);
    expect(census(names)).toEqual(before);
    expect(readdirSync(cache)).not.toContain(".model-forge");
  }, 60_000);

  it("stays where nothing was ever noted in it", async () => {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    const { MODELFORGE_CACHE_DIR: cache, MODELFORGE_STATE_DIR: state } = command.env;
    const names = [join(cache, "code"), join(cache, "catalog"), join(state, "catalog")];
    for (const path of names) mkdirSync(path, { recursive: true });
    writeFileSync(join(cache, "thesis.txt"), "mine");
    writeFileSync(join(state, "thesis.txt"), "mine");
    const before = census(names);
    expect((await command.ask(["cache", "clear", "--all", "--yes"])).code).toBe(0);
    expect(census(names)).toEqual(before);
  });
});

describe("one directory for cache and notes", () => {
  it("is ModelForge's where it made it, and keeps what else is put there", async () => {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    const both = { MODELFORGE_STATE_DIR: command.env.MODELFORGE_CACHE_DIR };
    Object.assign(command.env, both);
    const { older } = await fill(standIn, command);
    const mine = settle(command, [both.MODELFORGE_STATE_DIR]);
    const before = census(mine);
    await liveThrough(command, older);
    expect(census(mine)).toEqual(before);
  });

  it("is adopted as a whole where an earlier version made it", async () => {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    const cache = command.env.MODELFORGE_CACHE_DIR;
    Object.assign(command.env, { MODELFORGE_STATE_DIR: cache });
    await fill(standIn, command);
    rmSync(join(cache, ".model-forge"));
    expect((await command.ask(["refresh-cache"])).stderr).toBe("");
    expect(readdirSync(cache)).toContain(".model-forge");
  });
});

describe("the cache of version 0.1.0, which knew no marker", () => {
  it("is adopted in silence, and nothing is fetched again", async () => {
    const command = copyOf(filled.command);
    const { MODELFORGE_CACHE_DIR: cache, MODELFORGE_STATE_DIR: state } = command.env;
    for (const place of [cache, state]) rmSync(join(place, ".model-forge"));
    // what it left when it was killed, and what it kept of V8
    const source = join(cache, "v1", filled.source);
    writeFileSync(join(source, "current.json.4711-1.tmp"), "half");
    mkdirSync(join(source, "generations/.new-4711-1-x3k9q2"));
    mkdirSync(join(cache, "code"), { recursive: true });
    writeFileSync(join(cache, "code/0.1.0-v20.20.2-x64-list-prepare.js.bin"), "code");
    standIn.requests.length = 0;
    const answer = await command.ask(["info", "openai/gpt-5"]);
    expect([answer.code, answer.stderr, standIn.requests]).toEqual([0, "", []]);
    const refreshed = await command.ask(["refresh-cache"]);
    expect([refreshed.code, refreshed.stderr]).toEqual([0, ""]);
    expect(standIn.count("/api.json", 304)).toBe(1);
    for (const place of [cache, state]) expect(readdirSync(place)).toContain(".model-forge");
    expect((await command.ask(["cache", "clear", "--all", "--yes"])).code).toBe(0);
    expect(filesBelow(cache).filter((path) => !/^(code|\.model-forge)/.test(path))).toEqual([]);
  });
});

describe("the library's cacheDirectory", () => {
  const script = (options: string): string => `
    const client = new ModelsDevClient(${options});
    const cache = new ModelsDevCache(${options});
    await client.refresh();
    await client.getModels();
    await cache.prune(1);
    await cache.clear();
    await client.refresh();
    await cache.clear(true);
    console.log((await client.getModelDetails("openai/gpt-5")).price.input);`;

  async function run(command: Command, options: string): Promise<string> {
    const { code, stdout, stderr } = await runLibrary(command, script(options));
    expect([code, stderr]).toEqual([0, ""]);
    return stdout.trim();
  }

  it("follows the same rules: what is somebody's stays, there is no marker, and the answer is right", async () => {
    const command = createCommand({ MODELFORGE_URL: standIn.url });
    const mine = settle(command, [join(command.home, "given")]);
    const before = census(mine);
    expect(await run(command, "{ cacheDirectory: 'given' }")).toBe("2");
    expect(census(mine)).toEqual(before);
    expect(readdirSync(join(command.home, "given"))).not.toContain(".model-forge");
    expect(readdirSync(join(command.home, "given/v1"))).toContain(filled.source);
  });
});
