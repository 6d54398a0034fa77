import { expect } from "vitest";
import type { Command, Ran } from "./command.ts";

/** What has to come of a line that somebody types. */
interface Expected {
  /** The exit code; 0 where nothing is said. */
  exit?: number;
  /** What stands on stdout. */
  out?: readonly RegExp[];
  /** What stands on stderr. */
  err?: readonly RegExp[];
  /** What stands on neither. */
  never?: readonly RegExp[];
  /** What the result of `--json` holds, of a list from its beginning. */
  result?: object;
  /** Codes of warnings that come with it. */
  warned?: readonly string[];
}

/** A line as it is typed into bash, `modelforge` standing for the command, and what has to come. */
export type Typed = readonly [line: string, expected: Expected];

/** Types the line and holds what comes against what has to. */
export function expectTyped(command: Command, [line, expected]: Typed): Ran {
  const ran = command.shell(line);
  const { exit = 0, out = [], err = [], never = [], result, warned = [] } = expected;
  expect([line, ran.code], ran.stderr).toEqual([line, exit]);
  for (const pattern of out) expect(ran.stdout, line).toMatch(pattern);
  for (const pattern of err) expect(ran.stderr, line).toMatch(pattern);
  for (const pattern of never) expect(ran.stdout + ran.stderr, line).not.toMatch(pattern);
  if (result === undefined && warned.length === 0) return ran;
  const answer = JSON.parse(ran.stdout) as { result: unknown; warnings: { code: string }[] };
  if (result !== undefined) expect(beginningOf(answer.result, result), line).toMatchObject(result);
  expect(
    answer.warnings.map(({ code }) => code),
    line,
  ).toEqual(expect.arrayContaining([...warned]));
  return ran;
}

function beginningOf(found: unknown, expected: object): unknown {
  return Array.isArray(found) && Array.isArray(expected) && expected.length > 0
    ? found.slice(0, expected.length)
    : found;
}
