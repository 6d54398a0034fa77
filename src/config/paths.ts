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
  if (path === undefined) return undefined;
  const all = allKeys.map(({ key }) => key.split("."));
  const whole = fittedFirst(all, path);
  if (whole !== undefined) return whole;
  // of what lies above a setting only the name of a model: another dot there is a name that is no setting
  const above = all.map((steps) => steps.slice(0, steps.lastIndexOf("models") + 2));
  return isPrefix(path) ? path : (fittedFirst(above, path) ?? path);
}

function fittedFirst(all: readonly string[][], path: readonly string[]): string[] | undefined {
  return all.map((steps) => fitted(steps, path)).find((one) => one !== undefined);
}

function isPrefix(path: readonly string[]): boolean {
  return allKeys.some(({ key }) => isOfKey(path, key.split(".").slice(0, path.length)));
}

/** The path with as many of its steps joined as make it one of that form; undefined where none do. */
function fitted(
  [step, ...steps]: readonly string[],
  path: readonly string[],
): string[] | undefined {
  if (step === undefined) return path.length === 0 ? [] : undefined;
  if (step !== "*") {
    const rest = path[0] === step ? fitted(steps, path.slice(1)) : undefined;
    return rest && [step, ...rest];
  }
  for (let taken = 1; taken <= path.length - steps.length; taken += 1) {
    const rest = fitted(steps, path.slice(taken));
    if (rest !== undefined) return [path.slice(0, taken).join("."), ...rest];
  }
  return undefined;
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
  if (path === undefined || !isPrefix(path)) throw unknownKey(text, path ?? [text]);
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
