import {
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf } from "../cli/envelope.ts";
import { smallCatalog } from "../stand-in/catalogs.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { filesBelow, flipBit } from "./harms.ts";
import { directoriesOf, type Filled, fill, priceIn } from "./one-life.ts";

interface Pruned {
  removed: string[];
  reduced: string[];
  freedBytes: number;
  bytes: number;
}

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

/** What lies in the cache, but for what V8 compiled of the commands that look. */
function bytesOf(command: Command): number {
  const cache = command.env.MODELFORGE_CACHE_DIR;
  return filesBelow(cache)
    .filter((path) => !/^(code|\.model-forge)/.test(path))
    .reduce((sum, path) => sum + statSync(join(cache, path)).size, 0);
}

/** The same for what a clean-up says. */
async function prune(command: Command, limit: string, ...flags: string[]): Promise<Pruned> {
  rmSync(join(command.env.MODELFORGE_CACHE_DIR, "code"), { recursive: true, force: true });
  const args = ["cache", "prune", "--max-size", limit, "--json", ...flags];
  return answerOf<Pruned>(await command.ask(args)).result;
}

describe("two sources and a limit below their sum", () => {
  it("take turns: what answers is right, nothing is called damaged, and the limit holds", async () => {
    const command = createCommand({ MODELFORGE_MAX_CACHE_SIZE: "400kB" });
    const sources = ["one.json", "two.json"].map((name, at) => {
      const file = join(command.home, name);
      writeFileSync(file, JSON.stringify(smallCatalog(at + 1)));
      return file;
    });
    for (let turn = 0; turn < 6; turn += 1) {
      const variables = { MODELFORGE_URL: sources[turn % 2] ?? "" };
      const ran = await command.ask(["info", "openai/gpt-5", "--json"], variables);
      const answer = answerOf<{ price: { input: number } }>(ran);
      expect([answer.result.price.input, ran.stderr]).toEqual([(turn % 2) + 1, ""]);
      expect(answer.warnings).toEqual([]);
      const verified = await command.ask(["cache", "verify"], variables);
      expect([verified.code, verified.stderr]).toEqual([0, ""]);
      expect(bytesOf(command)).toBeLessThan(400_000);
    }
    for (const source of sources) {
      const history = await command.ask(["cache", "history", "--json"], { MODELFORGE_URL: source });
      expect(answerOf<unknown[]>(history).result).toHaveLength(1);
    }
  });

  it("says with the figure that not even one fits", async () => {
    const command = copyOf(filled.command);
    const ran = await command.ask(["cache", "prune", "--max-size", "10kB"]);
    expect(ran.stderr).toMatch(
      /takes \d+ kB, more than the 10 kB .* MODELFORGE_MAX_CACHE_SIZE=1MB would do/,
    );
    expect(await priceIn(command)).toBe(2);
  });

  it("says one figure whichever of them is asked, and with that the limit holds for each", async () => {
    const command = createCommand({ MODELFORGE_MAX_CACHE_SIZE: "1kB" });
    // a row more makes its files a third larger
    const sizes = { small: 1, large: 1_300 };
    const sources = Object.entries(sizes).map(([name, rows]) => {
      const catalog = smallCatalog(1) as Record<string, { models: Record<string, object> }>;
      const { models } = catalog.openai ?? { models: {} };
      const one = models["gpt-5"] ?? {};
      for (let at = 0; at < rows; at += 1) models[`gpt-5-${at}`] = { ...one, id: `gpt-5-${at}` };
      const file = join(command.home, `${name}.json`);
      writeFileSync(file, JSON.stringify(catalog));
      return { MODELFORGE_URL: file };
    });
    const figures = new Set<string>();
    const askAll = async (more: Record<string, string>): Promise<string> => {
      let said = "";
      for (const source of [...sources, ...sources]) {
        const variables = { ...source, ...more };
        for (const args of [
          ["info", "openai/gpt-5"],
          ["cache", "prune", "--dry-run"],
          ["cache", "prune"],
        ]) {
          said += (await command.ask(args, variables)).stderr;
        }
      }
      return said;
    };
    // until both are there, the figure is for one
    await askAll({});
    const said = await askAll({});
    for (const [, figure = ""] of said.matchAll(/MAX_CACHE_SIZE=(\d+MB) would do/g)) {
      figures.add(figure);
    }
    expect([...figures]).toHaveLength(1);
    const [figure = ""] = figures;
    expect(await askAll({ MODELFORGE_MAX_CACHE_SIZE: figure })).not.toContain("more than the");
    expect(Number.parseInt(figure, 10)).toBeGreaterThan(1);
  });
});

describe("what goes first", () => {
  it("is what is in quarantine, then prepared files, then whole generations, as far as it takes", async () => {
    const command = copyOf(filled.command);
    const cache = command.env.MODELFORGE_CACHE_DIR;
    const source = join(cache, "v1", filled.source);
    cpSync(
      join(source, "generations", filled.older),
      join(source, "quarantine", `${filled.older}-1-1-abc`),
      { recursive: true },
    );
    const steps: Partial<Pruned>[] = [
      { removed: [`${filled.source}/quarantine/${filled.older}-1-1-abc`], reduced: [] },
      { removed: [], reduced: [`${filled.source}/${filled.older}`] },
      { removed: [`${filled.source}/${filled.older}`], reduced: [] },
    ];
    for (const expected of steps) {
      const before = bytesOf(command);
      const pruned = await prune(command, String(before - 1));
      expect(pruned).toMatchObject(expected);
      expect(before - bytesOf(command)).toBe(pruned.freedBytes);
    }
    expect(await priceIn(command)).toBe(2);
  });

  it("is the same in a dry run as in a real one, whatever the limit, and whatever lies about", async () => {
    const littered = copyOf(filled.command);
    const cache = littered.env.MODELFORGE_CACHE_DIR;
    const source = join(cache, "v1", filled.source);
    const old = new Date(Date.now() - 30 * 86_400_000);
    const litter: [path: string, bytes: number][] = [
      ["current.json.4711-1-x3k9q2.tmp", 100],
      [`generations/.new-4711-1-x3k9q2/body.br`, 2_000],
      [`generations/.gone-4711-2-x3k9q2/models.jsonl`, 3_000],
      [`generations/${filled.older}-4711-3-x3k9q2/body.br`, 4_000],
      [`quarantine/${filled.older}-4711-4-x3k9q2/body.br`, 5_000],
      [`quarantine/${filled.older}-4711-5-x3k9q2/wire.jsonl`, 6_000],
      ["quarantine/my-notes/today.txt", 7_000],
      ["refused/0123456789abcdef.json.br", 8_000],
      ["my-notes.txt", 9_000],
    ];
    for (const [path, bytes] of litter) {
      mkdirSync(join(source, path, ".."), { recursive: true });
      writeFileSync(join(source, path), "x".repeat(bytes));
      const isOld = !/4711-5/.test(path);
      if (isOld)
        for (const one of [path, join(path, "..")]) utimesSync(join(source, one), old, old);
    }
    for (const kilobytes of [1, 60, 100, 130, 160, 1_000]) {
      const command = copyOf(littered);
      const dry = await prune(command, `${kilobytes}kB`, "--dry-run");
      const before = bytesOf(command);
      const real = await prune(command, `${kilobytes}kB`);
      expect([kilobytes, real]).toEqual([kilobytes, dry]);
      expect(before - bytesOf(command)).toBe(real.freedBytes);
      expect(filesBelow(join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source))).toEqual(
        expect.arrayContaining(["quarantine/my-notes/today.txt", "my-notes.txt"]),
      );
      expect(await priceIn(command)).toBe(2);
    }
  });
});

describe("what a clean-up says", () => {
  it("names each thing once, in a dry run as in a real one, and its sums are right", async () => {
    const littered = createCommand({ MODELFORGE_OFFLINE: "1" });
    // the snapshot's own cache goes as a whole where another source is asked
    expect((await littered.ask(["list", "--limit", "1"])).code).toBe(0);
    const file = join(littered.home, "own.json");
    for (const edition of [1, 2]) {
      writeFileSync(file, JSON.stringify(smallCatalog(edition)));
      await littered.ask(["list", "--limit", "1"], { MODELFORGE_URL: file });
    }
    const snapshot = join(littered.env.MODELFORGE_CACHE_DIR, "v1", "snapshot");
    expect(readdirSync(snapshot)).toContain("generations");
    for (const place of ["quarantine", "refused"]) mkdirSync(join(snapshot, place));
    writeFileSync(join(snapshot, "refused", "0123456789abcdef.json.br"), "x".repeat(7_000));
    cpSync(
      join(snapshot, "generations"),
      join(snapshot, "quarantine", "0123456789abcdef-2-1-1-abc"),
      { recursive: true },
    );
    for (const kilobytes of [1, 30, 100, 1_000]) {
      const command = copyOf(littered);
      const url = { MODELFORGE_URL: file };
      const ask = async (...flags: string[]): Promise<Pruned> => {
        const args = ["cache", "prune", "--max-size", `${kilobytes}kB`, "--json", ...flags];
        return answerOf<Pruned>(await command.ask(args, url)).result;
      };
      const dry = await ask("--dry-run");
      const before = bytesOf(command);
      const real = await ask();
      expect([kilobytes, dry]).toEqual([kilobytes, real]);
      expect(before - bytesOf(command)).toBe(real.freedBytes);
      const named = [...real.removed, ...real.reduced];
      const again = named.filter((name) =>
        named.some((other) => other !== name && name.startsWith(`${other}/`)),
      );
      expect([new Set(named).size, again]).toEqual([named.length, []]);
    }
  });
});

describe("a catalog of which only what its source sent is left", () => {
  it("answers every question right and in silence, and is whole again afterwards", async () => {
    const questions = [
      ["list", "--status=all"],
      ["search", "gpt"],
      ["providers"],
      ["info", "openai/gpt-5"],
    ];
    const right = await Promise.all(
      questions.map(async (args) => answerOf(await filled.command.ask([...args, "--json"])).result),
    );
    for (const [at, args] of questions.entries()) {
      const command = await reducedCopy();
      standIn.requests.length = 0;
      const ran = await command.ask([...args, "--json"]);
      const answer = answerOf(ran);
      expect([answer.result, answer.warnings, ran.stderr]).toEqual([right[at], [], ""]);
      expect(standIn.requests).toEqual([]);
      expect(filesBelow(command.env.MODELFORGE_CACHE_DIR).join()).toContain("columns.bin");
      expect((await command.ask(["cache", "verify"])).code).toBe(0);
    }
  });

  it("is refreshed like any other: unchanged where the source has nothing newer", async () => {
    const command = await reducedCopy();
    expect((await command.ask(["refresh-cache"])).stderr).toBe("");
    expect(await priceIn(command)).toBe(2);
  });

  /** The cache of this source after one of another source took its room. */
  async function reducedCopy(): Promise<Command> {
    const command = copyOf(filled.command);
    const file = join(command.home, "other.json");
    writeFileSync(file, JSON.stringify(smallCatalog(5)));
    const other = { MODELFORGE_URL: file };
    expect((await command.ask(["info", "openai/gpt-5"], other)).code).toBe(0);
    await command.ask(["cache", "prune", "--max-size", "1kB"], other);
    const [name = ""] = readdirSync(
      join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source, "generations"),
    );
    expect(
      readdirSync(
        join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source, "generations", name),
      ).sort(),
    ).toEqual(["body.br", "manifest.json", "sums.bin"]);
    return command;
  }
});

describe("the last copy of a catalog that is whole", () => {
  it("stays although it is not the one that answers, where that one has lost its body", async () => {
    const command = copyOf(filled.command);
    const source = join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source);
    const generations = join(source, "generations");
    flipBit(join(generations, filled.generation, "body.br"));
    await prune(command, "1kB");
    expect(readdirSync(generations).sort()).toEqual([filled.generation, filled.older].sort());
    rmSync(join(source, directoriesOf(filled.generation)[1], "models.jsonl"));
    const ran = await command.ask(["info", "openai/gpt-5", "--json", "--offline"]);
    const answer = answerOf<{ price: { input: number } }>(ran);
    expect(answer.result.price.input).toBe(1);
    expect(answer.warnings.map(({ code }) => code)).toContain("cache.older-generation");
  });
});
