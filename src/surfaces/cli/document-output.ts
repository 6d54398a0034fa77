import type { Outcome } from "../../operations/operation.ts";
import type { CliContext } from "./context.ts";
import type { Flag } from "./flag.ts";
import { word } from "./option-values.ts";
import type { Drawn } from "./render/drawn.ts";

const documentFormats = ["text", "json", "yaml"] as const;
type DocumentFormat = (typeof documentFormats)[number];

/** Flags of commands that show one thing. */
export const documentFlags: readonly Flag[] = [
  {
    name: "--format",
    takes: word("name", "format", documentFormats),
    about: `how to print: ${documentFormats.join(", ")}`,
  },
];

/** Prints one thing: as a page for people unless another format is asked for. */
export async function printDocument<Result>(
  context: CliContext,
  outcome: Outcome<Result>,
  options: { format?: DocumentFormat; json?: boolean },
  page: (result: Result) => Drawn | Promise<Drawn>,
): Promise<void> {
  context.report(outcome);
  const format = options.json === true ? "json" : (options.format ?? "text");
  if (format === "json") return context.printJson(outcome);
  if (format === "text") return context.print(await page(outcome.result));
  const { renderYaml } = await import("./render/yaml.ts");
  context.print(renderYaml(outcome.result));
}
