import type { Warning } from "../failure.ts";
import type { Configuration } from "./configuration.ts";
import { described } from "./describe-problem.ts";
import { nameOf } from "./layers.ts";
import type { Problem } from "./problem.ts";
import { shownName } from "./secrets.ts";

// nobody reads more of them
const mostSaid = 5;
const mostNames = 20;

/** What of the files does not count, each with its place. Throws `config.unreadable`. */
export function problemWarnings({
  problems: all,
  files,
}: Pick<Configuration, "problems" | "files">): Warning[] {
  const older = new Set(all.filter(isOfPython).map(({ file }) => file));
  const problems = all.filter(
    ({ file, code }) => !older.has(file) || code !== "config.unknown-key",
  );
  return [...[...older].map(pythons), ...warningsOf(problems, files)];
}

/** What only the Python ModelForge writes, whose file may stand in the place of ours. */
function isOfPython({ path, code }: Problem): boolean {
  const name = path[0] === "current_model" ? "llm_type" : path.at(-1);
  return code === "config.unknown-key" && name === "llm_type";
}

function pythons(file: string): Warning {
  const message = `${file} is the Python ModelForge's; modelforge config migrate takes it over`;
  return { code: "config.unknown-key", message };
}

function warningsOf(problems: readonly Problem[], files: Configuration["files"]): Warning[] {
  const ignored = problems.filter(({ code }) => code === "config.project-ignored");
  // what a project wants and may not have is said whole, and first
  const isMuch = ignored.length > 1;
  const first = isMuch ? [ignoredTogether(ignored)] : [];
  const others = isMuch ? problems.filter((one) => !ignored.includes(one)) : problems;
  const said = others.slice(0, mostSaid).map((problem) => {
    const { where, message } = described(problem, files);
    return { code: problem.code, message: `${where}: ${message}` };
  });
  const more = others.length - mostSaid;
  const last = others.at(-1);
  if (more <= 0 || last === undefined) return [...first, ...said];
  const rest = `and ${more} more; modelforge config validate names all`;
  return [...first, ...said, { code: last.code, message: rest }];
}

/** There is one project's file at most. */
function ignoredTogether(ignored: readonly Problem[]): Warning {
  const names = ignored.slice(0, mostNames).map(({ path }) => shownName(nameOf(path)));
  const more = ignored.length - names.length;
  const all = more > 0 ? `${names.join(", ")} and ${more} more` : names.join(", ");
  const file = ignored[0]?.file ?? "";
  return {
    code: "config.project-ignored",
    message: `${file}: not for a project to say: ${all}`,
  };
}
