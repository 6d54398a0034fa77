import type { ConfigFile } from "./read-file.ts";
import type { Scope } from "./places.ts";
import { allKeys, type ConfigKey, formatVersion } from "./keys.ts";
import { accepts, isObject } from "./kinds.ts";
import { hasDoubledName } from "./plain-json.ts";
import {
  badValue,
  duplicateKey,
  newerFormat,
  type Problem,
  projectIgnored,
  unknownKey,
} from "./problem.ts";

/** One value that counts, and the file that says it. */
export interface Leaf {
  /** `aliases.fast.model` as its steps: a name may hold a dot. */
  path: readonly string[];
  value: unknown;
  scope: Scope;
  file: string;
}

/** What stands at the top of a file besides: `$schema` for editors, `version` of the format. */
const besides: ReadonlySet<string> = new Set(["$schema", "version"]);

/** A key by its steps, for the way down. */
interface Stepped {
  steps: readonly string[];
  key: ConfigKey;
}

/** The values of one file that count, and what is wrong with the others. */
export function leavesOf({ said, scope, path: file, text }: ConfigFile): {
  leaves: Leaf[];
  problems: Problem[];
} {
  const leaves: Leaf[] = [];
  const problems: Problem[] = [];
  const { version } = said;
  if (typeof version === "number" && version > formatVersion)
    problems.push(newerFormat({ file, path: ["version"] }));
  if (hasDoubledName(text, said)) problems.push(duplicateKey(file));
  const stepped = allKeys.map((key) => ({ key, steps: key.key.split(".") }));
  for (const [name, value] of Object.entries(said)) {
    if (!besides.has(name)) walk(value, [name], inside(stepped, [], name));
  }
  return { leaves, problems };

  function walk(value: unknown, path: readonly string[], keys: readonly Stepped[]): void {
    const whole = keys.find(({ steps }) => steps.length === path.length);
    if (whole !== undefined) take(value, path, whole.key);
    else if (keys.length === 0) problems.push(unknownKey({ file, path }));
    else if (!isObject(value)) problems.push(badValue({ file, path }, "object"));
    else {
      const before = leaves.length;
      for (const [name, inner] of Object.entries(value))
        walk(inner, [...path, name], inside(keys, path, name));
      // a model of which nothing counts is one all the same
      if (leaves.length === before && isOwnModel(path))
        leaves.push({ path, value: {}, scope, file });
    }
  }

  function take(value: unknown, path: readonly string[], { kind, project }: ConfigKey): void {
    if (scope === "project" && !maySay(project, value))
      problems.push(projectIgnored({ file, path }));
    else if (!accepts[kind](value)) problems.push(badValue({ file, path }, kind));
    else leaves.push({ path, value, scope, file });
  }
}

/** Whether a path is that of a model which a configuration adds: `providers.house.models.llama`. */
export function isOwnModel([section, , part, id, ...rest]: readonly string[]): boolean {
  return section === "providers" && part === "models" && id !== undefined && rest.length === 0;
}

/** Whether a project's file may say a value by itself; beside the user's file it may say less. */
export function maySay(project: ConfigKey["project"], value: unknown): boolean {
  if (project === "off") return value === false;
  // a variable there would be filled with what is the user's
  if (project === "plain") return !String(value).includes("${");
  return project !== false;
}

/** The keys that lie on the way to a name or are it. */
function inside(keys: readonly Stepped[], path: readonly string[], name: string): Stepped[] {
  return keys.filter(({ steps }) => {
    const step = steps[path.length];
    return step === "*" || step === name;
  });
}

/** Of two that say the same the project's counts, but for what the user's file keeps to itself. */
export function joinLeaves(user: readonly Leaf[], project: readonly Leaf[]): Leaf[] {
  if (project.length === 0) return [...user];
  const joined = new Map(user.map((leaf) => [nameOf(leaf.path), leaf]));
  for (const leaf of project)
    if (keptBefore(leaf, user) === undefined) joined.set(nameOf(leaf.path), leaf);
  return [...joined.values()];
}

/** What the user's file says in place of a value of a project's: a lower budget, a header of the same name. */
export function keptBefore({ path, value }: Leaf, user: readonly Leaf[]): Leaf | undefined {
  const [section, name, part, header = ""] = path;
  if (section === "settings" && name === "budget")
    return user.find(
      (own) => own.path[1] === "budget" && (own.value as number) < (value as number),
    );
  if (part !== "headers") return undefined;
  const isIt = ({ path: [, provider, headers, other = ""] }: Leaf): boolean =>
    headers === "headers" && provider === name && other.toLowerCase() === header.toLowerCase();
  return user.find(isIt);
}

/** Those of a project's values that say something else than what the user's file keeps to itself. */
export function overruledIn(user: readonly Leaf[], project: readonly Leaf[]): Leaf[] {
  return project.filter((leaf) => {
    const own = keptBefore(leaf, user);
    return own !== undefined && own.value !== leaf.value;
  });
}

/** `aliases."my.fast".model`: as it is typed. */
export function nameOf(path: readonly string[]): string {
  return path.map((step) => (/^[\w/-]+$/.test(step) ? step : JSON.stringify(step))).join(".");
}
