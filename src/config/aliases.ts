import type { Configuration } from "./configuration.ts";

/** What a name of one's own stands for; any other name as it is. A ref goes before an alias. */
export function aliasedIn(configuration: Pick<Configuration, "find">, name: string): string {
  const alias = name.trim();
  if (alias.includes("/")) return name;
  const model = configuration.find("aliases", alias, "model")?.value;
  return typeof model === "string" ? model : name;
}

/** How an alias is written: nothing that could be a ref, a flag or a path. */
export const aliasPattern = /^[a-z0-9][a-z0-9._-]{0,63}$/;

/** What other programs call the two models that they are set up with. */
export const reservedAliases = ["small", "large"] as const;

export function isReservedAlias(name: string): boolean {
  return reservedAliases.some((one) => one === name);
}
