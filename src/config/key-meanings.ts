import { capabilities, type Capability } from "../catalog/words/capability.ts";
import { shellWord } from "../catalog/words/shell-word.ts";
import type { configKeys } from "./keys.ts";

type Name = (typeof configKeys)[number]["key"];

interface Meaning {
  /** For the schema and the reference. */
  readonly about: string;
  readonly example:
    | string
    | boolean
    | number
    | readonly string[]
    | Readonly<Record<string, unknown>>;
}

const numbers = {
  "limits.context": { about: "tokens in and out together", example: 128000 },
  "limits.input": { about: "tokens in", example: 100000 },
  "limits.output": { about: "tokens out", example: 16000 },
  "price.input": { about: "USD per 1,000,000 tokens in", example: 1.25 },
  "price.output": { about: "USD per 1,000,000 tokens out", example: 10 },
  "price.cacheRead": { about: "USD per 1,000,000 tokens read from a cache", example: 0.125 },
  "price.cacheWrite": { about: "USD per 1,000,000 tokens written to a cache", example: 1.5 },
} as const;

/** The same of each model that has them. */
function numbersOf<Model extends string>(model: Model) {
  const all = Object.entries(numbers).map(([name, meaning]) => [`${model}.${name}`, meaning]);
  return Object.fromEntries(all) as Record<`${Model}.${keyof typeof numbers}`, Meaning>;
}

type Able = `catalog.overrides.*.capabilities.${Capability}`;

const ables = Object.fromEntries(
  capabilities.map((one): [string, Meaning] => [
    `catalog.overrides.*.capabilities.${one}`,
    { about: `whether a model of the catalog has the capability ${one}`, example: true },
  ]),
) as Record<Able, Meaning>;

/** What each setting means. A new one does not compile before it has its lines here. */
export const keyMeanings: Readonly<Record<Name, Meaning>> = {
  current: {
    about: "the model in use: a ref, an alias, or any other name of a model",
    example: "anthropic/claude-sonnet-4-5",
  },
  "aliases.*.model": {
    about:
      "the model that a name of your own stands for; `small` and `large` are what other programs call their two",
    example: "openai/gpt-5-mini",
  },
  "aliases.*.fallback": {
    about: "models to take where that one cannot answer, in this order",
    example: ["anthropic/claude-haiku-4-5", "google/gemini-2.5-flash"],
  },
  "aliases.*.needs": {
    about: "capabilities that the model and every fallback have to have",
    example: ["tools", "vision"],
  },
  "aliases.*.parameters": {
    about: "what is sent with each call by that name",
    example: { temperature: 0.2 },
  },
  "providers.*.baseUrl": {
    about:
      "where a provider is called, in place of what the catalog says; it may hold `${VARIABLE}`",
    example: "https://llm.example.com/v1",
  },
  "providers.*.enabled": {
    about: "`false`: the provider counts as not set up; a project may say only that",
    example: false,
  },
  "providers.*.env": {
    about: "the variables that hold the key of a provider of your own",
    example: ["ACME_API_KEY"],
  },
  "providers.*.clientId": {
    about: "the OAuth application of your own that `auth login` signs in with: its client id",
    example: "Ov23liAbCdEfGhIjKlMn",
  },
  "providers.*.values.*": {
    about: "what a variable of a provider says that is no secret: a region, an account, a resource",
    example: "my-resource",
  },
  "providers.*.headers.*": {
    about:
      "what is sent besides with requests to a provider; in your own file it may hold `${VARIABLE}`: the provider's own key, which goes where that key may go, or a value of its",
    example: "my-team",
  },
  "providers.*.models.*.name": {
    about: "what a model is called",
    example: "My fine-tune",
  },
  "providers.*.models.*.deployment": {
    about: "the name under which the provider runs it, where that is another than its id",
    example: "gpt-5-eu",
  },
  "providers.*.models.*.parameters": {
    about: "what is sent with each call",
    example: { temperature: 0.2 },
  },
  ...numbersOf("providers.*.models.*"),
  "catalog.enabled": {
    about:
      "`false`: no catalog is asked, fetched or read; the models of your configuration are all there are",
    example: false,
  },
  "catalog.source": {
    about:
      "where the catalog comes from: a base URL, the full URL of a `.json`, or a path, which begins at the directory of the file",
    example: "https://models.example.com",
  },
  "catalog.ttl": {
    about: "age at which the catalog is stale",
    example: "12h",
  },
  "catalog.allowSnapshot": {
    about: "`true`: where a source of your own cannot answer, the snapshot of models.dev may",
    example: true,
  },
  "catalog.overrides.*.name": {
    about: "what a model of the catalog is called, in place of what the catalog says",
    example: "GPT-5 of our contract",
  },
  "catalog.overrides.*.status": {
    about: "how a model of the catalog stands; `active`: neither new nor deprecated",
    example: "deprecated",
  },
  ...numbersOf("catalog.overrides.*"),
  ...ables,
  "features.background-refresh": {
    about: "`false`: a stale answer starts no refresh",
    example: false,
  },
  "settings.autoDetect": {
    about:
      "`false`: a key that is merely in the environment sets no provider up; one counts where it is kept by `auth login`, is in a variable of ModelForge's own, or your file says something of its provider",
    example: false,
  },
  "settings.budget": {
    about:
      "USD per 1,000,000 tokens in that a model may cost to be recommended; a project may only lower it",
    example: 3,
  },
};

/** A value for a setting, as it is typed. */
export function exampleOf(key: string): string {
  // look-up allowed: the keys are those of the same table
  const { example } = keyMeanings[key as Name];
  if (Array.isArray(example)) return example.join(",");
  return typeof example === "object" ? shellWord(JSON.stringify(example)) : String(example);
}
