import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { openInMemory } from "../src/testing/catalog-builders.ts";
import { type NamesMeasured, measureNames } from "../src/testing/measure-names.ts";
import { howToName, namedCatalog } from "./setting/named-catalog.ts";

/** `npm run bench:names` makes names by rule from every id of a catalog and asks for each. */

const mostShown = 12;
const catalogPath = namedCatalog() ?? "a catalog";
const days = [
  "api.json",
  "history/2025-10-01.json",
  "history/2026-05-01.json",
  "history/2026-06-01.json",
];

if (existsSync(catalogPath)) {
  for (const day of days) {
    const path = join(dirname(catalogPath), day);
    if (existsSync(path)) report(day, measureDay(path, day === "api.json"));
  }
} else {
  console.error(`nothing to make names of: ${catalogPath} is missing; ${howToName}`);
  process.exitCode = 1;
}

function measureDay(path: string, isToday: boolean): NamesMeasured {
  const factsPath = join(dirname(path), "models.json");
  const facts = isToday && existsSync(factsPath) ? readJson(factsPath) : undefined;
  const { view, models } = openInMemory(readJson(path), facts);
  return measureNames(view, models);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

function report(day: string, { rules, missed, asked, right }: NamesMeasured): void {
  console.log(`${day}: ${share(right, asked)} of ${asked} names`);
  for (const [rule, one] of Object.entries(rules)) {
    console.log(
      `  ${rule.padEnd(28)} ${share(one.resolved, one.asked)} resolved, ${share(one.suggested, one.asked)} suggested first, ${share(one.wrong, one.asked)} taken for another, of ${one.asked}`,
    );
  }
  for (const line of missed.slice(0, mostShown)) console.log(`  missed: ${line}`);
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
