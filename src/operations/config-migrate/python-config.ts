import { isObject } from "../../config/kinds.ts";

type Said = Readonly<Record<string, unknown>>;

/** What the Python ModelForge says of a provider, beside its models. */
const providerFields = ["llm_type", "base_url", "auth_strategy", "auth_details", "auth_data"];

/** What only ModelForge's own file says at its top. */
// `settings` is no sign: both have it
const ownAtTheTop = ["$schema", "version", "current", "aliases", "catalog", "features"];

/** A model as the Python ModelForge has it: under a name of the person's, with the one its provider knows. */
interface PythonModel {
  alias: string;
  id: string;
  said: Said;
}

interface PythonProvider {
  name: string;
  /** As it is called here. */
  id: string;
  said: Said;
  models: PythonModel[];
}

export interface PythonConfig {
  providers: PythonProvider[];
  /** Names of providers that nothing can be called here. */
  unnamed: string[];
  current: { provider: string; model: string } | undefined;
}

/** Whether a file is the Python ModelForge's, which may stand in the place of ours: what tells is what it holds. */
export function isPythons(said: Said): boolean {
  if ("current_model" in said) return true;
  const providers = Object.values(objectAt(said, "providers"));
  const models = providers.flatMap((one) => Object.values(objectAt(one, "models")));
  if (
    providers.some(
      (one) => isObject(one) && providerFields.some((name) => Object.keys(one).includes(name)),
    )
  )
    return true;
  if (models.some((one) => isObject(one) && "api_model_name" in one)) return true;
  // a provider that nothing is said of but its models
  const isOurs = ownAtTheTop.some((name) => Object.keys(said).includes(name));
  return !isOurs && models.some((one) => isObject(one) && Object.keys(one).length === 0);
}

/** Whether it says nothing at all, as a file does that was only made. */
export function isEmpty(said: Said): boolean {
  return Object.values(said).every((one) => isObject(one) && Object.keys(one).length === 0);
}

/** `idOf`: what a provider is called here; undefined where that can be nothing. */
export function pythonConfigIn(
  said: Said,
  idOf: (name: string, said: Said) => string | undefined,
): PythonConfig {
  const providers: PythonProvider[] = [];
  const unnamed: string[] = [];
  for (const [name, one] of Object.entries(objectAt(said, "providers"))) {
    if (!isObject(one)) continue;
    const id = idOf(name, one);
    if (id === undefined) unnamed.push(name);
    else providers.push({ name, id, said: one, models: modelsIn(one) });
  }
  const { provider, model } = objectAt(said, "current_model");
  const isCurrent = typeof provider === "string" && typeof model === "string";
  return { providers, unnamed, current: isCurrent ? { provider, model } : undefined };
}

function modelsIn(provider: Said): PythonModel[] {
  return Object.entries(objectAt(provider, "models")).flatMap(([alias, said]) => {
    if (said === null) return [{ alias, id: alias, said: {} }];
    if (!isObject(said)) return [];
    const { api_model_name: named } = said;
    return [{ alias, id: typeof named === "string" && named.trim() ? named.trim() : alias, said }];
  });
}

/** What lies below a name where that is an object; else nothing. */
export function objectAt(said: unknown, name: string): Said {
  const found = isObject(said) ? Object.entries(said).find(([one]) => one === name)?.[1] : {};
  return isObject(found) ? found : {};
}

/** Whether a value has a place in ours, or in what ours takes from elsewhere: the catalog, the store. */
export function isUnderstood(path: readonly string[]): boolean {
  const [section, , field, , inside] = path;
  if (section === "current_model") return path.length === 2;
  if (section !== "providers") return false;
  if (field === "models") return inside === "api_model_name" && path.length === 5;
  if (field === "auth_data") return true;
  return path.length === 3 && ["llm_type", "base_url", "auth_strategy"].includes(field ?? "");
}
