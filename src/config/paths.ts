import { ModelForgeError } from "../failure.ts";
import { said } from "../catalog/words/said.ts";
import { nearestKey } from "./nearest-key.ts";
import { isOfKey } from "./effective.ts";
import { type ConfigKey, allKeys } from "./keys.ts";

/** `aliases."my.fast".model` → its steps; undefined where quotation marks are not in pairs. */
function stepsOf(text: string): string[] | undefined {
  const steps: string[] = [];
  const one = /(?:"((?:[^"\\]|\\.)*)"|([^".]+))(?:\.(?=.)|$)/y;
  while (one.lastIndex < text.length) {
    const found = one.exec(text);
    if (found === null) return undefined;
    const [, quoted, plain] = found;
    steps.push(quoted === undefined ? (plain as string) : unquoted(quoted));
  }
  return steps.length === 0 ? undefined : steps;
}

function unquoted(text: string): string {
  return text.replace(/\\(.)/g, "$1");
}

/** The setting of that name. Throws `usage.bad-value`, with the nearest. */
export function keyAt(text: string): { path: string[]; key: ConfigKey } {
  const path = withName(stepsOf(text.trim()));
  const key = path && allKeys.find((one) => isOfKey(path, one.key.split(".")));
  if (path === undefined || key === undefined) throw unknownKey(text, path ?? [text]);
  return { path, key };
}

/** `aliases.gpt.5.model` as it is meant: a name may hold dots, and few write the quotation marks. */
function withName(path: string[] | undefined): string[] | undefined {
  const key = allKeys.find(({ key: one }) => {
    const steps = one.split(".");
    return path !== undefined && steps.length < path.length && isAround(steps, path);
  });
  if (path === undefined || key === undefined) return path;
  const steps = key.key.split(".");
  const at = steps.indexOf("*");
  const end = path.length - (steps.length - at - 1);
  return [...path.slice(0, at), path.slice(at, end).join("."), ...path.slice(end)];
}

/** Whether a path begins and ends as a key does that has one name of the person's between. */
function isAround(steps: readonly string[], path: readonly string[]): boolean {
  const at = steps.indexOf("*");
  const after = steps.length - at - 1;
  return (
    at >= 0 &&
    steps.slice(0, at).every((step, place) => step === path[place]) &&
    steps.slice(at + 1).every((step, place) => step === path[path.length - after + place])
  );
}

/** The steps of any name. Throws `usage.bad-value` for what is none. */
export function anyPath(text: string): string[] {
  const path = withName(stepsOf(text.trim()));
  if (path === undefined) throw unknownKey(text, [text]);
  return path;
}

/** What settings lie at a name or below it: `catalog`. Throws `usage.bad-value`, with the nearest. */
export function pathAt(text: string): string[] {
  const path = withName(stepsOf(text.trim()));
  const isKnown =
    path !== undefined &&
    allKeys.some(({ key }) => isOfKey(path, key.split(".").slice(0, path.length)));
  if (!isKnown) throw unknownKey(text, path ?? [text]);
  return path;
}

function unknownKey(text: string, path: readonly string[]): ModelForgeError {
  const near = nearestKey(path);
  return new ModelForgeError("usage.bad-value", {
    message: `no setting ${said(text)}`,
    hint: near === undefined ? `known: ${known()}` : `did you mean ${near}?`,
    details: { key: text, nearest: near === undefined ? [] : [near] },
  });
}

/** `catalog.source, aliases.<name>.model` */
function known(): string {
  return allKeys.map(({ key }) => key.replace("*", "<name>")).join(", ");
}
