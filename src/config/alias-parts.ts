import type { Capability } from "../catalog/words/capability.ts";
import { isObject } from "./kinds.ts";
import type { Leaf } from "./layers.ts";

/** A model that an alias names: what it stands for, or what is to be taken where that cannot answer. */
export interface NamedPart {
  name: string;
  leaf: Leaf;
  /** Its place in the list; undefined for what the alias stands for. */
  index?: number;
}

/** An alias by its parts. */
export interface AliasParts {
  alias: string;
  /** What it stands for, then what is to be taken in its place. */
  models: NamedPart[];
  needs: Capability[];
  parameters: Readonly<Record<string, unknown>>;
  /** Where each is said. */
  leaves: Partial<Record<"model" | "fallback" | "needs" | "parameters", Leaf>>;
}

/** Every alias of a configuration, in the order in which they are first named. */
export function aliasesOf(leaves: readonly Leaf[]): AliasParts[] {
  const all = new Map<string, AliasParts>();
  for (const leaf of leaves) {
    const [section, alias = "", part] = leaf.path;
    if (section !== "aliases") continue;
    const known = all.get(alias) ?? { alias, models: [], needs: [], parameters: {}, leaves: {} };
    all.set(alias, known);
    take(known, leaf, part);
  }
  return [...all.values()];
}

/** What is found has been compared with its kind. */
function take(alias: AliasParts, leaf: Leaf, part: string | undefined): void {
  const { value } = leaf;
  if (part === "model") {
    alias.leaves.model = leaf;
    alias.models.unshift({ name: String(value).trim(), leaf });
  }
  if (part === "fallback") {
    alias.leaves.fallback = leaf;
    const names = (value as string[]).map((name, index) => ({ name: name.trim(), leaf, index }));
    alias.models.push(...names);
  }
  if (part === "needs") {
    alias.leaves.needs = leaf;
    alias.needs = value as Capability[];
  }
  if (part === "parameters" && isObject(value)) {
    alias.leaves.parameters = leaf;
    alias.parameters = value;
  }
}
