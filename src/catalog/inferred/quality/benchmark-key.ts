import type { Benchmark, ModelFacts } from "../../words/facts.ts";

/** Ways to say which share of the tasks was solved. A score or an index is something else. */
const shareSolved = new Set([
  "",
  "percent",
  "percentcorrect",
  "percentresolved",
  "resolved",
  "resolverate",
  "successrate",
  "pass1",
  "averagepass1",
]);

/** All harnesses by their plain names: upstream writes some among the variants. */
export function harnessesOf(facts: readonly ModelFacts[]): Set<string> {
  const names = new Set<string>();
  for (const { benchmarks } of facts) {
    for (const { harness } of benchmarks) if (harness !== null) names.add(plainHarness(harness));
  }
  return names;
}

/** Results with the same key compare: one benchmark, counted alike, run in the same program. */
export function benchmarkKey(
  { name, metric, variant, harness }: Benchmark,
  harnesses: ReadonlySet<string>,
): string {
  const counted = plain(metric);
  const ofVariant = plainHarness(variant);
  const around = harness === null && harnesses.has(ofVariant) ? ofVariant : plainHarness(harness);
  return `${plain(name)} ${shareSolved.has(counted) ? "share" : counted} ${around}`;
}

/** SWE-Bench Pro and SWE Bench Pro are one. */
function plain(text: string | null): string {
  return text === null ? "" : text.toLowerCase().replaceAll(/[^a-z0-9\u0080-\uffff]+/g, "");
}

/** Codex and Codex CLI are one. */
function plainHarness(text: string | null): string {
  const name = plain(text);
  return name.length > 3 && name.endsWith("cli") ? name.slice(0, -3) : name;
}
