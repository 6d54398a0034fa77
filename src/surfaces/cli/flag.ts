import type { Values } from "./completion/table.ts";

/** What a flag or an argument takes, and how its text is read. */
export interface Taken {
  /** Between the pointed brackets of the help: `tokens`. */
  shown: string;
  /** What Tab offers; absent where anything can stand. */
  completes?: Values;
  /** Whether several values go together, comma between them or the flag again. */
  isList?: true;
  /**
   * @param flag for the message
   * @param before what the same flag meant earlier on the line
   * @throws ModelForgeError `usage.bad-value`
   */
  read(text: string, flag: string, before: unknown): unknown;
}

/** A flag of a command, as data: the parser, the help, completion and the manual are made of it. */
export interface Flag {
  /** `--min-context`; `--no-pager` says no to what is yes by itself. */
  name: `--${string}`;
  /** `-o`: one letter for what is typed often. */
  short?: `-${string}`;
  about: string;
  /** Absent: it is given or not. */
  takes?: Taken | undefined;
  /** The heading of the help it stands under. */
  group?: string;
  /** What it is called once it is parsed, where that is not its own name. */
  key?: string;
}

/** What stands on the line without a flag. */
export interface Argument {
  name: string;
  about: string;
  isNeeded?: true;
  /** The last one may stand for several. */
  isMany?: true;
  completes?: Values;
  /** Throws `usage.bad-value`. */
  read?(text: string): unknown;
}

/** `--min-context` → minContext, `--no-pager` → pager. */
export function keyOf({ name, key }: Flag): string {
  if (key !== undefined) return key;
  const [first = "", ...others] = name
    .slice(isNegative(name) ? "--no-".length : "--".length)
    .split("-");
  return first + others.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join("");
}

/** `--min-context <tokens>`, `-o, --output-file <file>` */
export function shownFlag({ name, short, takes }: Flag): string {
  const names = short === undefined ? name : `${short}, ${name}`;
  return takes === undefined ? names : `${names} <${takes.shown}>`;
}

/** Whether a flag is called so. */
export function isCalled({ name, short }: Pick<Flag, "name" | "short">, word: string): boolean {
  return name === word || short === word;
}

/** `<models...>`, `[query]` */
export function shownArgument({ name, isNeeded, isMany }: Argument): string {
  const shown = isMany === true ? `${name}...` : name;
  return isNeeded === true ? `<${shown}>` : `[${shown}]`;
}

export function isNegative(name: string): boolean {
  return name.startsWith("--no-");
}
