import { nearest } from "../../catalog/words/nearest.ts";
import { said } from "../../catalog/words/said.ts";
import { ModelForgeError } from "../../failure.ts";
import { type CommandEntry, commandTable, groups } from "./command-table.ts";
import { isCalled } from "./flag.ts";
import { commonFlags } from "./common-flags.ts";

export interface FoundCommand {
  entry: CommandEntry;
  /** What follows the command's name, flags that stood before it first. */
  args: string[];
}

/**
 * The command a line means. Flags may stand before its name: `modelforge --json list`.
 * Undefined where there is none but flags. Throws `usage.unknown-command`, naming the nearest.
 */
export function findCommand(argv: readonly string[]): FoundCommand | undefined {
  const at = argv.findIndex((word, place) => !word.startsWith("-") && !isValue(argv, place));
  const first = argv[at];
  if (first === undefined) {
    const odd = argv.find((flag, place) => !known.includes(flag) && !isValue(argv, place));
    if (odd !== undefined) throw unknownFlag(odd);
    return undefined;
  }
  const flags = argv.slice(0, at);
  const second = argv[at + 1];
  if (groups.has(first) && second !== undefined && !second.startsWith("-")) {
    const entry = commandTable.find(({ path }) => path === `${first} ${second}`);
    if (entry === undefined) throw unknown(first, second);
    return { entry, args: [...flags, ...argv.slice(at + 2)] };
  }
  const entry = commandTable.find(({ path, aliases }) => path === first || aliases.includes(first));
  if (entry === undefined) throw unknown(first);
  return { entry, args: [...flags, ...argv.slice(at + 1)] };
}

const names = commonFlags.flatMap(({ name, short }) =>
  short === undefined ? [name] : [name, short],
);
const known: readonly string[] = [...names, "-h", "--help", "-V", "--version"];

/** `models.csv` of `-o models.csv list` */
function isValue(argv: readonly string[], place: number): boolean {
  const before = argv[place - 1] ?? "";
  return commonFlags.some((flag) => flag.takes !== undefined && isCalled(flag, before));
}

function unknownFlag(flag: string): ModelForgeError {
  const close = nearest(flag, known);
  return new ModelForgeError("usage.unknown-option", {
    message: `modelforge has no flag ${flag}`,
    hint: close.length > 0 ? `did you mean ${close.join(", ")}?` : "modelforge --help lists all",
    details: { flag, nearest: close },
  });
}

function unknown(...words: readonly string[]): ModelForgeError {
  const name = words.join(" ");
  const names = commandTable.flatMap(({ path, aliases }) => [path, ...aliases]);
  const close = nearest(name, names);
  return new ModelForgeError("usage.unknown-command", {
    message: `no command ${words.map(said).join(" ")}`,
    hint:
      close.length > 0
        ? `did you mean ${close.map((one) => `modelforge ${one}`).join(", ")}?`
        : "modelforge --help lists all commands",
    details: { command: name, nearest: close },
  });
}
