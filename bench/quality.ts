import { dirname } from "node:path";
import { qualitiesOf } from "../src/catalog/inferred/quality/qualities.ts";
import { terms } from "../src/catalog/inferred/quality/terms.ts";
import { howToName, namedCatalog } from "./setting/named-catalog.ts";
import { type Day, olderDays, readDay } from "./quality/days.ts";
import { printFirst } from "./quality/first-five.ts";
import { fitTerms } from "./quality/fit.ts";
import { missedOn, missedUnseen } from "./quality/gates.ts";
import { measureDay } from "./quality/measure.ts";
import { type Pair, readPairs } from "./quality/pairs.ts";
import { judgeUnseen, meanOf } from "./quality/splits.ts";
import { decided, judge, type Verdicts } from "./quality/verdicts.ts";

/** `npm run bench:quality -- [api.json]` measures figures of quality on pairs of models whose order is known. */

const columns = [
  "pairs",
  "right",
  "decided right",
  "decided wrong",
  "about equal",
  "right of decided",
];
const head = `${"".padEnd(12)} ${columns.join("  ")}`;

const catalog = process.argv[2] ?? namedCatalog();
const directory = catalog === undefined ? undefined : dirname(catalog);
const today = directory === undefined ? undefined : readDay(directory, undefined);
if (directory === undefined || today === undefined) {
  console.error(`nothing to measure on; ${howToName}`);
  process.exitCode = 1;
} else {
  const missed = measure(directory, today);
  for (const gate of missed) console.log(`MISSED ${gate}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}

function measure(from: string, day: Day): string[] {
  const pairs = readPairs(from, day);
  printFit(day, pairs);
  printTime(day);
  const unseen = judgeUnseen(day, pairs);
  console.log(`\nfitted on half of the models, tried on the other\n${head}`);
  for (const one of unseen) console.log(line("", one));
  const right = share(meanOf(unseen, (one) => one.right));
  console.log(`mean: ${right} right, ${share(meanOf(unseen, decided))} of the decided`);
  const days = [day, ...olderDays.flatMap((name) => readDay(from, name) ?? [])];
  const missed = days.flatMap((one) => printDay(one, readPairs(from, one)));
  printFirst(day, qualitiesOf(day.models, day.kinds, day.facts, day.identities));
  return [...missedUnseen(unseen), ...missed];
}

function printFit({ grounds }: Day, pairs: readonly Pair[]): void {
  const { coefficients, intercept } = fitTerms(grounds.models, pairs);
  console.log("terms fitted on all pairs, and as shipped");
  console.log(`${intercept.toFixed(3).padStart(8)}  intercept`);
  terms.forEach(({ name, coefficient }, at) => {
    const fitted = (coefficients[at] as number).toFixed(3).padStart(8);
    console.log(`${fitted} ${coefficient.toFixed(3).padStart(8)}  ${name}`);
  });
}

function printTime({ models, kinds, facts, identities }: Day): void {
  const times = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage();
    qualitiesOf(models, kinds, facts, identities);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  const [first = 0] = times;
  const middle = times.toSorted((a, b) => a - b)[4] ?? 0;
  console.log(
    `\n${models.length} rows: CPU ${first.toFixed(1)} ms at first, ${middle.toFixed(1)} ms in the middle of nine`,
  );
}

function printDay(day: Day, pairs: readonly Pair[]): string[] {
  const measured = measureDay(day, pairs);
  const { grounds } = day;
  const { qualities } = measured;
  const published = grounds.models.filter(({ group }) => (qualities.results[group] ?? 0) > 0);
  console.log(
    `\n${day.name}: ${grounds.models.length} models, ${published.length} with results\n${head}`,
  );
  console.log(line("all", measured.pairs));
  for (const use of new Set(pairs.map((pair) => pair.use))) {
    console.log(
      line(
        use,
        judge(
          qualities,
          pairs.filter((pair) => pair.use === use),
        ),
      ),
    );
  }
  console.log(line("neighbours", measured.neighbours));
  for (const { better, worse, kind } of measured.wrongNeighbours) {
    const of = (group: number): string =>
      `${day.identities.keys[group]} ${(qualities.values[group] as number).toFixed(2)}`;
    console.log(`  ${kind}: ${of(better)} not above ${of(worse)}`);
  }
  console.log(`  ${measured.dominances} dominances, ${measured.contradictions} contradicted`);
  return missedOn(day.name, measured);
}

function line(name: string, verdicts: Verdicts): string {
  const { pairs, right, decidedRight, decidedWrong, equal } = verdicts;
  const cells = [
    String(pairs),
    share(right),
    share(decidedRight / pairs),
    share(decidedWrong / pairs),
    share(equal / pairs),
    share(decided(verdicts)),
  ];
  const padded = cells.map((cell, at) => cell.padStart((columns[at] as string).length));
  return `${name.padEnd(12)} ${padded.join("  ")}`;
}

function share(value: number): string {
  return Number.isNaN(value) ? "-" : value.toFixed(3);
}
