import type { Benchmark, FactLink, ModelFacts } from "../words/facts.ts";
import { compareText } from "../words/ref.ts";
import { beginningOf } from "../words/said.ts";
import type { Notebook } from "./findings.ts";
import { readDay } from "./day.ts";
import { isRecord, isReserved, longestId, readText } from "./values.ts";

/** `models.json` as received → facts by `lab/id`, sorted; entries that are none are set aside. */
export function parseFacts(document: unknown, notebook: Notebook): ModelFacts[] {
  if (!isRecord(document)) {
    notebook.odd("models.json", "not an object");
    return [];
  }
  const facts: ModelFacts[] = [];
  for (const [id, wire] of Object.entries(document)) {
    // a catalog in the place of the facts: providers have no slash in their ids
    const where = `models.json ${beginningOf(id)}`;
    if (isReserved(id) || id.length > longestId || !isRecord(wire) || !id.includes("/")) {
      notebook.setAside(where, "not a model's facts");
      continue;
    }
    notebook.guard(where, () => {
      facts.push({
        id,
        name: readText(wire.name, "facts.name", notebook) ?? id,
        license: readText(wire.license, "facts.license", notebook),
        links: readLinks(wire.links, "facts.links", notebook),
        weights: readLinks(wire.weights, "facts.weights", notebook),
        benchmarks: readBenchmarks(wire.benchmarks, notebook),
      });
    });
  }
  return facts.sort((a, b) => compareText(a.id, b.id));
}

function readLinks(value: unknown, path: string, notebook: Notebook): FactLink[] {
  if (!Array.isArray(value)) return [];
  const links: FactLink[] = [];
  for (const entry of value) {
    const url = isRecord(entry) ? readText(entry.url, `${path}[].url`, notebook) : null;
    if (isRecord(entry) && url !== null) {
      links.push({ label: readText(entry.label, `${path}[].label`, notebook), url });
    } else {
      notebook.odd(`${path}[]`, "without a url");
    }
  }
  return links;
}

function readBenchmarks(value: unknown, notebook: Notebook): Benchmark[] {
  if (!Array.isArray(value)) return [];
  const benchmarks: Benchmark[] = [];
  for (const entry of value) {
    const path = "facts.benchmarks[]";
    const name = isRecord(entry) ? readText(entry.name, `${path}.name`, notebook) : null;
    // 1e400 is infinite once it is read
    if (!isRecord(entry) || name === null || !Number.isFinite(entry.score)) {
      notebook.odd(path, "without name or score");
      continue;
    }
    benchmarks.push({
      name,
      score: entry.score as number,
      metric: readText(entry.metric, `${path}.metric`, notebook),
      variant: readText(entry.variant, `${path}.variant`, notebook),
      harness: readText(entry.harness, `${path}.harness`, notebook),
      source: readText(entry.source, `${path}.source`, notebook),
      date: readDay(entry.date, `${path}.date`, notebook),
    });
  }
  return benchmarks;
}
