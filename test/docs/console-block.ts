import type { Fence } from "./markdown.ts";

/** A command of a console block, and what the page shows below it. */
export interface Example {
  command: string;
  exitCode: number;
  shown: string[];
  /** Number of the command's line in the file, from 1. */
  line: number;
}

/** `$ modelforge info gtp-5  # exit 3`, and the lines up to the next command. */
export function examplesOf(fence: Fence): Example[] {
  const examples: Example[] = [];
  fence.lines.forEach((line, at) => {
    if (line.startsWith("$ ")) {
      const exit = /\s+# exit (\d+)$/.exec(line);
      const command = line.slice(2, exit?.index);
      examples.push({
        command,
        exitCode: Number(exit?.[1] ?? 0),
        shown: [],
        line: fence.line + at,
      });
    } else examples.at(-1)?.shown.push(line);
  });
  return examples;
}

/** Whether the output is what the page shows; `...` on a line of its own stands for any lines. */
export function isShown(output: string, shown: readonly string[]): boolean {
  return matches(trimEnd(output.split("\n")).map(mask), trimEnd([...shown]).map(mask));
}

function matches(lines: readonly string[], shown: readonly string[]): boolean {
  const [first, ...rest] = shown;
  if (first === undefined) return lines.length === 0;
  if (first !== "...") return lines[0] === first && matches(lines.slice(1), rest);
  return lines.some((_, at) => matches(lines.slice(at), rest)) || matches([], rest);
}

// what no two runs have in common: the time, and how well this machine's zlib compresses
const passing: readonly [RegExp, string][] = [
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>"],
  [/\b\d+ (second|minute|hour|day)s? old/g, "<age> old"],
  [/"ageSeconds":\d+/g, '"ageSeconds":<age>'],
  [/ +\d+(\.\d+)? (B|kB|MB|GB)\b/g, " <size>"],
];

function mask(line: string): string {
  return passing.reduce((text, [what, sign]) => text.replaceAll(what, sign), line.trimEnd());
}

function trimEnd(lines: string[]): string[] {
  while (lines.at(-1)?.trim() === "") lines.pop();
  return lines;
}
