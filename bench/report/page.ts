import { statSync } from "node:fs";
import { basename } from "node:path";
import { describeMachine } from "./machine.ts";
import {
  detailsTable,
  linesTable,
  measuresTable,
  profilesTable,
  type Results,
  summaries,
} from "./results.ts";
import { markdownTable } from "./table.ts";

/** `bench/results.md`: the one place of figures. */
export function resultsPage(results: Results, args: readonly string[], catalog: string): string {
  const command = ["npm run bench", ...(args.length === 0 ? [] : ["--", ...args])].join(" ");
  const { nodes, lines, peers, missing } = results;
  const size = `${(statSync(catalog).size / 1e6).toFixed(2)} MB`;
  const section = (title: string, text: string, rows: string[][]) =>
    rows.length < 2 ? [] : [`## ${title}`, "", text, "", markdownTable(rows), ""];
  return [
    "# What it costs",
    "",
    `Measured on ${new Date().toISOString().slice(0, 10)} with \`${command}\`. Rows without a budget belong to the picture.`,
    "",
    ...summaries(results).map((summary) => `- ${summary}`),
    "",
    ...describeMachine(nodes),
    `- catalog: ${basename(catalog)}, ${size}`,
    ...missing.map((sentence) => `- ${sentence}`),
    "",
    ...section(
      "Whole processes",
      "The built command in turn with a bare `node -e 0` of the same Node, its output read through pipes, after two runs that fill the caches and two pairs to warm up. What stands under a Node is **c**, CPU time (user and system) of the command ÷ that of the bare Node: the median of the ratios of all pairs, with the tenth and the ninetieth of a hundred beside it. **w** is the same for the time from start to end. Budgets hold for c, which other work on the machine changes least. Rows in seconds and MiB are of the command alone.",
      linesTable(results, lines),
    ),
    ...section(
      "Where a missed row's time goes",
      "Found by V8's profiler (`--cpu-prof`) on the very command: milliseconds of self time, medians of five runs, less those of a bare Node, by the source file that the code comes from. `(program)` is V8 itself, reading and compiling scripts among it.",
      profilesTable(results),
    ),
    ...section("Other tools", "Measured the same way.", linesTable(results, peers)),
    ...section("In one process, and the package", "Medians.", measuresTable(results)),
    ...section(
      "What the ratios are made of",
      "Medians of the command and of the bare Node.",
      detailsTable(results),
    ),
  ].join("\n");
}
