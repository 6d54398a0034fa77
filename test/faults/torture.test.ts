import { execFileSync } from "node:child_process";
import { linkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand, ended, type Ran } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { afterMounting, canMount } from "../cli/under.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow, harms } from "./harms.ts";
import { pick, randomNumbers, repeats } from "./random-numbers.ts";

const editions = [1, 2, 3];
const question = ["info", "openai/gpt-5", "--json"];
const longestMs = 30_000;

let standIn: StandIn;

beforeAll(async () => {
  standIn = await StandIn.start();
});

afterAll(() => standIn.stop());

/** A cache with two older generations and the one that answers. */
async function filled(): Promise<Command> {
  const command = createCommand({ MODELFORGE_URL: standIn.url });
  for (const edition of editions) {
    standIn.serve("/api.json", smallCatalog(edition));
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
  }
  return command;
}

/** A command that may not hang: one that does is ended, and has no exit code. */
async function inTime(
  command: Command,
  args: readonly string[],
  under: string[] = [],
): Promise<Ran> {
  const child = command.start(args, {}, under);
  const timer = setTimeout(() => child.kill("SIGKILL"), longestMs);
  const ran = await ended(child);
  clearTimeout(timer);
  return ran;
}

/** The price that tells the edition. */
function editionOf(ran: Ran): number {
  return answerOf<{ price: { input: number } }>(ran).result.price.input;
}

const writers: readonly string[][] = [
  ["refresh-cache"],
  ["refresh-cache", "--if-stale"],
  ["list", "--refresh", "--limit", "1"],
  ["cache", "prune", "--max-size", "100kB"],
  ["cache", "clear", "--yes"],
  ["cache", "clear", "--all", "--yes"],
];

describe("commands that write the cache", () => {
  const { count, seed } = repeats("MODELFORGE_TEST_KILLS", 24);

  it(`killed at any of ${count} random moments (seed ${seed}) leave what answers right, and call nothing damaged`, async () => {
    const random = randomNumbers(seed);
    const command = await filled();
    const usualMs = 250;
    for (let at = 0; at < count; at += 1) {
      standIn.serve("/api.json", smallCatalog(pick(random, editions)));
      const names = answerOf<{ name: string }[]>(
        await command.ask(["cache", "history", "--json"]),
      ).result;
      const restore = names.map(({ name }) => ["cache", "restore", name]);
      const child = command.start(pick(random, [...writers, ...restore]));
      const timer = setTimeout(() => child.kill("SIGKILL"), random() * usualMs * 1.2);
      await ended(child);
      clearTimeout(timer);
      const answer = await inTime(command, question);
      expect([at, answer.code, answer.stderr]).toEqual([at, 0, ""]);
      expect(editions).toContain(editionOf(answer));
    }
    expect((await command.ask(["refresh-cache"])).code).toBe(0);
    expect((await command.ask(["cache", "verify"])).code).toBe(0);
  }, 900_000);
});

/** What can stand in the place of a file, besides a harmed file. */
const strangers: [name: string, put: (path: string) => void][] = [
  ["gone", () => undefined],
  ["a pipe", (path) => execFileSync("mkfifo", [path])],
  ["a link to a device without end", (path) => symlinkSync("/dev/zero", path)],
  ["a link to nowhere", (path) => symlinkSync("/nowhere/at/all", path)],
  ["a link to itself", (path) => symlinkSync(path, path)],
  ["a link to a diary", (path) => symlinkSync(`${path}-diary`, path)],
  ["a second name of a diary", (path) => linkSync(`${path}-diary`, path)],
];

describe("a cache with some of its files harmed", () => {
  const { count, seed } = repeats("MODELFORGE_TEST_DAMAGES", 24);

  it(`in ${count} random ways (seed ${seed}) answers right and in time, and nothing of anybody else's is touched`, async () => {
    const random = randomNumbers(seed);
    standIn.serve("/api.json", smallCatalog(3));
    const sound = await filled();
    const files = filesBelow(sound.env.MODELFORGE_CACHE_DIR);
    for (let at = 0; at < count; at += 1) {
      const command = copyOf(sound);
      const cache = command.env.MODELFORGE_CACHE_DIR;
      const diaries: string[] = [];
      const harmed: string[] = [];
      for (let more = 1 + Math.floor(random() * 3); more > 0; more -= 1) {
        const file = pick(random, files);
        if (harmed.some((one) => one.startsWith(`${file}:`))) continue;
        const path = join(cache, file);
        const [name, harm] = pick(random, [...harms, ...strangers]);
        if (strangers.some(([one]) => one === name)) {
          writeFileSync(`${path}-diary`, "dear diary");
          diaries.push(`${path}-diary`);
          rmSync(path);
        }
        harm(path);
        harmed.push(`${file}: ${name}`);
      }
      for (const args of [question, ["refresh-cache"], question]) {
        const ran = await inTime(command, args);
        // a link where a file of the cache should be is somebody's: what came is then not kept
        const allowed = args === question ? [0] : [0, 7];
        expect([harmed, ran.code, ran.stderr]).toEqual([
          harmed,
          expect.toBeOneOf(allowed),
          expect.not.stringContaining("defect"),
        ]);
        if (args === question)
          expect([harmed, editionOf(ran)]).toEqual([harmed, expect.toBeOneOf(editions)]);
      }
      for (const diary of diaries) {
        expect([harmed, execFileSync("cat", [diary], { encoding: "utf8" })]).toEqual([
          harmed,
          "dear diary",
        ]);
      }
    }
  }, 900_000);
});

describe.skipIf(!canMount())("a disk that is full (skipped where nothing can be mounted)", () => {
  const { count, seed } = repeats("MODELFORGE_TEST_FULL_DISKS", 10);

  it(`in any of ${count} random states (seed ${seed}) costs no answer and damages nothing`, async () => {
    const random = randomNumbers(seed);
    const command = await filled();
    const cache = command.env.MODELFORGE_CACHE_DIR;
    const [, bytes = "0"] = /^(\d+)/.exec(execFileSync("du", ["-sk", cache]).toString()) ?? [];
    for (let at = 0; at < count; at += 1) {
      standIn.serve("/api.json", smallCatalog(pick(random, editions)));
      const isEmpty = random() < 0.3;
      const kilobytes = (isEmpty ? 0 : Number(bytes)) + 4 + Math.floor(random() * 200);
      const write = pick(random, writers).join(" ");
      const script = [
        'cp -r "$MODELFORGE_CACHE_DIR" "$HOME/before-$$"',
        `mount -t tmpfs -o size=${kilobytes}k tmpfs "$MODELFORGE_CACHE_DIR"`,
        ...(isEmpty ? [] : ['cp -r "$HOME/before-$$/." "$MODELFORGE_CACHE_DIR"']),
        'rm -r "$HOME/before-$$"',
        `{ timeout 30 "$1" "$2" ${write} > "$HOME/wrote" 2>&1 || true; }`,
      ].join(" && ");
      const answer = await inTime(command, question, afterMounting(script));
      const state = `${write} with ${kilobytes} kB, ${isEmpty ? "empty" : "filled"}`;
      expect([state, answer.code, answer.stderr]).toEqual([
        state,
        0,
        expect.not.stringMatching(/damaged|defect/),
      ]);
      expect([state, editionOf(answer)]).toEqual([state, expect.toBeOneOf(editions)]);
      const wrote = execFileSync("cat", [join(command.home, "wrote")]).toString();
      expect([state, wrote]).toEqual([state, expect.not.stringMatching(/damaged|defect/)]);
    }
  }, 900_000);
});
