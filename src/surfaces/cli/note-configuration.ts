import type { CliContext } from "./context.ts";
import { drawn } from "./render/drawn.ts";

// nobody reads more of them
const mostNoted = 5;

/** Says what of the configuration does not count, where it was read. */
export async function noteConfiguration(context: CliContext): Promise<void> {
  const { problemsSoFar, files } = readSoFar(context);
  if (problemsSoFar.length === 0 || context.options.quiet === true) return;
  const { described } = await import("../../config/describe-problem.ts");
  for (const problem of problemsSoFar.slice(0, mostNoted)) {
    const { where, message } = described(problem, files);
    context.note(drawn`${where}: ${message}`);
  }
  const more = problemsSoFar.length - mostNoted;
  if (more > 0) context.note(drawn`and ${more} more; modelforge config validate names all`);
}

/** What has not been read is not read for this. */
function readSoFar({ configuration }: CliContext) {
  const { problemsSoFar } = configuration;
  return { problemsSoFar, files: problemsSoFar.length === 0 ? [] : configuration.files };
}
