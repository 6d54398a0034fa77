import { existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { preparedName } from "../../src/modelsdev/disk/names.ts";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { inTime } from "../cli/under.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { allBelow, census, makeOutside, type Outside, strangers } from "./foreign.ts";
import { flipBit } from "./harms.ts";
import { type Filled, fill, priceOf } from "./one-life.ts";
import { pick, randomNumbers, repeats } from "./random-numbers.ts";

const { count, seed } = repeats("MODELFORGE_TEST_TREES", 12);
const question = ["info", "openai/gpt-5", "--json"];
let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

/** Names that are ours, nearly ours, and nobody's. */
const names = ({ source, generation, older }: Filled): readonly string[] => {
  const ours =
    "v1 catalog code .model-forge snapshot other-01234567 generations prepared quarantine refused";
  const files = "current.json answers last-refresh.json manifest.json body.br columns.bin";
  const odd = ".new-1-1-abc .gone-1-1-abc .new-mine 0123456789abcdef.json.br ..data v2 a'b";
  const theirs = "models.jsonl current.json.1-1-abc.tmp mine.txt my-project Makefile";
  const own = [source, generation, older, preparedName(older), `${older}-1-1-abc`];
  return [...own, ...`${ours} ${files} ${odd} ${theirs}`.split(" ")];
};

/** Where a tree may grow: directories there are, of ours and of others. */
function directoriesBelow(root: string): string[] {
  const inside = readdirSync(root).map((name) => join(root, name));
  const folders = inside.filter((path) => lstatSync(path).isDirectory());
  return [root, ...folders.flatMap(directoriesBelow)];
}

/** One more thing of somebody's, at a free place; gives its path. */
function grow(roots: readonly string[], random: () => number, outside: Outside): string[] {
  const parents = roots.flatMap((root) => (existsSync(root) ? directoriesBelow(root) : []));
  const parent = pick(
    random,
    parents.filter((path) => !path.endsWith(".lock")),
  );
  const path = join(parent, pick(random, names(filled)));
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return [];
  const [, put] = pick(random, strangers);
  put(path, outside);
  return allBelow([path]);
}

/** A file that nobody could take for ModelForge's. */
function plant(root: string, random: () => number): string[] {
  const path = join(root, pick(random, ["mine.txt", "src/main.rs", "v1/readme.md"]));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, "mine");
  return allBelow([path]);
}

function damageOne(command: Command, mine: ReadonlySet<string>, random: () => number): void {
  const root = join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source);
  if (lstatSync(root, { throwIfNoEntry: false })?.isDirectory() !== true) return;
  const files = directoriesBelow(root)
    .flatMap((directory) => readdirSync(directory).map((name) => join(directory, name)))
    .filter((path) => lstatSync(path).isFile() && lstatSync(path).size > 200 && !mine.has(path));
  if (files.length === 0) return;
  const path = pick(random, files);
  if (random() < 0.5) flipBit(path);
  else rmSync(path);
}

const commands = ({ older, generation }: Filled): readonly string[][] => [
  question,
  ["list", "--limit", "3", "--json"],
  ["list", "--refresh", "--limit", "1"],
  ["refresh-cache"],
  ["cache", "status"],
  ["cache", "verify"],
  ["cache", "history"],
  ["cache", "prune", "--max-size", "1kB"],
  ["cache", "prune", "--max-size", "130kB"],
  ["cache", "prune", "--max-size", "1kB", "--dry-run"],
  ["cache", "restore", older],
  ["cache", "restore", generation],
  ["cache", "clear", "--yes"],
  ["cache", "clear", "--all", "--yes"],
];

async function oneTree(random: () => number): Promise<void> {
  const isFilled = random() < 0.6;
  const command = isFilled
    ? copyOf(filled.command)
    : createCommand({ MODELFORGE_URL: standIn.url });
  const { MODELFORGE_CACHE_DIR: cache, MODELFORGE_STATE_DIR: state } = command.env;
  const roots = random() < 0.2 ? [cache, cache] : [cache, state];
  command.env.MODELFORGE_STATE_DIR = roots[1] ?? state;
  const outside = makeOutside(command.home);
  const mine = new Set(allBelow([dirname(outside.file)]));
  // before the first command: the directory was somebody's, and it has no marker
  if (!isFilled) for (const path of plant(pick(random, roots), random)) mine.add(path);
  const done: string[] = [];
  for (let step = 0; step < 8; step += 1) {
    for (let more = Math.floor(random() * 4); more > 0; more -= 1) {
      for (const path of grow(roots, random, outside)) mine.add(path);
    }
    if (random() < 0.3) damageOne(command, mine, random);
    const before = census([...mine]);
    const args = pick(random, commands(filled));
    done.push(args.join(" "));
    const ran = await command.ask(args, {}, inTime);
    expect([done, ran.code, ran.stderr]).toEqual([
      done,
      expect.toBeOneOf([0, 3, 7, 8]),
      expect.not.stringMatching(/defect/),
    ]);
    expect([done, census([...mine])]).toEqual([done, before]);
    const answer = await command.ask(question, {}, inTime);
    expect([done, answer.code, answer.stderr]).toEqual([
      done,
      0,
      expect.not.stringMatching(/defect/),
    ]);
    expect([done, priceOf(answer)]).toEqual([done, expect.toBeOneOf([1, 2])]);
    expect(answerOf(answer).catalog.models).toBe(60);
    expect([done, census([...mine])]).toEqual([done, before]);
  }
}

describe("a random tree of what is ModelForge's, somebody's, links and pipes", () => {
  it(`under random commands (${count} trees, seed ${seed}) keeps what is somebody's, and every answer is right`, async () => {
    standIn.serve("/api.json", smallCatalog(2));
    for (let tree = 0; tree < count; tree += 1) {
      await oneTree(randomNumbers(seed + tree)).catch((error: unknown) => {
        throw new Error(`tree ${tree} (MODELFORGE_TEST_SEED=${seed + tree})`, { cause: error });
      });
    }
  }, 900_000);
});
