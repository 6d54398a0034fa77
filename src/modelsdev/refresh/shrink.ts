import { ModelForgeError } from "../../failure.ts";

interface Size {
  providers: number;
  models: number;
}

/** Half gone at once is an accident upstream far more often than news. */
export function hasShrunken(offered: Size, held: Size): boolean {
  return offered.models * 2 < held.models || offered.providers * 2 < held.providers;
}

export function shrunken(
  offered: Size,
  held: Size,
  about: { source: string; keptAt: string | undefined },
): ModelForgeError {
  const count = ({ providers, models }: Size): string =>
    `${models} models of ${providers} providers`;
  return new ModelForgeError("catalog.shrunken", {
    message: `${about.source} offers ${count(offered)} where there were ${count(held)}: refused as an accident`,
    hint: "modelforge refresh-cache --accept-shrink takes it all the same",
    details: { offered, held, ...(about.keptAt === undefined ? {} : { keptAt: about.keptAt }) },
  });
}
