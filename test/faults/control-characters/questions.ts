import { formatsOf } from "../../../src/surfaces/cli/render/formats.ts";
import type { HostileWire } from "./hostile-wire.ts";

const listFormats = formatsOf("list");
const documentFormats = formatsOf("document");
const comparisonFormats = formatsOf("comparison");
const rankingFormats = formatsOf("ranking");
const plainFormats = ["text", "json"] as const;
/** These print the same whatever is asked for. */
const oneFormat = ["text"] as const;

export interface Question {
  words: readonly string[];
  formats: readonly string[];
}

const usage = ["--input", "10k", "--output", "1k", "--requests", "10/day"];

/** Every command, asked for what the harmful catalog holds. */
export function questions(wire: HostileWire): Question[] {
  const { provider, model, family, old, shared } = wire;
  const ref = `${provider}/${model}`;
  const both = [ref, `${provider}/new-${model}`];
  return [
    { words: ["list", "--status", "all"], formats: listFormats },
    { words: ["list", "--provider", provider, "--sort", "name"], formats: listFormats },
    { words: ["list", "--family", family], formats: listFormats },
    { words: ["list", "--max-price", "0.01"], formats: listFormats },
    { words: ["search", "z", "--status", "all"], formats: listFormats },
    { words: ["search", model], formats: listFormats },
    { words: ["providers", "list"], formats: listFormats },
    { words: ["offers", ref, ...usage], formats: listFormats },
    { words: ["offers", `${provider}/${shared}`], formats: listFormats },
    { words: ["cost", ...both, `${provider}/${old}`, ...usage], formats: listFormats },
    { words: ["cache", "history"], formats: listFormats },
    { words: ["info", ref], formats: documentFormats },
    { words: ["info", "--provider", provider, "--model", model], formats: documentFormats },
    { words: ["info", `${provider}/undated-${model}`], formats: documentFormats },
    { words: ["info", `${provider}/${shared}`], formats: documentFormats },
    { words: ["providers", "info", provider], formats: documentFormats },
    { words: ["recommend", "chat", "--explain", "--chart"], formats: rankingFormats },
    { words: ["recommend", "--maker", provider, "--explain"], formats: rankingFormats },
    { words: ["cache", "status"], formats: documentFormats },
    {
      words: ["compare", ...both, `${provider}/beta-${model}`, ...usage],
      formats: comparisonFormats,
    },
    { words: ["compare", ...both, "--chart"], formats: comparisonFormats },
    { words: ["compare", ...both, "--diff"], formats: comparisonFormats },
    { words: ["cache", "verify"], formats: plainFormats },
    { words: ["cache", "prune", "--dry-run", "--max-size", "1B"], formats: plainFormats },
    { words: ["cache", "path"], formats: plainFormats },
    { words: ["cache", "path", "--source"], formats: plainFormats },
    { words: ["refresh-cache"], formats: plainFormats },
    { words: ["list", "--verbose", "--limit", "1"], formats: listFormats },
    { words: ["completion", "bash"], formats: oneFormat },
    { words: ["--help"], formats: oneFormat },
    { words: ["help", "cache"], formats: oneFormat },
    { words: ["cost", "--help"], formats: oneFormat },
    { words: ["--version"], formats: oneFormat },
  ];
}

/** What is typed wrong, with the harm in what was typed: all of it ends in an error. */
export function mistakes(wire: HostileWire, payload: string): string[][] {
  const { provider, model, shared } = wire;
  const harm = `h${payload}h`;
  const list = (...words: string[]): string[] => ["list", ...words];
  return [
    [harm],
    ["cache", harm],
    [`--${harm}`],
    list(`--${harm}`),
    list(`--${harm}=1`),
    list(harm),
    list("--provider", harm),
    list("--not-provider", `${provider}x`),
    list("--capability", harm),
    list("--input-modality", harm),
    list("--status", harm),
    list("--family", harm),
    list("--max-price", harm),
    list("--max-cost", harm),
    list("--min-context", harm),
    list("--released-after", harm),
    list("--sort", harm),
    list("--format", harm),
    list("--fields", harm),
    list("--limit", harm),
    ["info", harm],
    ["info", `${provider}/${model}x`],
    ["info", shared],
    ["info", "--provider", harm, "--model", "x"],
    ["info", model, harm],
    ["providers", "info", harm],
    ["providers", "info", `${provider}x`],
    ["search"],
    ["search", harm, "--sort", harm],
    ["offers", harm],
    ["compare", harm, `${provider}/${model}`],
    ["compare", `${provider}/${model}`],
    ["cost", harm],
    ["cost", harm, "--input", "1k"],
    ["cost", "x", "--cached", harm],
    ["cost", "x", "--requests", harm],
    ["cost", "x", "--prompt-file", `/nowhere/${harm.replaceAll("\0", "")}`],
    ["recommend", harm],
    ["recommend", "--maker", harm],
    ["recommend", "--weight", harm],
    ["cache", "restore", harm],
    ["cache", "prune", "--max-size", harm],
    ["completion", harm],
    ["discover", harm, "--provider", harm, "--no-input"],
    ["help", harm],
  ];
}
