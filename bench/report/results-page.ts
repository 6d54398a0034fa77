import { statSync } from "node:fs";
import { basename } from "node:path";
import { describeMachine } from "./machine.ts";
import { cellsOf, headings, isMissed, type Measure, summarise } from "./measure.ts";
import { reasons } from "./reasons.ts";
import { markdownTable } from "./table.ts";

export function resultsPage(
  measures: readonly Measure[],
  args: readonly string[],
  catalog: string,
): string {
  const command = ["npm run bench", ...(args.length === 0 ? [] : ["--", ...args])].join(" ");
  const rows = measures.map((measure) => [
    ...cellsOf(measure),
    isMissed(measure) ? (reasons[measure.name] ?? "not yet looked into") : "",
  ]);
  return [
    "# What it costs",
    "",
    `Measured on ${new Date().toISOString().slice(0, 10)} with \`${command}\`: ${summarise(measures)}. Rows without a budget belong to the picture.`,
    "",
    ...describeMachine(),
    `- catalog: ${basename(catalog)}, ${(statSync(catalog).size / 1e6).toFixed(2)} MB`,
    "",
    "The built command is run as a whole process, in turn with a bare `node -e 0`, its output read through pipes; a ratio is the median of the ratios of these pairs, after two runs that fill the caches and two pairs to warm up. In-process figures are medians.",
    "",
    markdownTable([[...headings, "reason"], ...rows]),
    "",
  ].join("\n");
}
