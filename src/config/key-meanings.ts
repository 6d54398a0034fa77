import type { configKeys } from "./keys.ts";

type Name = (typeof configKeys)[number]["key"];

/** What each setting means, for the schema and the reference. A new one does not compile before it has a line here. */
export const keyMeanings: Readonly<Record<Name, { about: string; example: unknown }>> = {
  current: {
    about: "the model in use: a ref, an alias, or any other name of a model",
    example: "anthropic/claude-sonnet-4-5",
  },
  "aliases.*.model": {
    about: "the model that a name of your own stands for",
    example: "openai/gpt-5-mini",
  },
  "catalog.source": {
    about:
      "where the catalog comes from: a base URL, the full URL of a `.json`, or a path, which begins at the directory of the file",
    example: "https://models.example.com",
  },
  "catalog.ttl": { about: "age at which the catalog is stale", example: "12h" },
  "catalog.allowSnapshot": {
    about: "`true`: where a source of your own cannot answer, the snapshot of models.dev may",
    example: true,
  },
  "features.background-refresh": {
    about: "`false`: a stale answer starts no refresh",
    example: false,
  },
};

/** A value for a setting, as it is typed. */
export function exampleOf(key: string): string {
  const found = Object.entries(keyMeanings).find(([name]) => name === key);
  return String(found?.[1].example);
}
