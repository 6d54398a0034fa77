import type { Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import type { Flag } from "./flag.ts";
import { type FormatOptions, formatFlag, readFormat } from "./format-flag.ts";
import type { Drawn } from "./render/drawn.ts";
import { fitLines } from "./render/fit-lines.ts";
import { rendered } from "./render/formats.ts";

/** Flags of commands that show one thing. */
export const documentFlags: readonly Flag[] = [formatFlag("document")];

/** Prints one thing: as a page for people unless another format is asked for. */
export async function printDocument<Result>(
  context: CliContext,
  outcome: Outcome<Result>,
  options: FormatOptions,
  page: (result: Result) => Drawn | Promise<Drawn>,
): Promise<void> {
  context.report(outcome);
  const format = readFormat(options, "text");
  if (format === "json") return context.printJson(outcome);
  const written = rendered(format, { value: () => outcome.result });
  context.print(await (written ?? fitLines(await page(outcome.result), context.width)));
}
