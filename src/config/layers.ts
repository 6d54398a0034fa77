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
    const isForeign = scope === "project" && (project === "off" ? value !== false : !project);
    if (isForeign) problems.push(projectIgnored({ file, path }));
    else if (!accepts[kind](value)) problems.push(badValue({ file, path }, kind));
    else leaves.push({ path, value, scope, file });
  }
}

/** Whether a path is that of a model which a configuration adds: `providers.house.models.llama`. */
export function isOwnModel([section, , part, id, ...rest]: readonly string[]): boolean {
  return section === "providers" && part === "models" && id !== undefined && rest.length === 0;
}

/** The keys that lie on the way to a name or are it. */
function inside(keys: readonly Stepped[], path: readonly string[], name: string): Stepped[] {
  return keys.filter(({ steps }) => {
    const step = steps[path.length];
    return step === "*" || step === name;
  });
}

/** Of two that say the same the project's counts. */
export function joinLeaves(user: readonly Leaf[], project: readonly Leaf[]): Leaf[] {
  if (project.length === 0) return [...user];
  const joined = new Map(user.map((leaf) => [nameOf(leaf.path), leaf]));
  for (const leaf of project) joined.set(nameOf(leaf.path), leaf);
  return [...joined.values()];
}

/** `aliases."my.fast".model`: as it is typed. */
export function nameOf(path: readonly string[]): string {
  return path.map((step) => (/^[\w/-]+$/.test(step) ? step : JSON.stringify(step))).join(".");
}
