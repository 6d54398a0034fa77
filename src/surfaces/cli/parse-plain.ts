import type { CliCommand, Parsed } from "./command.ts";
import { type Flag, isCalled, isNegative, keyOf } from "./flag.ts";
import { globalFlags } from "./options.ts";

/**
 * What `parseArguments` gives for a line that is well-formed beyond doubt; undefined for any other, help among them.
 * A tenth of the code: a warm answer need not load the parser that explains what is wrong.
 *
 * Throws what a flag says of a value it does not understand.
 */
export function parsePlain(
  command: Pick<CliCommand, "arguments" | "flags" | "often">,
  words: readonly string[],
): Parsed | undefined {
  const flags = [...(command.often ?? command.flags), ...globalFlags];
  const options = new Map<string, unknown>(
    flags.filter(isYesByItself).map((flag) => [keyOf(flag), true]),
  );
  const args: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (!word.startsWith("-")) {
      args.push(word);
      continue;
    }
    const equals = word.indexOf("=");
    const name = equals < 0 ? word : word.slice(0, equals);
    const isIt = (one: Flag): boolean => isCalled(one, name);
    const flag = flags.find(isIt) ?? (command.often && command.flags.find(isIt));
    if (flag === undefined) return undefined;
    const key = keyOf(flag);
    if (flag.takes === undefined) {
      if (equals >= 0) return undefined;
      options.set(key, !isNegative(flag.name));
      continue;
    }
    if (equals < 0) at += 1;
    const value = equals < 0 ? words[at] : word.slice(equals + 1);
    // it may be a flag, and the value forgotten
    if (value === undefined || (equals < 0 && value.startsWith("-"))) return undefined;
    options.set(key, flag.takes.read(value, name, options.get(key)));
  }
  return isComplete(command.arguments ?? [], args)
    ? { args, options: Object.fromEntries(options) }
    : undefined;

  function isYesByItself({ name, key }: Flag): boolean {
    return (
      key === undefined &&
      isNegative(name) &&
      !flags.some((one) => one.name === name.replace("--no-", "--"))
    );
  }
}

function isComplete(
  expected: NonNullable<CliCommand["arguments"]>,
  args: readonly string[],
): boolean {
  const least = expected.filter(({ isNeeded }) => isNeeded === true).length;
  const isOpen = expected.at(-1)?.isMany === true;
  if (args.length < least || (args.length > expected.length && !isOpen)) return false;
  for (const [at, { read }] of expected.entries()) {
    const given = args[at];
    if (given !== undefined) read?.(given);
  }
  return true;
}
