import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, createCommand, ended } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { pick, randomNumbers, repeats } from "./random-numbers.ts";

const { count: processes, seed } = repeats("MODELFORGE_TEST_PROCESSES", 60);
const atOnce = Math.min(processes, 60);
const longestMs = 120_000;
const editions = [1, 2, 3, 4, 5];

/** What is asked of three sources that share a directory: two catalogs that change all the time, and a file that does. */
const questions = [
  ["info", "openai/gpt-5"],
  ["list"],
  ["list", "--refresh"],
  ["search", "gpt"],
  ["providers"],
];
interface Errand {
  args: string[];
  /** Codes of the failures that are right beside others. */
  mayFail: string[];
}
const errands: Errand[] = [
  ...questions.map((args) => ({ args, mayFail: [] })),
  { args: ["info", "openai/gpt-5", "--offline"], mayFail: ["catalog.unavailable"] },
  // where so many want it, one may wait in vain
  { args: ["refresh-cache"], mayFail: ["cache.busy"] },
  { args: ["refresh-cache", "--if-stale"], mayFail: ["cache.busy"] },
  { args: ["cache", "clear", "--yes"], mayFail: ["cache.busy"] },
  { args: ["cache", "clear", "--all", "--yes"], mayFail: ["cache.busy"] },
  { args: ["cache", "prune", "--max-size", "300kB"], mayFail: ["cache.busy"] },
  { args: ["cache", "restore"], mayFail: ["cache.busy", "generation.not-found"] },
  { args: ["cache", "status"], mayFail: [] },
  { args: ["cache", "verify"], mayFail: [] },
  { args: ["cache", "history"], mayFail: [] },
];
/** A file is not refreshed, and what it held before is not restored. */
const isForFile = ({ args }: Errand): boolean => !/refresh|restore/.test(args.join(" "));

let standIn: StandIn;
let command: Command;
let sources: { name: string; url: string }[];
let expected: Map<string, Map<string, string>>;
let changing: ReturnType<typeof setInterval>;

beforeAll(async () => {
  standIn = await StandIn.start();
  command = createCommand({
    MODELFORGE_TIMEOUT: `${longestMs / 2_000}s`,
    MODELFORGE_FEATURE_BACKGROUND_REFRESH: "0",
  });
  const file = join(command.home, "catalog-file.json");
  sources = [
    { name: "the first", url: standIn.url },
    { name: "the second", url: `${standIn.url}/second/api.json` },
    { name: "the file", url: file },
  ];
  const serve = (edition: number): void => {
    const catalog = smallCatalog(edition);
    standIn.serve("/api.json", catalog);
    standIn.serve("/second/api.json", catalog);
    // a file is replaced whole, as a careful program does
    writeFileSync(`${file}.new`, JSON.stringify(catalog));
    renameSync(`${file}.new`, file);
  };
  expected = new Map();
  for (const edition of editions) {
    serve(edition);
    const calm = createCommand({ MODELFORGE_URL: standIn.url });
    for (const question of questions) {
      const { catalog, result } = answerOf(await calm.ask([...question, "--json"]));
      const ofEdition = expected.get(catalog.digest) ?? new Map<string, string>();
      ofEdition.set(question[0] ?? "", JSON.stringify(result));
      expected.set(catalog.digest, ofEdition);
    }
  }
  let at = 0;
  changing = setInterval(() => {
    at += 1;
    serve(editions[at % editions.length] ?? 1);
  }, 150);
}, 120_000);

afterAll(async () => {
  clearInterval(changing);
  await standIn.stop();
});

/** Warnings that say nothing of trouble: rows left out, a cache that is empty, a last catalog larger than the limit. */
const calm = ["list.hidden-deprecated", "catalog.unavailable", "cache.over-limit"];

interface Outcome {
  hung: number;
  crashed: string[];
  wrong: string[];
  failed: string[];
  damaged: string[];
  warned: string[];
  /** How many ended in which way. */
  ended: Record<string, number>;
}

async function run(errand: Errand, url: string, outcome: Outcome): Promise<void> {
  const { args, mayFail } = errand;
  const child = command.start([...args, "--json"], { MODELFORGE_URL: url });
  const timer = setTimeout(() => {
    outcome.hung += 1;
    child.kill("SIGKILL");
  }, longestMs);
  const ran = await ended(child);
  clearTimeout(timer);
  const what = `${args.join(" ")} of ${url}: exit ${ran.code}, ${ran.stderr}`;
  if (/damaged|repaired/.test(`${ran.stderr}${ran.stdout.replaceAll('"damages":[]', "")}`)) {
    outcome.damaged.push(`${what} ${args[0] === "cache" ? ran.stdout : ""}`);
  }
  if (ran.code !== 0) {
    const code = /"code":"([a-z.-]+)"/.exec(ran.stderr.trimEnd().split("\n").at(-1) ?? "")?.[1];
    if (code === undefined) outcome.crashed.push(what);
    else if (!mayFail.includes(code)) outcome.failed.push(what);
    count(outcome, `${args.slice(0, 2).join(" ")}: ${code}`);
    return;
  }
  count(outcome, `${args[0]}: done`);
  const { catalog, result, warnings } = answerOf(ran);
  const odd = warnings.filter(({ code }) => !calm.includes(code));
  outcome.warned.push(...odd.map(({ code, message }) => `${what} ${code} ${message}`));
  if (args[0] === "cache" || args[0] === "refresh-cache") return;
  const right = expected.get(catalog.digest)?.get(args[0] ?? "");
  if (JSON.stringify(result) !== right) outcome.wrong.push(what);
}

function count({ ended }: Outcome, how: string): void {
  ended[how] = (ended[how] ?? 0) + 1;
}

describe(`${processes} processes (seed ${seed}) that ask, refresh, clear, prune and restore the same cache`, () => {
  it("answer right from one of the catalogs that were served, and none of them hangs, crashes or speaks of damage", async () => {
    const random = randomNumbers(seed);
    const outcome: Outcome = {
      hung: 0,
      crashed: [],
      wrong: [],
      failed: [],
      damaged: [],
      warned: [],
      ended: {},
    };
    const digests = [...expected.keys()];
    const queue = Array.from({ length: processes }, () => {
      const source = pick(random, sources);
      const isFile = source.name === "the file";
      const errand = pick(random, isFile ? errands.filter(isForFile) : errands);
      const restored = pick(random, digests).slice(0, 23);
      const args = errand.args.includes("restore") ? [...errand.args, restored] : errand.args;
      return { errand: { ...errand, args }, url: source.url };
    });
    const workers = Array.from({ length: atOnce }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        await run(next.errand, next.url, outcome);
      }
    });
    await Promise.all(workers);
    const { ended, ...bad } = outcome;
    if (processes > 60) console.log(ended);
    const none = { hung: 0, crashed: [], wrong: [], failed: [], damaged: [], warned: [] };
    expect(bad).toEqual(none);
    for (const { url } of sources) {
      const answer = await command.ask(["info", "openai/gpt-5", "--json"], { MODELFORGE_URL: url });
      expect(answerOf(answer).warnings).toEqual([]);
      const verified = await command.ask(["cache", "verify"], { MODELFORGE_URL: url });
      expect([verified.code, verified.stderr]).toEqual([0, ""]);
    }
  }, 1_200_000);
});
