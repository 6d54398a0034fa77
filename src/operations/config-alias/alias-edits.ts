import type { Capability } from "../../catalog/words/capability.ts";
import { editedText } from "../../config/edit.ts";
import { isObject } from "../../config/kinds.ts";
import { readPlainJson } from "../../config/plain-json.ts";

/** One value of a file, or undefined to take it out. */
export type Edit = readonly [path: readonly string[], value: unknown];

/** What is to be said of an alias; what is undefined stays as it is. */
export interface AliasSaid {
  model?: string | undefined;
  fallback?: readonly string[] | undefined;
  needs?: readonly Capability[] | undefined;
  parameters?: ReadonlyMap<string, unknown> | undefined;
}

export function editsOf(
  alias: string,
  { model, fallback, needs, parameters = new Map() }: AliasSaid,
): Edit[] {
  const at = ["aliases", alias];
  const parts: Edit[] = [
    [[...at, "model"], model],
    [[...at, "fallback"], fallback],
    [[...at, "needs"], needs],
  ];
  return [
    ...parts.filter(([, value]) => value !== undefined),
    ...Array.from(parameters, ([name, value]): Edit => [[...at, "parameters", name], value]),
  ];
}

/** What of an alias is to be taken out. */
export interface AliasUnsaid {
  fallback: readonly string[];
  needs: readonly Capability[];
  parameters: readonly string[];
}

/** What is left of the lists that a file has, and what goes with them. */
export function removalsIn(
  text: string,
  alias: string,
  { fallback, needs, parameters }: AliasUnsaid,
) {
  const at = ["aliases", alias];
  const own = at.reduce<unknown>(inside, readPlainJson(text));
  const left = (part: string, gone: readonly string[]): Edit[] => {
    const list = inside(own, part);
    if (gone.length === 0 || !Array.isArray(list)) return [];
    const rest = list.filter((one) => !gone.includes(String(one).trim()));
    return [[[...at, part], rest.length === 0 ? undefined : rest]];
  };
  return [
    ...left("fallback", fallback),
    ...left("needs", needs),
    ...parameters.map((name): Edit => [[...at, "parameters", name], undefined]),
  ];
}

function inside(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export function withEdits(text: string, edits: readonly Edit[], file: string): string {
  return edits.reduce((edited, [path, value]) => editedText(edited, path, value, file), text);
}
