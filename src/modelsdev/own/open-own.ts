import { isoTime } from "../../catalog/words/dates.ts";
import type { System } from "../../system/ports.ts";
import type { AskOptions } from "../ask-options.ts";
import { readGeneration } from "../disk/read-generation.ts";
import { fromMemory } from "../disk/stored-catalog.ts";
import { workOut } from "../disk/write-generation.ts";
import type { OpenedCatalog } from "../policy.ts";
import { catalogOff } from "./catalog-off.ts";
import { joinBody } from "./join-body.ts";
import { saidText } from "./joined-store.ts";
import type { OwnRow } from "./own-row.ts";

const adding = ", or modelforge config add <provider>/<model> --unlisted";

/**
 * The models of a configuration alone, where the catalog is switched off: nothing is asked, read or kept.
 *
 * Throws `catalog.off` where there are none, where a source is to be asked, and for what they cannot tell.
 */
export async function openOwn(
  own: readonly OwnRow[],
  machine: System,
  options: AskOptions,
): Promise<OpenedCatalog> {
  const { environment, codec, clock, installation } = machine;
  if (options.refresh === true) throw catalogOff("nothing is fetched", environment);
  if (options.without !== undefined) throw catalogOff(options.without, environment);
  if (own.every(({ isOverride }) => isOverride))
    throw catalogOff("your configuration names no model", environment, adding);
  const now = clock.now();
  const read = await readGeneration(
    joinBody({ providers: [], models: [] }, own, undefined),
    {
      source: "your configuration",
      fetchedAt: isoTime(now),
      sequence: undefined,
      version: installation.version,
      codec,
      joined: { digest: "", said: saidText(own) },
      now,
    },
    { whole: true },
  );
  return { stored: fromMemory(await workOut(read, codec)), origin: "config" };
}
