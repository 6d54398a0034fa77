import type { CatalogNames } from "../../../catalog/prepared/names.ts";
import { providerKey } from "../../../catalog/words/ref.ts";

/** Names of the catalog that go on as `beginning` began. */
export function namesFor(
  kind: "provider" | "family" | "model",
  beginning: string,
  provider: string | undefined,
  catalog: CatalogNames,
): string[] {
  const found = {
    provider: () => beginningWith(catalog.providers(), beginning),
    family: () => beginningWith(catalog.families(), beginning),
    model: () =>
      provider === undefined
        ? modelsBeginningWith(beginning, catalog)
        : modelsOf(provider, beginning, catalog),
  }[kind]();
  return found.filter(isHarmless);
}

/** Capitals are forgiven where nothing matches exactly. */
export function beginningWith(words: readonly string[], beginning: string): string[] {
  const exact = words.filter((word) => word.startsWith(beginning));
  if (exact.length > 0) return exact;
  const lower = beginning.toLowerCase();
  return words.filter((word) => word.toLowerCase().startsWith(lower));
}

/** Refs and bare ids. Those that share the next step, up to a slash, are offered as that step: `openai/`. */
function modelsBeginningWith(beginning: string, catalog: CatalogNames): string[] {
  const slash = beginning.indexOf("/");
  if (slash < 0) {
    const providers = beginningWith(catalog.providers(), beginning).map((id) => `${id}/`);
    // ids are too many to show before something is typed
    const ids = beginning === "" ? [] : inSteps(idsIn(catalog, beginning), beginning);
    return [...new Set([...providers, ...ids])];
  }
  const refs = refsIn(catalog, beginning.slice(0, slash), beginning.slice(slash + 1));
  return inSteps(refs.length > 0 ? refs : idsIn(catalog, beginning), beginning);
}

function modelsOf(provider: string, beginning: string, catalog: CatalogNames): string[] {
  const refs = refsIn(catalog, provider, beginning);
  return inSteps(
    refs.map((ref) => ref.slice(ref.indexOf("/") + 1)),
    beginning,
  );
}

/** Capitals are forgiven where nothing matches exactly, in a provider's name `_` for `-` too. */
function refsIn(catalog: CatalogNames, provider: string, id: string): string[] {
  const asTyped = catalog.refs(`${provider}/${id}`);
  if (asTyped.length > 0) return asTyped;
  const key = providerKey(provider);
  const own = catalog.providers().find((one) => providerKey(one) === key);
  return own === undefined ? [] : beginningWith(catalog.refs(`${own}/`), `${own}/${id}`);
}

function idsIn(catalog: CatalogNames, beginning: string): string[] {
  const exact = catalog.ids(beginning);
  return exact.length > 0 ? exact : beginningWith(catalog.ids(""), beginning);
}

function inSteps(words: readonly string[], beginning: string): string[] {
  const steps = new Map<string, string[]>();
  for (const word of words) {
    const step = word.slice(0, word.indexOf("/", beginning.length) + 1) || word;
    const same = steps.get(step);
    if (same === undefined) steps.set(step, [word]);
    else same.push(word);
  }
  // a step to a single word would be one key more for nothing
  return [...steps].flatMap(([step, same]) => (same.length === 1 ? same : [step]));
}

/** What a shell would run or a terminal act on is not offered, whoever put it into a catalog. */
function isHarmless(word: string): boolean {
  // letters beyond ASCII stand in no name so far, and V8 takes a millisecond to learn what a letter is
  return /^[A-Za-z0-9_][A-Za-z0-9_.:/@+~-]*$/.test(word);
}
