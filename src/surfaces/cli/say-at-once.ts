import { said } from "../../catalog/words/said.ts";
import { ModelForgeError } from "../../failure.ts";
import { commonFlags, isRedirected, type Redirection } from "./common-flags.ts";
import type { CliMachine } from "./drawn-terminal.ts";
import { isCalled } from "./flag.ts";
import { parsePlain } from "./parse-plain.ts";
import type { Drawn } from "./render/drawn.ts";

/**
 * Prints what no command answers, the version or a help, where the line sends its results. A help is no document that a
 * filter could read.
 *
 * Throws `usage.bad-value`, `file.unwritable`.
 */
export async function sayAtOnce(
  machine: CliMachine,
  argv: readonly string[],
  text: Drawn,
  isDocument = false,
): Promise<void> {
  const { jq, ...others } = redirectionIn(argv);
  const options = isDocument && jq !== undefined ? { ...others, jq } : others;
  if (!isRedirected(options)) {
    machine.terminal.out.write(text);
    return;
  }
  const redirected = (await import("./redirect.ts")).redirect(machine, options);
  redirected.machine.terminal.out.write(text);
  await redirected.finish();
}

/** Words of a line that are no flag of every command, nor the value of one. */
export function ownWords(argv: readonly string[]): string[] {
  return ownPlaces(argv).map((place) => argv[place] as string);
}

/** Where in the line they are. */
export function ownPlaces(argv: readonly string[]): number[] {
  return [...argv.keys()].filter((place) => !isCommon(argv, place));
}

function redirectionIn(argv: readonly string[]): Redirection & { quiet?: boolean } {
  const common = argv.filter((_, place) => isCommon(argv, place));
  const parsed = parsePlain({ flags: commonFlags }, common);
  if (parsed !== undefined) return parsed.options;
  throw new ModelForgeError("usage.bad-value", {
    message: `${common.map(said).join(" ")} is not understood: a value is missing, or one too many`,
    hint: "modelforge --help lists the flags of every command",
    details: { given: common.join(" ") },
  });
}

function isCommon(argv: readonly string[], place: number): boolean {
  const [word = "", before = ""] = [argv[place], argv[place - 1]];
  const isValue = commonFlags.some((flag) => flag.takes !== undefined && isCalled(flag, before));
  const name = word.replace(/=.*$/s, "");
  return isValue || commonFlags.some((flag) => isCalled(flag, name));
}
