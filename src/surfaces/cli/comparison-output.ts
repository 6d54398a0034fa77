import type { Comparison } from "../../operations/compare-models/compare-models.ts";
import type { Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import type { Flag } from "./flag.ts";
import { word } from "./option-values.ts";
import { renderCharts, renderComparison, showValue } from "./render/comparison.ts";

const formats = ["text", "json", "yaml", "md"] as const;
type ComparisonFormat = (typeof formats)[number];

export const comparisonFlags: readonly Flag[] = [
  {
    name: "--format",
    takes: word("name", "format", formats),
    about: `how to print: ${formats.join(", ")}`,
  },
  { name: "--chart", about: "bars for prices, limits and benchmarks" },
];

export async function printComparison(
  context: CliContext,
  outcome: Outcome<Comparison>,
  options: { format?: ComparisonFormat; json?: boolean; chart?: boolean },
): Promise<void> {
  context.report(outcome);
  const { result } = outcome;
  const format = options.json === true ? "json" : (options.format ?? "text");
  switch (format) {
    case "json":
      return context.printJson(outcome);
    case "yaml": {
      const { renderYaml } = await import("./render/yaml.ts");
      return context.print(renderYaml(result));
    }
    case "md": {
      const { renderMarkdown } = await import("./render/markdown.ts");
      const rows = result.lines.map((line) =>
        Object.fromEntries([
          ["", line.name],
          ...result.models.map(({ ref }, at) => [ref, showValue(line, at, "–")]),
        ]),
      );
      return context.print(renderMarkdown(rows, ["", ...result.models.map(({ ref }) => ref)]));
    }
    case "text": {
      const charts = options.chart === true ? await renderCharts(result, context) : undefined;
      return context.print(charts ?? (await renderComparison(result, context)));
    }
  }
}
