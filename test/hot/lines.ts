import { handwrittenPages, fencesOf, readPage } from "../docs/markdown.ts";
import { commandTable } from "../../src/surfaces/cli/command-table.ts";

/** Words of a line as a shell would split it; undefined for a line that does more than run the command. */
function wordsOf(line: string): string[] | undefined {
  if (!line.startsWith("modelforge ") || /[|<>;&$`\\]/.test(line)) return undefined;
  const words = line.match(/"[^"]*"|'[^']*'|[^\s"']+/g) ?? [];
  return words.slice(1).map((word) => word.replaceAll(/^["']|["']$/g, ""));
}

const ref = "openai/gpt-5";
const usage = ["--input", "40k", "--output", "2k"];
const formats = ["table", "json", "jsonl", "csv", "tsv", "yaml", "md", "text", "JSON", "xml", ""];

/** Every flag of a list, in both spellings, alone and beside others; values that are understood and such that are not. */
const values: readonly (readonly string[])[] = [
  ["--provider", "openai"],
  ["--provider", "openai,anthropic", "--provider", "google"],
  ["--provider=openai"],
  ["--provider", "opanai"],
  ["--provider", ","],
  ["--provider"],
  ["--not-provider", "openai"],
  ["--capability", "tools"],
  ["--capability", "fly"],
  ["--without", "tools"],
  ["--input-modality", "image"],
  ["--output-modality", "text"],
  ["--max-price", "1"],
  ["--max-price", "$1.5"],
  ["--max-price", "cheap"],
  ["--max-price", "-1"],
  ["--max-price=-1"],
  ["--max-output-price", "10"],
  ["--max-cost", "1", "--input", "1k"],
  ["--max-cost", "1"],
  ["--input", "1k"],
  ["--free"],
  ["--free=yes"],
  ["--min-context", "200k"],
  ["--min-output", "32k"],
  ["--released-after", "2025-05"],
  ["--released-before", "2026-01-01"],
  ["--released-after", "yesterday"],
  ["--knowledge-after", "2024-01"],
  ["--family", "gpt"],
  ["--open-weights"],
  ["--status", "all"],
  ["--status", "deprecated"],
  ["--status", "odd"],
  ["--configured"],
  ["--include-unpriced", "--max-price", "1"],
  ["--limit", "3"],
  ["--limit", "0"],
  ["--limit"],
  ["--desc"],
  ["--sort", "price"],
  ["--sort", "colour"],
  ["--sort", "cost"],
  ["--sort", "cost", "--input", "1k"],
  ["--fields", "ref,price"],
  ["--fields", "nothing"],
  ["--no-pager"],
  ["--pager"],
  ["--no-color"],
  ["--no-input"],
  ["--quiet"],
  ["--verbose"],
  ["--verbose", "--quiet"],
  ["--offline"],
  ["--allow-snapshot"],
  ["--refresh"],
  ["--json", "--limit", "2"],
  ["--", "gpt"],
  ["-h"],
  ["--help"],
  ["-x"],
  ["-"],
  ["--frobnicate"],
  ["--provder", "openai"],
  ["--toString"],
  ["--__proto__=1"],
];

const starts: readonly (readonly string[])[] = [
  ["list"],
  ["search", "gpt"],
  ["offers", "gpt-5"],
  ["recommend", "coding"],
];

const questions: readonly (readonly string[])[] = [
  ["info"],
  ["info", ref],
  ["info", ref, ref],
  ["info", "--model", ref],
  ["info", "gpt-5", "--provider", "openai"],
  ["info", "gpt-5"],
  ["info", "openai/no-such-model"],
  ["info", "no-such-model"],
  ["info", "GPT 5"],
  ["info", ""],
  ["info", "../../etc/passwd"],
  ["info", "\u001b[2J"],
  ["search"],
  ["search", ""],
  ["search", "cluade", "sonet"],
  ["search", "zzzzqqqq"],
  ["search", "gpt", "--sort", "relevance"],
  ["compare"],
  ["compare", ref],
  ["compare", ref, "anthropic/claude-sonnet-4-5"],
  ["compare", ref, "anthropic/claude-sonnet-4-5", "--diff", "--chart", ...usage],
  ["compare", ref, "nobody/nothing"],
  ["offers"],
  ["offers", ref, ...usage, "--requests", "1000/day", "--cached", "80%"],
  ["offers", ref, "--sort", "ref", "--desc", "--limit", "2"],
  ["offers", ref, "--cached", "101%"],
  ["cost", ref],
  ["cost", ref, ...usage],
  ["cost", "gpt-5", ref, ...usage, "--requests", "20k/month"],
  ["cost", ref, "--prompt-file", "no-such-file"],
  ["cost", ref, "--input", "1k", "--cached", "2k"],
  ["recommend"],
  ["recommend", "cooking"],
  ["recommend", "coding", "--explain", "--chart", ...usage],
  ["recommend", "chat", "--weight", "cost=0.6", "--not-maker", "openai"],
  ["recommend", "chat", "--weight", "taste=1"],
  ["recommend", "agents", ...usage, "--max-monthly-cost", "500"],
  ["recommend", "agents", ...usage, "--requests", "1000/day", "--max-monthly-cost", "500"],
  ["providers"],
  ["providers", "list"],
  ["providers", "--configured"],
  ["providers", "--sort", "models", "--limit", "3"],
  ["providers", "info", "openai"],
  ["providers", "openai"],
];

/** What the examples of the help and of the pages written by hand ask. */
export async function documentedLines(): Promise<string[][]> {
  const definitions = await Promise.all(commandTable.map((entry) => entry.load()));
  const examples = definitions.flatMap((definition) => definition.examples);
  const shown = handwrittenPages()
    .flatMap((page) => fencesOf(readPage(page)))
    .flatMap(({ lines }) => lines.map((line) => line.replace(/^\$ /, "")));
  return [...examples, ...shown].flatMap((line) => {
    const words = wordsOf(line);
    return words === undefined ? [] : [words];
  });
}

/** A line for each command that has a short way, each flag, each format, and the kinds of what can be wrong. */
export function madeLines(): string[][] {
  return [
    ...questions,
    ...starts.flatMap((start) => values.map((more) => [...start, ...more])),
    ...[
      ...starts,
      ["info", ref],
      ["compare", ref, "gpt-5"],
      ["cost", ref, ...usage],
      ["providers"],
    ].flatMap((start) => formats.map((format) => [...start, "--format", format])),
  ].map((words) => [...words]);
}
