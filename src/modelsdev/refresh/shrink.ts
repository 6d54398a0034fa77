import { ModelForgeError } from "../../failure.ts";

export interface Size {
  providers: number;
  models: number;
}

/** Half gone at once is an accident upstream far more often than news. */
export function hasShrunken(offered: Size, held: Size): boolean {
  return offered.models * 2 < held.models || offered.providers * 2 < held.providers;
}

/** `api.json offers 5 models of 1 providers where there were 5,000 models of 140 providers`. */
export function sayShrunken(source: string, offered: Size, held: Size): string {
  const count = ({ providers, models }: Size): string =>
    `${models} models of ${providers} providers`;
  return `${source} offers ${count(offered)} where there were ${count(held)}`;
}

export function shrunken(
  offered: Size,
  held: Size,
  about: { source: string; keptAt: string | undefined },
): ModelForgeError {
  return new ModelForgeError("catalog.shrunken", {
    message: `${sayShrunken(about.source, offered, held)}: refused as an accident`,
    hint: "modelforge refresh-cache --accept-shrink takes it all the same",
    details: { offered, held, ...(about.keptAt === undefined ? {} : { keptAt: about.keptAt }) },
  });
}
