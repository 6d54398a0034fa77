import { nameOf } from "./layers.ts";
import { nearestKey } from "./nearest-key.ts";
import { doubledNames, lineOf } from "./positions.ts";
import { shownName } from "./secrets.ts";
import type { Problem } from "./problem.ts";
import type { ConfigFile } from "./read-file.ts";

/** A problem for a person: where it stands, and what it is. */
export interface DescribedProblem {
  /** `/home/you/.config/model-forge/config.json:7` */
  where: string;
  message: string;
  line: number | null;
}

function describedTwice(
  { file, message }: Problem,
  files: readonly ConfigFile[],
): DescribedProblem {
  const text = files.find(({ path }) => path === file)?.text ?? "";
  const [first] = doubledNames(text.replace(/^\ufeff/, ""));
  const name = first === undefined ? "something" : shownName(nameOf(first.path));
  const line = first?.line ?? null;
  return { where: line === null ? file : `${file}:${line}`, message: `${name} ${message}`, line };
}

export function described(problem: Problem, files: readonly ConfigFile[]): DescribedProblem {
  const { file, message } = problem;
  if (problem.code === "config.duplicate-key") return describedTwice(problem, files);
  if (problem.path.length === 0) return { where: file, message, line: null };
  const text = files.find(({ path }) => path === file)?.text;
  const line = text === undefined ? undefined : lineOf(text, problem.path);
  const near = problem.code === "config.unknown-key" ? nearestKey(problem.path) : undefined;
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  return {
    where: line === undefined ? file : `${file}:${line}`,
    // a name may be a key that was put in the wrong place
    message: `${shownName(nameOf(problem.path))} ${message}${meant}`,
    line: line ?? null,
  };
}
