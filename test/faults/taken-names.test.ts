import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Command, copyOf, createCommand } from "../cli/command.ts";
import { answerOf, errorOf } from "../cli/envelope.ts";
import { StandIn } from "../stand-in/stand-in.ts";
import { allBelow, census } from "./foreign.ts";
import { type Filled, fill, priceOf } from "./one-life.ts";

let standIn: StandIn;
let filled: Filled;

beforeAll(async () => {
  standIn = await StandIn.start();
  filled = await fill(standIn);
});

afterAll(() => standIn.stop());

const question = ["info", "openai/gpt-5", "--json"];
const texts = ['{"my":"settings"}', '{"a":1}', "mine\n", ""];

/** A directory that was given, with files of somebody's under names of ModelForge's. */
function given(names: readonly string[], text: string, besides?: string) {
  const command = createCommand({ MODELFORGE_URL: standIn.url });
  const { home } = command;
  const paths = names.map((name) => join(home, name.replace("KEY", filled.source)));
  for (const path of paths) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  if (besides !== undefined) {
    for (const place of ["cache", "state"]) {
      mkdirSync(join(home, place), { recursive: true });
      writeFileSync(join(home, place, besides), "mine");
    }
  }
  return { command, paths, before: census(paths) };
}

async function said(command: Command, args: string[]): Promise<string> {
  const ran = await command.ask(args);
  return `${ran.stdout}${ran.stderr}`.replaceAll(/\s+/g, " ");
}

const everything = [
  ["list", "--limit", "1"],
  ["refresh-cache"],
  ["cache", "status"],
  ["cache", "verify"],
  ["cache", "history"],
  ["cache", "prune", "--max-size", "1kB"],
  ["cache", "clear", "--yes"],
  ["cache", "clear", "--all", "--yes"],
];

describe("a file of somebody's in the place of the pointer", () => {
  it.each(texts.flatMap((text) => ["thesis.txt", undefined].map((one) => [text, one] as const)))(
    "is never called damaged, moved or written over: %j beside %s",
    async (text, besides) => {
      // without anything else an empty one may be what a crash left of ModelForge's own
      if (text === "" && besides === undefined) return;
      const { command, paths, before } = given(["cache/v1/KEY/current.json"], text, besides);
      const taken = `${paths[0]} is a file, and not ModelForge's: while it is there nothing new can be kept`;
      const wayOut = "move it away, or set MODELFORGE_CACHE_DIR to another directory";
      const ran = await command.ask(question);
      expect(priceOf(ran)).toBe(2);
      expect(answerOf(ran).warnings.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^the answer is right but could not be kept for the next run: /),
      ]);
      expect(answerOf(ran).warnings[0]?.message).toContain(`${taken}; ${wayOut}`);
      const refreshed = await command.ask(["refresh-cache", "--json"]);
      expect([refreshed.code, errorOf(refreshed).hint]).toEqual([7, wayOut]);
      expect(errorOf(refreshed).message).toContain(taken);
      for (const name of ["status", "verify"]) {
        const lines = await command.ask(["cache", name]);
        expect([name, lines.code]).toEqual([name, 0]);
        expect(lines.stderr.split(taken)).toHaveLength(2);
      }
      for (const args of everything) {
        expect([args, await said(command, args)]).toEqual([
          args,
          expect.not.stringMatching(/damaged|repaired|defect/),
        ]);
      }
      const kept = answerOf<{ kept: string[] }>(
        await command.ask(["cache", "clear", "--all", "--yes", "--json"]),
      ).result.kept;
      expect(kept).toContain(paths[0]);
      expect(census(paths)).toEqual(before);
      expect(readdirSync(command.env.MODELFORGE_CACHE_DIR)).not.toContain(".model-forge");
    },
  );

  it("is taken for ModelForge's where it has its form, and repaired in a place that is marked", async () => {
    const command = copyOf(filled.command);
    const pointer = join(command.env.MODELFORGE_CACHE_DIR, "v1", filled.source, "current.json");
    for (const text of [readFileSync(pointer, "utf8").replace("2", "3"), "", "what?"]) {
      writeFileSync(pointer, text);
      expect(await said(command, ["cache", "verify"])).toContain(`${pointer} is not as it was`);
      expect((await command.ask(["refresh-cache"])).code).toBe(0);
      expect((await command.ask(["cache", "verify"])).code).toBe(0);
    }
  });

  it("does not keep a damaged cache of version 0.1.0 from being adopted", async () => {
    const command = copyOf(filled.command);
    const cache = command.env.MODELFORGE_CACHE_DIR;
    rmSync(join(cache, ".model-forge"));
    const pointer = join(cache, "v1", filled.source, "current.json");
    writeFileSync(pointer, readFileSync(pointer, "utf8").slice(0, 20));
    expect(priceOf(await command.ask(question))).toBe(2);
    expect(readdirSync(cache)).toContain(".model-forge");
  });
});

describe("a file of somebody's in the place of a directory", () => {
  it.each(["cache/v1", "cache/v1/KEY"])("is said with what to do: %s", async (name) => {
    const { command, paths, before } = given([name], "mine", "thesis.txt");
    const { warnings } = answerOf(await command.ask(question));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toMatch(
      /: cannot write .*: something else stands in its place; move away .* set MODELFORGE_CACHE_DIR/,
    );
    expect(warnings[0]?.message).toContain(paths[0]);
    expect(census(paths)).toEqual(before);
  });
});

describe("files of somebody's under other names of ModelForge's", () => {
  const name = "0123456789abcdef-0";
  it.each([
    [
      [
        `cache/v1/KEY/generations/${name}/manifest.json`,
        `cache/v1/KEY/prepared/${name}/manifest.json`,
      ],
    ],
    [["state/catalog/KEY/answers", "state/catalog/KEY/last-refresh.json"]],
    [[`cache/v1/KEY/generations/${name}/body.br`]],
    [["cache/query-salt"]],
  ])("are never called damaged, and stay as they are: %j", async (names) => {
    // of a body nothing but the name can tell whose it is
    const alone = names[0]?.endsWith("body.br") === true ? [] : [undefined];
    for (const besides of ["thesis.txt", ...alone]) {
      const { command, paths, before } = given(names, "HOME is where\nmy notes are\n", besides);
      expect(priceOf(await command.ask(question))).toBe(2);
      const told: string[] = [];
      for (const args of everything) {
        const text = await said(command, args);
        expect([args, text]).toEqual([args, expect.not.stringMatching(/damaged|defect/)]);
        told.push(text);
      }
      const isInTheWay = !/salt|body/.test(names[0] ?? "");
      for (const path of isInTheWay ? paths : []) {
        expect(told.join("")).toContain(`${path} is a file, and not ModelForge's: while it is`);
      }
      const { answers } = answerOf<{ answers: { snapshot: number } }>(
        await command.ask(["cache", "status", "--json"]),
      ).result;
      if (names[0]?.startsWith("state/"))
        expect(answers).toEqual({ hits: 0, misses: 0, snapshot: 0 });
      expect(census(allBelow(paths))).toEqual(before);
    }
  });

  it("keep no history of the configuration, which is changed all the same", async () => {
    for (const besides of ["thesis.txt", undefined]) {
      const { command, paths, before } = given(["state/config/changes.jsonl"], "mine\n", besides);
      const ran = await command.ask(["config", "set", "catalog.ttl", "2h"]);
      expect(ran.code).toBe(0);
      expect(ran.stderr).toContain(
        `${paths[0]} is a file, and not ModelForge's: while it is there`,
      );
      expect(ran.stderr).toContain("or set MODELFORGE_STATE_DIR to another directory");
      expect(ran.stderr.trim().split("\n")).toHaveLength(1);
      expect((await command.ask(["config", "get", "catalog.ttl"])).stdout).toBe("2h\n");
      expect((await command.ask(["config", "history"])).stderr).toContain(`${paths[0]} is a file`);
      expect(census(paths)).toEqual(before);
    }
  });
});
