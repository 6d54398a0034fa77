import type { CatalogNames } from "../../catalog/prepared/names.ts";
import { providerKey } from "../../catalog/words/ref.ts";
import { ModelForgeError } from "../../failure.ts";
import type { Naming, WhatItNames } from "./too-many-words.ts";

/** What words name in the catalog at hand; a line that is wrong is told so, whatever state that is in. */
export function namingIn(open: () => CatalogNames | undefined): Naming {
  let names: CatalogNames | undefined;
  let isTried = false;
  return (word) => {
    try {
      if (!isTried) {
        isTried = true;
        names = open();
      }
      return names === undefined ? "unknown" : whatNames(word, names);
    } catch (error) {
      if (!(error instanceof ModelForgeError)) throw error;
      return "unknown";
    }
  };
}

function whatNames(word: string, names: CatalogNames): WhatItNames {
  const key = providerKey(word);
  if (names.providers().some((id) => providerKey(id) === key)) return "provider";
  const isModel = names.ids(word).includes(word) || names.refs(word).includes(word);
  return isModel ? "model" : "neither";
}
