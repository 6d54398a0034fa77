import type { CommandWords, CompletionTable, FlagWords, Values } from "./table.ts";

/** What is being typed: which kind of word, and how it begins. */
export type Place =
  | { kind: "command"; before: readonly string[]; beginning: string }
  | { kind: "flag"; flags: readonly FlagWords[]; beginning: string }
  | {
      kind: "value";
      values: Values;
      beginning: string;
      /** What stands in the same word and stays: `--provider=`, `openai,`. */
      kept: string;
      /** The provider a model is to be of, where a flag has named one. */
      provider?: string;
    };

/** Finds out what the last of `words` is going to be. Undefined where nothing can be said. */
export function placeOf(words: readonly string[], table: CompletionTable): Place | undefined {
  const beginning = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  const named = before.filter((word) => !word.startsWith("-"));
  const [first, second] = named;
  // what help is asked for is named as it is called
  if (first === "help") return { kind: "command", before: named.slice(1), beginning };
  const isFlag = beginning.startsWith("-");
  if (first === undefined) {
    return isFlag
      ? { kind: "flag", flags: table.flags, beginning }
      : { kind: "command", before: [], beginning };
  }
  // `cache` alone is a command, and `cache verify` another
  const mayGoOn = second === undefined && before.at(-1) === first && isGroup(first, table);
  if (mayGoOn && !isFlag) return { kind: "command", before: named, beginning };
  const found = findCommand(before, table);
  return found === undefined ? undefined : placeIn(found.command, found.rest, beginning);
}

export function isGroup(word: string | undefined, table: CompletionTable): boolean {
  return word !== undefined && table.commands.some(({ path }) => path.startsWith(`${word} `));
}

function findCommand(before: readonly string[], table: CompletionTable) {
  const at = before.findIndex((word) => !word.startsWith("-"));
  const first = before[at];
  if (first === undefined) return undefined;
  const second = before[at + 1];
  if (isGroup(first, table) && second !== undefined && !second.startsWith("-")) {
    const command = table.commands.find(({ path }) => path === `${first} ${second}`);
    return command === undefined
      ? undefined
      : { command, rest: [...before.slice(0, at), ...before.slice(at + 2)] };
  }
  const command = table.commands.find(
    ({ path, aliases }) => path === first || aliases.includes(first),
  );
  if (command === undefined) return undefined;
  return { command, rest: [...before.slice(0, at), ...before.slice(at + 1)] };
}

/** `rest` are the words between the command's name and the one that is being typed. */
function placeIn(command: CommandWords, rest: readonly string[], beginning: string): Place {
  const flagOf = (word: string): FlagWords | undefined =>
    command.flags.find(({ name }) => name === word);
  const given = new Map<string, string>();
  let args = 0;
  let open: FlagWords | undefined;
  let onlyArgs = false;
  for (const word of rest) {
    if (open !== undefined) {
      given.set(open.name, word);
      open = undefined;
    } else if (onlyArgs || !/^-./.test(word)) args += 1;
    else if (word === "--") onlyArgs = true;
    else {
      const [name, value] = split(word);
      const flag = flagOf(name);
      given.set(name, value ?? "");
      if (value === undefined && flag?.takes !== undefined) open = flag;
    }
  }
  const provider = providerOf(command, given);
  if (open !== undefined) return valueOf(open, beginning, "", provider);
  if (!onlyArgs && beginning.startsWith("-")) {
    const [name, value] = split(beginning);
    const flag = flagOf(name);
    if (value !== undefined) {
      return flag?.takes === undefined
        ? { kind: "value", values: [], beginning: value, kept: `${name}=` }
        : valueOf(flag, value, `${name}=`, provider);
    }
    const flags = command.flags.filter(({ name, many }) => many === true || !given.has(name));
    return { kind: "flag", flags, beginning };
  }
  const last = command.endless === true ? command.args.at(-1) : undefined;
  const values = command.args[args] ?? last ?? [];
  return { kind: "value", values, beginning, kept: "", ...provider };
}

function valueOf(
  { takes = null, many }: FlagWords,
  beginning: string,
  kept: string,
  provider: { provider: string } | undefined,
): Place {
  const comma = many === true ? beginning.lastIndexOf(",") + 1 : 0;
  return {
    kind: "value",
    values: takes,
    beginning: beginning.slice(comma),
    kept: kept + beginning.slice(0, comma),
    ...provider,
  };
}

/** `--provider` names the provider of a model, except where it filters by several. */
function providerOf(command: CommandWords, given: ReadonlyMap<string, string>) {
  const flag = command.flags.find(({ name }) => name === "--provider");
  const provider = given.get("--provider");
  return flag?.many === true || provider === undefined || provider === ""
    ? undefined
    : { provider };
}

/** `--provider=open` → `--provider`, `open`; nothing behind it where there is no `=`. */
function split(word: string): [name: string, value: string | undefined] {
  const equals = word.indexOf("=");
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}
