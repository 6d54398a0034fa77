import { type Finding, findingKinds } from "../../../config/finding.ts";
import { configValidate } from "../../../operations/config-validate/config-validate.ts";
import type { Outcome } from "../../../operations/operation.ts";
import { ask } from "../ask.ts";
import type { CliCommand } from "../command.ts";
import { dryRunFlag } from "../config-output.ts";
import type { CliContext } from "../context.ts";
import { type Drawn, drawn, drawnLines, joined, lineFeed } from "../render/drawn.ts";
import { fitLines } from "../render/fit-lines.ts";
import { word } from "../option-values.ts";

const findingsExit = 8;
const formats = ["table", "json", "sarif", "github", "md"] as const;
const columns = ["severity", "code", "file", "line", "message", "fix"];

export const configValidateCommand: CliCommand = {
  examples: [
    "modelforge config validate",
    "modelforge config validate --fix --dry-run",
    "modelforge config validate --strict --format github",
  ],
  flags: [
    { name: "--strict", about: "fail for warnings, too" },
    {
      name: "--fix",
      about: "write refs that are found by a guess, take out what the catalog says, too",
    },
    dryRunFlag,
    {
      name: "--format",
      short: "-f",
      takes: word("name", "format", formats),
      about: `how to print: ${formats.join(", ")}`,
    },
  ],
  run: async (context, { options }) => {
    const isDry = options.dryRun === true;
    const outcome = await ask(context, configValidate, {
      fix: options.fix === true,
      dryRun: isDry,
    });
    await print(context, outcome, options);
    const counts = outcome.result.filter(
      ({ severity }) => severity === "error" || options.strict === true,
    );
    return counts.length === 0 ? undefined : findingsExit;
  },
};

async function print(
  context: CliContext,
  given: Outcome<Finding[]>,
  { format, json }: Record<string, unknown>,
): Promise<void> {
  const outcome = withoutFindings(given);
  context.report(outcome);
  const { err } = context.machine.terminal;
  for (const { details } of outcome.warnings) {
    if (typeof details?.diff === "string") err.write(drawnLines(details.diff));
  }
  const { result } = outcome;
  const { environment, installation } = context.machine;
  const directory = environment.currentDirectory;
  if (json === true || format === "json") return context.printJson(outcome);
  if (format === "sarif") {
    const { renderSarif } = await import("../render/sarif.ts");
    return context.print(renderSarif(result, { version: installation.version, directory }));
  }
  if (format === "github") {
    const { renderAnnotations } = await import("../render/annotations.ts");
    return context.print(renderAnnotations(result, directory));
  }
  if (format === "md") {
    const { renderMarkdown } = await import("../render/markdown.ts");
    return context.print(
      renderMarkdown(
        result.map((one) => ({ ...one })),
        columns,
      ),
    );
  }
  if (result.length === 0) context.note("nothing is wrong with the configuration");
  else context.print(await fitLines(page(result, context), context.width));
}

/** What is said of any command's configuration is in the findings here. */
function withoutFindings(outcome: Outcome<Finding[]>): Outcome<Finding[]> {
  const warnings = outcome.warnings.filter(({ code }) => !Object.hasOwn(findingKinds, code));
  return { ...outcome, warnings };
}

/** Each finding with its place, what it is, and what to do. */
function page(findings: readonly Finding[], { style }: CliContext): Drawn {
  const lines = findings.map(({ severity, file, line, message, fix }) => {
    const label = severity === "error" ? style.red("error:") : style.yellow("warning:");
    const at = file === null ? "" : `${file}${line === null ? "" : `:${line}`}: `;
    const first = drawn`${label} ${at}${message}`;
    return fix === null ? first : drawn`${first}\n  ${style.dim("fix:")} ${fix}`;
  });
  return drawn`${joined(lines, lineFeed)}\n`;
}
