import type { Warning } from "../failure.ts";
import type { Configuration } from "./configuration.ts";
import { described } from "./describe-problem.ts";

// nobody reads more of them
const mostSaid = 5;

/** What of the files does not count, each with its place. Throws `config.unreadable`. */
export function problemWarnings({
  problems,
  files,
}: Pick<Configuration, "problems" | "files">): Warning[] {
  const said = problems.slice(0, mostSaid).map((problem) => {
    const { where, message } = described(problem, files);
    return { code: problem.code, message: `${where}: ${message}` };
  });
  const more = problems.length - mostSaid;
  const last = problems.at(-1);
  if (more <= 0 || last === undefined) return said;
  return [
    ...said,
    { code: last.code, message: `and ${more} more; modelforge config validate names all` },
  ];
}
