import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { explainReason } from "../src/catalog/inferred/identity/reasons.ts";
import { type Identities, identityOf } from "../src/catalog/inferred/identity/identities.ts";
import { identify } from "../src/catalog/inferred/identity/identify.ts";
import {
  type Disagreement,
  type PairScore,
  scorePairs,
} from "../src/catalog/inferred/identity/pair-score.ts";
import type { ModelRow } from "../src/catalog/words/model.ts";
import { parseCatalog } from "../src/catalog/parse/catalog.ts";
import { howToName, namedCatalog } from "./setting/named-catalog.ts";

/** `npm run bench:identity` compares what is found to be the same model with upstream's own answers. */

const catalogPath = namedCatalog() ?? "a catalog";
const labelsPath = join(dirname(catalogPath), "same-model.json");
const mostShown = 15;
const runs = 15;

/** Whose offers most people look for. */
const wellKnown = [
  "openai/gpt-5",
  "openai/gpt-5-mini",
  "openai/gpt-5.5",
  "openai/gpt-4o",
  "openai/gpt-4o-mini",
  "openai/gpt-oss-120b",
  "openai/o3",
  "anthropic/claude-sonnet-4-5",
  "anthropic/claude-sonnet-4-5-20250929",
  "anthropic/claude-opus-4-8",
  "google/gemini-2.5-pro",
  "google/gemini-2.5-flash",
  "meta/llama-3.3-70b-instruct",
  "meta/llama-4-maverick-17b-instruct",
  "deepseek/deepseek-r1",
  "deepseek/deepseek-v4-pro",
  "alibaba/qwen3-coder-480b-a35b-instruct",
  "moonshotai/kimi-k2.6",
  "zhipuai/glm-5.1",
  "minimax/MiniMax-M2.5",
  "mistral/mistral-large-2512",
];

const missing = [catalogPath, labelsPath].find((path) => !existsSync(path));
if (missing === undefined) measure();
else {
  console.error(`nothing to compare with: ${missing} is missing; ${howToName}`);
  process.exitCode = 1;
}

function measure(): void {
  const factsPath = join(dirname(catalogPath), "models.json");
  const facts = existsSync(factsPath) ? readJson(factsPath) : undefined;
  const labels = readJson(labelsPath) as Record<string, string>;
  const catalog = parseCatalog(readJson(catalogPath), facts);
  const models = catalog.models.map(({ model }) => model);
  const [identities, ms] = timed(() => identify(models, catalog.facts));
  console.log(`${models.length} rows, ${identities.keys.length} models, ${ms.toFixed(1)} ms\n`);
  print(scorePairs(models, identities, labels), models, identities);
  printWellKnown(models, identities);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

/** The last of some runs, and the middle one of their times. */
function timed<Result>(run: () => Result): [Result, number] {
  const times: number[] = [];
  let result = run();
  for (let turn = 0; turn < runs; turn += 1) {
    const start = performance.now();
    result = run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return [result, times[Math.floor(runs / 2)] ?? 0];
}

function print(score: PairScore, models: readonly ModelRow[], identities: Identities): void {
  console.log(`labelled rows  ${score.rows}`);
  console.log(`precision      ${score.precision.toFixed(4)}`);
  console.log(`recall         ${score.recall.toFixed(4)}`);
  console.log(`\nfalse merges: ${score.falseMerges.length} pairs`);
  for (const pair of score.falseMerges.slice(0, mostShown)) {
    console.log(`  ${pair.a} (${pair.labels[0]})\n  ${pair.b} (${pair.labels[1]})`);
    console.log(`    ${whyLinked(pair, models, identities)}`);
  }
  console.log(`\nmissed: ${score.missed.length} pairs`);
  for (const [row, count] of worstMissed(score.missed).slice(0, mostShown)) {
    const at = models.findIndex(({ ref }) => ref === row);
    const { model, reason } = identityOf(identities, at);
    console.log(`  ${String(count).padStart(3)} with ${row}, found to be ${model} (${reason})`);
  }
}

function whyLinked(
  { link }: Disagreement,
  models: readonly ModelRow[],
  identities: Identities,
): string {
  if (link === undefined) return "";
  const { model, variant } = identityOf(identities, link.row);
  const ref = models[link.row]?.ref ?? "";
  return `${link.confidence} ${explainReason(link.reason, { ref, model, variant })}`;
}

/** Rows by how many of their pairs were missed. */
function worstMissed(missed: readonly Disagreement[]): [row: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { a, b } of missed) {
    for (const ref of [a, b]) counts.set(ref, (counts.get(ref) ?? 0) + 1);
  }
  return [...counts].sort((one, other) => other[1] - one[1]);
}

function printWellKnown(models: readonly ModelRow[], identities: Identities): void {
  console.log("\noffers  plain  providers  reference row  model");
  for (const key of wellKnown) {
    const group = identities.keys.indexOf(key);
    if (group < 0) {
      console.log(`     -      -          -  -  ${key}`);
      continue;
    }
    const rows = models.map((_, row) => row).filter((row) => identities.group[row] === group);
    const plain = rows.filter((row) => identities.variant[row] === 0).length;
    const providers = new Set(rows.map((row) => models[row]?.provider)).size;
    const reference = (identities.referenceRow[group] ?? 0) - 1;
    const counts = `${pad(rows.length, 6)}  ${pad(plain, 5)}  ${pad(providers, 9)}`;
    console.log(`${counts}  ${models[reference]?.ref ?? "-"}  ${key}`);
  }
}

function pad(count: number, width: number): string {
  return String(count).padStart(width);
}
