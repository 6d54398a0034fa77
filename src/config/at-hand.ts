import { compareText } from "../catalog/words/ref.ts";
import { ModelForgeError } from "../failure.ts";
import { aliasPattern } from "./aliases.ts";
import type { Configuration } from "./configuration.ts";
import { allKeys } from "./keys.ts";
import { type Leaf, nameOf } from "./layers.ts";

/** One's own names that can be typed; none where the files cannot be read. */
export function aliasesIn(configuration: Pick<Configuration, "leaves">): string[] {
  const names = leavesIn(configuration).flatMap(({ path: [section, name = ""] }) =>
    section === "aliases" && aliasPattern.test(name) ? [name] : [],
  );
  return [...new Set(names)];
}

/** The refs of models that were added, or of which something is said. */
export function modelsIn(configuration: Pick<Configuration, "leaves">): string[] {
  const refs = leavesIn(configuration).flatMap(({ path: [section, provider, models, id] }) =>
    section === "providers" && models === "models" ? [`${provider}/${id}`] : [],
  );
  return [...new Set(refs)].toSorted(compareText);
}

/** What can be set: every setting of the table, and of those with a name in it what is there. */
export function settingsIn(configuration: Pick<Configuration, "leaves">): string[] {
  const fixed = allKeys.map(({ key }) => key).filter((key) => !key.includes("*"));
  const named = leavesIn(configuration).map(({ path }) => nameOf(path));
  // quotation marks are not for shells to complete
  return [...new Set([...fixed, ...named])].filter((name) => /^[\w.-]+$/.test(name));
}

function leavesIn(configuration: Pick<Configuration, "leaves">): readonly Leaf[] {
  try {
    return configuration.leaves;
  } catch (error) {
    if (error instanceof ModelForgeError) return [];
    throw error;
  }
}
