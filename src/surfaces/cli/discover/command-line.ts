import type { RequestsOrAll } from "../../../catalog/cost/usage.ts";
import { flagName } from "../../../catalog/words/field.ts";
import { ownEntry } from "../../../catalog/words/own-entry.ts";
import { shellWord } from "../../../catalog/words/shell-word.ts";
import { filterFlags } from "../filter-options.ts";
import { keyOf } from "../flag.ts";
import { percentOf } from "../usage-options.ts";
import { changeable } from "./question.ts";

/** A line that can be pasted into a shell. */
export function commandLine(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}

/** `{ maxPrice: 2, cached: { part: 0.8 } }` → `--max-price 2 --cached 80%`. Only flags named in `wanted`. */
export function flagWords(options: Record<string, unknown>, wanted: readonly string[]): string[] {
  return wanted.flatMap((name) => {
    const value = ownEntry(options, name);
    if (value === undefined || value === null || value === false) return [];
    return value === true ? [flagName(name)] : [flagName(name), shown(value)];
  });
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(",");
  if (typeof value !== "object" || value === null) return String(value);
  if ("part" in value) return `${percentOf(Number(value.part))}%`;
  if ("tokens" in value) return String(value.tokens);
  const { count, per } = value as RequestsOrAll;
  return per === undefined ? String(count) : `${count}/${per}`;
}

/** Filters that no key of the picker changes, and the usage that they are about. */
export const fixedFlags = filterFlags()
  .map(keyOf)
  .filter((key) => !changeable.some((one) => one === key));

/** Flags that every command takes and that are to hold for the next one too. */
export const passedOn = ["json", "offline", "quiet", "verbose"] as const;

/** The command that gives the same models without a terminal: `list`, or `search` where words are given. */
export function equivalentLine(query: string, options: Record<string, unknown>): string {
  const { sort, ...rest } = options;
  const words = [
    ...(query === "" ? ["list"] : ["search", query]),
    ...flagWords(rest, [...changeable, ...fixedFlags]),
    ...(sort === "relevance" ? [] : flagWords({ sort }, ["sort"])),
    ...flagWords(rest, ["desc", "refresh", ...passedOn]),
  ];
  return commandLine(["modelforge", ...words]);
}
