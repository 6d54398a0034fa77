import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModelForgeError } from "../../failure.ts";
import { failureOf } from "../../testing/failures.ts";
import type { CliCommand } from "./command.ts";
import type { CommandEntry } from "./command-entry.ts";
import { commandTable } from "./command-table.ts";
import { commonFlags } from "./common-flags.ts";
import { findCommand } from "./find-command.ts";
import { readWord } from "./option-values.ts";
import { otherArguments, otherCommands, otherFlags, otherValues } from "./other-words.ts";
import { buildCommand, parseArguments } from "./parse.ts";

interface Loaded {
  entry: CommandEntry;
  definition: CliCommand;
}

const commands: Loaded[] = await Promise.all(
  commandTable.map(async (entry) => ({ entry, definition: await entry.load() })),
);
const names = commandTable.flatMap(({ path, aliases }) => [path, ...aliases]);

/** As the command itself would. Throws what is wrong with the line. */
function parse(words: readonly string[]): void {
  const found = findCommand(words);
  if (found === undefined) return;
  const { definition } = commands.find(({ entry }) => entry === found.entry) as Loaded;
  parseArguments(buildCommand(found.entry, definition, undefined), found.args);
}

function failureWith(words: readonly string[]): ModelForgeError | undefined {
  try {
    parse(words);
  } catch (error) {
    if (error instanceof ModelForgeError) return error;
    throw error;
  }
  return undefined;
}

/** As a shell reads a line, of which no word holds a quote. */
function wordsOf(line: string): string[] {
  return Array.from(line.matchAll(/"[^"]*"|'[^']*'|\S+/g), ([word]) =>
    word.replaceAll(/["']/g, ""),
  );
}

/** What a hint says was meant. No word of these tests has a comma or a quote in it. */
function meantIn(hint: string | undefined): string[] {
  const [, meant] = /^did you mean (.*?)\?/.exec(hint ?? "") ?? [];
  return meant === undefined ? [] : meant.split(", ");
}

function flagsOf({ definition }: Loaded): string[] {
  return [...definition.flags, ...commonFlags].map(({ name }) => name);
}

/** That what a hint says was meant can be typed for this command. */
function expectToWork({ entry, definition }: Loaded, words: string[], hint: string | undefined) {
  const typed = [words, hint];
  for (const meant of meantIn(hint)) {
    if (meant.startsWith("modelforge ")) {
      const line = wordsOf(meant).slice(1);
      const found = findCommand(line);
      expect([typed, found?.entry.path]).not.toEqual([typed, undefined]);
      const failure = failureWith(line);
      // a command alone still lacks what it is about
      if (failure !== undefined)
        expect([typed, failure.code]).toEqual([typed, "usage.missing-argument"]);
    } else {
      const [flag = "", value] = meant.split(" ");
      expect([typed, flagsOf({ entry, definition })]).toEqual([
        typed,
        expect.arrayContaining([flag]),
      ]);
      if (value !== undefined)
        expect(failureWith([...entry.path.split(" "), flag, value])?.message ?? "").not.toContain(
          flag,
        );
    }
  }
}

describe("a hint for", () => {
  it.each(commands)("a flag that $entry.path has not names some that it has", (command) => {
    const others = Object.keys({ ...otherFlags, ...otherArguments }).map((flag) => `--${flag}`);
    const typos = flagsOf(command).flatMap((flag) => [
      `${flag}t`,
      flag.slice(0, -1),
      `--${flag.slice(4)}`,
    ]);
    for (const flag of [...others, ...typos, "--vision", "--price", "--contextt"]) {
      if (flagsOf(command).includes(flag) || flag === "--" || flag === "-") continue;
      const words = [...command.entry.path.split(" "), flag];
      const failure = failureWith(words);
      expect([words, failure?.code]).toEqual([words, "usage.unknown-option"]);
      expectToWork(command, words, failure?.hint);
    }
  });

  it.each(commands)("too many words of $entry.path is a line that takes them", (command) => {
    const { entry, definition } = command;
    const isOpen = definition.arguments?.at(-1)?.isMany === true;
    const minLength = Math.max(2, (definition.arguments?.length ?? 0) + (isOpen ? 0 : 1));
    const word = fc.constantFrom(
      "gpt-5",
      "openai/gpt-5",
      "coding",
      "agents",
      "Opus",
      "bash",
      "it's",
      "a b",
    );
    fc.assert(
      fc.property(fc.array(word, { minLength, maxLength: minLength + 2 }), (more) => {
        const failure = failureWith([...entry.path.split(" "), ...more]);
        expect(failure?.code).toBe(isOpen ? undefined : "usage.bad-value");
        if (more.includes("it's")) return;
        expectToWork(command, more, failure?.hint);
      }),
      { seed: 6110, numRuns: 60 },
    );
  });

  it("what is called otherwise elsewhere names what there is here", () => {
    const told: Record<string, readonly string[]> = {};
    for (const word of Object.keys(otherCommands)) {
      const failure = failureWith([word]);
      expect([word, failure?.code]).toEqual([word, "usage.unknown-command"]);
      told[word] = meantIn(failure?.hint);
      expectToWork(commands[0] as Loaded, [word], failure?.hint);
    }
    expect(told).toMatchObject({
      show: ["modelforge info"],
      ls: ["modelforge list"],
      price: ["modelforge cost"],
    });
  });

  it.each([
    [["recommend", "coding", "agents"], "modelforge recommend coding, modelforge recommend agents"],
    [["info", "gpt-5", "o3"], "modelforge compare gpt-5 o3"],
    [["info", "gpt-5", "mini"], 'modelforge info "gpt-5 mini"'],
    [["offers", "claude", "opus", "4.5"], 'modelforge offers "claude opus 4.5"'],
    [["list", "gpt-5"], "modelforge search gpt-5, modelforge info gpt-5"],
    [["list", "groq"], "modelforge search groq, modelforge list --provider groq"],
    [["list", "openai/gpt-5"], "modelforge info openai/gpt-5"],
    [["list", "claude", "sonnet"], "modelforge search claude sonnet"],
    [["providers", "list", "it's"], String.raw`modelforge providers info 'it'\''s'`],
    [["cache", "status", "x"], "modelforge cache status"],
    [["list", "--order", "price"], "--sort"],
    [["list", "--in", "5"], "--input"],
    [["list", "--contextt", "5"], "--min-context"],
    [["list", "--vision"], "--capability vision"],
    [["list", "--price", "5"], "--max-price, --max-output-price"],
    [["list", "--json=true"], "--json"],
    [["list", "--reverse"], "--desc"],
    [["list", "--vendor", "openai"], "--provider"],
    [["list", "--type", "image"], "--kind"],
    [["info", "--name", "gpt-5"], "modelforge info gpt-5"],
    [["offers", "--model=gpt-5", "--json"], "modelforge offers gpt-5 --json"],
    [["compare", "--model", "a", "--model", "b"], "modelforge compare a b"],
    [["cost", "--model", "gpt-5", "--input", "1k"], "modelforge cost gpt-5 --input 1k"],
    [["recommend", "--use-case", "coding"], "modelforge recommend coding"],
    [["search", "--query", "gpt"], "modelforge search gpt"],
    [["providers", "info", "--name", "openai"], "modelforge providers info openai"],
    [["list", "--name", "gpt-5"], "modelforge search gpt-5, modelforge info gpt-5"],
    [["list", "--model", "openai/gpt-5"], "modelforge info openai/gpt-5"],
    [["list", "-j=yes"], "-j"],
    [["cost", "gpt-5", "--cache", "50%"], "--cached"],
    [["list", "--reasonin"], "--capability reasoning"],
    [["list", "--reasonin", "4k"], "--reasoning"],
    [["list", "--reasonin=4k"], "--reasoning"],
    [["list", "--maker", "openai"], "--provider"],
    [["list", "--all"], "--status all"],
    [["offers", "gpt-5", "--all"], "--status all"],
    [["list", "--cheap"], "--sort price"],
    [["recommend", "--cheap"], "--cheapest"],
    [["list", "--deprecated"], "--status deprecated"],
    [["list", "--query", "gpt"], "modelforge search gpt"],
    [["list", "--search", "gpt"], "modelforge search gpt"],
    [["list", "--name", "gpt"], "modelforge search gpt"],
    [["list", "--query=gpt 5"], "modelforge search 'gpt 5'"],
    [["recommend", "--for", "coding"], "modelforge recommend coding"],
    [["--search", "gpt"], "modelforge search gpt"],
    [["--name=gpt", "--json"], "modelforge search gpt"],
    [["providers", "gpt-5"], "modelforge info gpt-5"],
    [["providers", "llama3.1"], "modelforge info llama3.1"],
    [["providers", "openai/o3"], "modelforge info openai/o3"],
    [["providers", "openai"], "modelforge providers info openai"],
  ])("%j is %s", (words, meant) => {
    expect(failureWith(words)?.hint).toBe(`did you mean ${meant}?`);
  });

  it.each([
    ["list", "--reasoning"],
    ["list", "--reasoning", "--limit", "3"],
    ["search", "gpt", "--reasoning", "-j"],
  ])("%s %s: a number that is missing may be a capability", (...words) => {
    const failure = failureWith(words);
    expect(failure?.code).toBe("usage.missing-argument");
    expect(failure?.message).toBe("option '--reasoning <tokens>' argument missing");
    expect(failure?.hint).toMatch(/^did you mean --capability reasoning\? usage: /);
  });

  it("a number that is missing is nothing else where there is no such capability", () => {
    const failure = failureWith(["cost", "gpt-5", "--reasoning", "--input", "1k"]);
    expect(failure?.hint).toMatch(/^usage: modelforge cost /);
    expect(failureWith(["list", "--limit", "--json"])?.code).toBe("usage.missing-argument");
    expect(failureWith(["list", "--limit", "-5"])?.code).toBe("usage.bad-value");
  });

  it.each([
    ["list", "--max-context", "1m"],
    ["search", "gpt", "--max-context=1m"],
    ["list", "--min-price", "1"],
  ])("%s %s: the opposite of a flag is not what was meant", (...words) => {
    const failure = failureWith(words);
    expect(failure?.code).toBe("usage.unknown-option");
    expect(failure?.hint).toMatch(/^modelforge models \w+ --help$/);
  });

  it.each(["-j=false", "--json=0", "--quiet=no"])("%s says to leave the flag out", (flag) => {
    const failure = failureWith(["list", flag]);
    expect(failure?.code).toBe("usage.bad-value");
    expect(failure?.message).toMatch(/^-.* takes no value: it is given or not$/);
    expect(failure?.hint).toBe(`leave ${flag.replace(/=.*/, "")} out`);
  });
});

describe("the table of other words", () => {
  it("has none of ours, and leads to ours alone", () => {
    const flags = commands.flatMap((command) => flagsOf(command).map((flag) => flag.slice(2)));
    for (const [word, meant] of Object.entries(otherCommands)) {
      expect(names).not.toContain(word);
      for (const one of meant)
        expect(names.flatMap((name) => [name, ...name.split(" ")])).toContain(one);
    }
    const args = commands.flatMap(({ definition }) => definition.arguments ?? []);
    for (const meant of Object.values(otherArguments)) {
      for (const one of meant) expect(args.map(({ name }) => name)).toContain(one);
    }
    for (const [word, meant] of Object.entries(otherFlags)) {
      // one command may have what another has not
      const command = commands.find((one) => !flagsOf(one).includes(`--${word}`));
      expect([word, command]).not.toEqual([word, undefined]);
      for (const one of meant) expect(flags).toContain(one.replace(/ .*/, ""));
    }
  });

  it("has values by what they are of, and each is named where it is known", () => {
    for (const [what, words] of Object.entries(otherValues)) {
      for (const [word, meant] of Object.entries(words)) {
        const failure = failureOf(() => readWord(what, word, meant));
        expect([word, meantIn(failure.hint)]).toEqual([word, [...meant]]);
      }
    }
  });
});
